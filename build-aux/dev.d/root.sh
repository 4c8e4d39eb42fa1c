# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# The contained Debian: a directory with its own small system, made once and kept in the user's cache.

cache=${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/codebook

# What it is made for.
root_purpose=test

# To be raised when the way of making a root changes: roots made in another way are then not used any more.
recipe=1
root_needs_mb=1900

root_key() {
  {
    echo "$recipe $1 $(uname -m) $test_locales"
    # shellcheck disable=SC2046 # names without spaces
    packages debian $(lists_for "$root_purpose") | sort
  } | sha256sum | cut -c 1-12
}

root_dir() {
  echo "$cache/$1-$(root_key "$1")"
}

need_cache() {
  if ! mkdir -p "$cache" 2>/dev/null || ! [ -w "$cache" ]; then
    die "cannot write $cache: set XDG_CACHE_HOME to a directory that you may write"
  fi
}

has_root() {
  [ -d "$(root_dir "$1")" ]
}

# ensure_root SUITE: sets $root.
ensure_root() {
  root=$(root_dir "$1")
  if [ ! -d "$root" ]; then
    need_tools_for_root "$1"
    choose_entry
    make_root "$1"
  else
    has bwrap || [ "$(id -u)" -eq 0 ] || need_tools_for_root "$1"
    choose_entry
  fi
}

need_tools_for_root() {
  missing=
  has mmdebstrap || missing="$missing mmdebstrap"
  has bwrap || missing="$missing bubblewrap"
  # The keys of the suite, not only some keys: an old keyring package does not know a new release.
  set -- /usr/share/keyrings/debian-archive-trixie-stable.* /etc/apt/trusted.gpg.d/debian-archive-trixie-stable.*
  [ -e "$1" ] || [ -e "$2" ] || missing="$missing debian-archive-keyring"
  [ "$(id -u)" -eq 0 ] || has newuidmap || missing="$missing uidmap"
  [ -n "$missing" ] || return 0

  # shellcheck disable=SC2086 # words
  if [ "$(package_manager)" != apt ]; then
    die "missing here:$missing: install them with the machine's package manager, or GTK 4.18, libadwaita 1.7 and the tools to build with them"
  elif as_root >/dev/null; then
    install_here apt $missing
  else
    die "missing here:$missing: as root, type: $(install_line apt)$missing"
  fi
}

# With the rights of root over the files of the new root only: in a mount and process namespace of its own, so
# that nothing stays mounted or running however it ends; an ordinary user has them through a user namespace.
contained_words() {
  ! has setpriv || echo setpriv --pdeathsig KILL # it ends when dev is killed
  echo unshare
  [ "$(id -u)" -eq 0 ] || echo --map-root-user --map-auto
  echo --mount --pid --fork --kill-child --mount-proc
}

make_root() {
  suite=$1
  part=$root.part
  need_cache

  exec 9>"$cache/lock"
  if has flock && ! flock -n 9; then
    say "another dev is making a root in $cache: waiting for it"
    attend flock 9
  fi
  # What lies there while nobody holds the lock belongs to a run that died.
  for left in "$cache"/*.part "$cache"/*.part.tmp; do
    [ ! -d "$left" ] || { say "removing what an interrupted run left: $left"; remove_root "$left"; }
  done

  if [ ! -d "$root" ]; then
    free_mb=$(df -Pk "$cache" | awk 'NR == 2 { print int($4 / 1024) }')
    [ "$free_mb" -ge "$root_needs_mb" ] ||
      die "disk full: the contained Debian needs $root_needs_mb MB in $cache, and $free_mb MB are free: make room there, or set XDG_CACHE_HOME to a directory on another disk"
    can_contain=0
    # shellcheck disable=SC2046 # words
    complaint=$($(contained_words) true 2>&1) || can_contain=$?
    [ "$can_contain" -eq 0 ] || die "$(why_not_contained "$complaint")"

    unfinished=$part
    child_signal=KILL # ends the namespace and all that runs in it
    mkdir -p "$part.tmp"
    root_log=$cache/$suite.log
    step "$root_log" "making a contained Debian ($suite) in $root, once, 2 minutes or so" bootstrap "$suite" "$part" ||
      die "$(why_apt_failed "$root_log" "the Debian mirror")"
    [ -x "$part/usr/bin/meson" ] || die "making the contained Debian failed: see $root_log"
    # D-Bus refuses to start without a machine id, which mmdebstrap takes away.
    tr -d - </proc/sys/kernel/random/uuid >"$part/etc/machine-id"
    mv "$part" "$root"
    rm -rf "$part.tmp"
    unfinished=
    child_signal=TERM
  fi
  exec 9>&-
}

# bootstrap SUITE DIRECTORY. Manuals, foreign translations and emoji dictionaries are a third of what the
# packages hold and are used by nothing here.
bootstrap() {
  bootstrap_suite=$1
  bootstrap_dir=$2
  old_ifs=$IFS
  IFS='
'
  set -f
  set --
  for option in $(apt_options); do
    set -- "$@" "--aptopt=${option%;}"
  done
  for kept in '/usr/share/man' '/usr/share/info' '/usr/share/doc' '/usr/share/locale' '/usr/share/ibus/dicts'; do
    set -- "$@" "--dpkgopt=path-exclude=$kept/*"
  done
  for kept in 'doc/*/copyright' 'locale/locale.alias' 'locale/en*' 'locale/fr/*' 'locale/ko/*'; do
    set -- "$@" "--dpkgopt=path-include=/usr/share/$kept"
  done
  for locale in $(echo "$test_locales" | tr ' ' '\n'); do
    set -- "$@" "--customize-hook=chroot \"\$1\" localedef -i $locale -f UTF-8 $locale.UTF-8"
  done
  IFS=$old_ifs
  set +f
  # shellcheck disable=SC2046 # names without spaces
  set -- --mode=root --variant=apt --dpkgopt=force-unsafe-io "$@" \
    "--include=$(packages debian $(lists_for "$root_purpose") | tr '\n' ',' | sed 's/,$//')" \
    "$bootstrap_suite" "$bootstrap_dir"
  bootstrap_mirror=$(mirror)
  [ -z "$bootstrap_mirror" ] || set -- "$@" "$bootstrap_mirror"
  # shellcheck disable=SC2046 # words
  TMPDIR="$bootstrap_dir.tmp" exec $(contained_words) mmdebstrap "$@"
}

# Also the files that belong to the other ids of a user's namespace.
remove_root() {
  for doomed in "$1" "$1.tmp"; do
    [ -e "$doomed" ] || continue
    if grep -q -F " $doomed/" /proc/self/mountinfo; then
      say "left alone, because something is mounted in it: $doomed"
      continue
    fi
    rm -rf --one-file-system "$doomed" 2>/dev/null ||
      unshare --map-root-user --map-auto rm -rf --one-file-system "$doomed" ||
      say "cannot remove $doomed"
  done
}
