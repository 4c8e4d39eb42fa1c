# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# The runtime that the manifest names: a real one where this machine has it or can get it, else a stand-in, made of the
# contained Debian and installed in a Flatpak directory of its own.

# To be raised when the way of making a stand-in changes: one made in another way is then not used any more.
standin_recipe=1
standin_needs_mb=2600

# The system's own, which has the system's bindings, before another that a user has installed.
system_python=/usr/bin/python3
[ -x "$system_python" ] || system_python=python3

# The Flatpak must run on the machine itself, not in a contained Debian: it makes a container of its own.
# need_tools_for_flatpak LIST…: of flatpak and flatpak-test.
need_tools_for_flatpak() {
  missing=$(lacks_programs flatpak flatpak-builder eu-strip ostree "$system_python")
  case " $* " in
    *" flatpak-test "*)
      missing="$missing $(lacks_programs Xvfb dbus-run-session openbox xdotool import convert identify)"
      "$system_python" -c 'import gi; gi.require_version("Atspi", "2.0"); from gi.repository import Atspi' 2>/dev/null ||
        missing="$missing the AT-SPI bindings of python3-gi" ;;
  esac
  missing=$(echo "$missing" | tr '\n' ' ' | sed 's/  */ /g; s/^ //; s/ $//')
  if [ -n "$missing" ]; then
    manager=$(package_manager)
    [ -n "$manager" ] ||
      die "missing here: $missing: install them with the machine's package manager"
    # shellcheck disable=SC2046 # names without spaces
    set -- $(packages "$(family "$manager")" "$@")
    as_root >/dev/null || die "missing here: $missing: as root, type: $(install_line "$manager") $*"
    install_here "$manager" "$@"
  fi
  # With the bubblewrap that it will use: its own where it brings one.
  sandbox=/usr/libexec/flatpak-bwrap
  [ -x "$sandbox" ] || sandbox=bwrap
  complaint=$("$sandbox" --unshare-user-try --unshare-pid --unshare-net --ro-bind / / --dev /dev --proc /proc true 2>&1) ||
    die "Flatpak cannot make a sandbox here ($complaint): allow user namespaces (sysctl user.max_user_namespaces, or docker run --privileged), or use another machine"
}

# choose_runtime: sets $runtime_kind (real or stand-in), $runtime_words, FLATPAK_USER_DIR and $flatpak_remote (where
# what is missing of a real one comes from). Where $refuse_standin is set, no stand-in is made.
refuse_standin=
choose_runtime() {
  flatpak_arch=$(flatpak --default-arch)
  runtime_ref=$(manifest_field runtime)/$flatpak_arch/$(manifest_field runtime-version)
  sdk_ref=$(manifest_field sdk)/$flatpak_arch/$(manifest_field runtime-version)
  # Written out, because tests run with another home.
  FLATPAK_USER_DIR=${FLATPAK_USER_DIR:-${XDG_DATA_HOME:-${HOME:?}/.local/share}/flatpak}
  export FLATPAK_USER_DIR

  if has_runtime "$runtime_ref" && has_runtime "$sdk_ref"; then
    runtime_kind=real
  elif flatpak_remote=$(remote_with_runtime); then
    runtime_kind=real
    for ref in "$runtime_ref" "$sdk_ref"; do
      has_runtime "$ref" || step "$build/log/runtime.log" "installing $ref from the remote $flatpak_remote" \
        flatpak install --user --noninteractive -y "$flatpak_remote" "runtime/$ref" ||
        die "$ref could not be installed from $flatpak_remote: see $build/log/runtime.log, or type: flatpak install --user $flatpak_remote $ref"
    done
  elif [ -n "$refuse_standin" ]; then
    die "refused: the bundle would name $runtime_ref and be made for another: add a remote that has the runtime, or say --stand-in for one to try here"
  else
    runtime_kind=stand-in
    ensure_standin
  fi

  case $runtime_kind in
    real) runtime_words="$runtime_ref, the real runtime (commit $(flatpak info --show-commit "$runtime_ref" | cut -c 1-12))" ;;
    stand-in) runtime_words="$runtime_ref, a STAND-IN made of Debian 13 and not GNOME's runtime: no remote here has that" ;;
  esac
  say "runtime: $runtime_words"
}

has_runtime() {
  flatpak info "runtime/$1" >/dev/null 2>&1
}

# Prints the first configured remote that has both the runtime and the SDK. A user's remote must have it to be installed
# for the user; one of the system is added for the user under the same name.
remote_with_runtime() {
  for scope in --user --system; do
    for remote in $(flatpak remotes "$scope" --columns=name 2>/dev/null); do
      flatpak remote-info "$scope" "$remote" "runtime/$runtime_ref" >/dev/null 2>&1 || continue
      flatpak remote-info "$scope" "$remote" "runtime/$sdk_ref" >/dev/null 2>&1 || continue
      if [ "$scope" = --system ]; then
        # What the system trusts, the user may use; installing for the system would ask for a password.
        copy_remote "$remote" || continue
      fi
      echo "$remote"
      return 0
    done
  done
  return 1
}

copy_remote() {
  system_config=/var/lib/flatpak/repo/config
  system_key=/var/lib/flatpak/repo/$1.trustedkeys.gpg
  system_url=$(flatpak remotes --system --columns=name,url | awk -F '\t' -v name="$1" '$1 == name { print $2 }')
  [ -n "$system_url" ] && [ -r "$system_config" ] || return 1
  if [ -r "$system_key" ]; then
    flatpak remote-add --user --if-not-exists --gpg-import="$system_key" "$1" "$system_url" >&2
  else
    flatpak remote-add --user --if-not-exists --no-gpg-verify "$1" "$system_url" >&2
  fi
}

standin_dir() {
  standin_key=$(echo "$standin_recipe $runtime_ref $sdk_ref $(root_key trixie)" | sha256sum | cut -c 1-12)
  echo "$cache/flatpak-$standin_key"
}

ensure_standin() {
  say "no remote here has $runtime_ref: a STAND-IN made of Debian 13 serves in its place, for trying only"
  need_cache
  standin=$(standin_dir)
  if [ ! -d "$standin" ]; then
    ensure_root trixie
    make_standin
  fi
  FLATPAK_USER_DIR=$standin
}

make_standin() {
  exec 9>"$cache/lock"
  if has flock && ! flock -n 9; then
    say "another dev is making something in $cache: waiting for it"
    attend flock 9
  fi
  if [ ! -d "$standin" ]; then
    free_mb=$(df -Pk "$cache" | awk 'NR == 2 { print int($4 / 1024) }')
    [ "$free_mb" -ge "$standin_needs_mb" ] ||
      die "disk full: the stand-in runtime needs $standin_needs_mb MB in $cache, and $free_mb MB are free: make room there, or set XDG_CACHE_HOME to a directory on another disk"
    standin_log=$cache/flatpak.log
    # What lies there while nobody holds the lock belongs to a run that died.
    remove_root "$standin.part"
    unfinished=$standin.part
    child_signal=KILL # ends the namespace and all that runs in it
    mkdir -p "$unfinished.tmp"
    # shellcheck disable=SC2046 # words
    step "$standin_log" "making the stand-in runtime in $standin, once, 1 minute or so" \
      $(contained_words) "$dev_d/flatpak-standin" "$root" "$runtime_ref" "$sdk_ref" "$unfinished" "$unfinished.tmp" ||
      die "$(why_standin_failed "$standin_log")"
    remove_root "$unfinished.tmp"
    mv "$unfinished" "$standin"
    unfinished=
    child_signal=TERM
  fi
  exec 9>&-
}

why_standin_failed() {
  if grep -q -i 'No space left on device' "$1"; then
    echo "disk full: make room in $cache, or set XDG_CACHE_HOME to a directory on another disk, and try again (log: $1)"
  else
    echo "the stand-in runtime could not be made: read the end of $1, put right what it names, and try again"
  fi
}
