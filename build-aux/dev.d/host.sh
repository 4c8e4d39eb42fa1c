# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# What this machine has of what Codebook needs, and what its own package manager could add.

# The floor: pkg-config module or program, lowest version, Debian's package, Fedora's package.
floor='
gtk4                4.18  libgtk-4-dev        gtk4-devel
libadwaita-1        1.7   libadwaita-1-dev    libadwaita-devel
glib-2.0            2.84  libglib2.0-dev      glib2-devel
json-glib-1.0       1.6   libjson-glib-dev    json-glib-devel
meson               1.7   meson               meson
blueprint-compiler  0.16  blueprint-compiler  blueprint-compiler
msgfmt              0.23  gettext             gettext
'

at_least() {
  [ -n "$1" ] && printf '%s\n%s\n' "$2" "$1" | sort -V -C
}

# The version of a module or program of the floor, or nothing.
version_here() {
  case $1 in
    meson | blueprint-compiler) "$1" --version 2>/dev/null | head -n 1 ;;
    msgfmt) msgfmt --version 2>/dev/null | sed -n '1s/.* //p' ;;
    *) pkg-config --modversion "$1" 2>/dev/null ;;
  esac
}

lacks_programs() {
  for program in "$@"; do
    has "$program" || echo "$program"
  done
}

# What is missing here for a purpose (build, window, test, bench), one a line.
host_lacks() {
  echo "$floor" | while read -r what lowest _; do
    [ -z "$what" ] || at_least "$(version_here "$what" || :)" "$lowest" || echo "$what $lowest"
  done
  lacks_programs cc pkg-config xgettext glib-compile-schemas
  has ninja || has ninja-build || has samu || echo ninja
  case $1 in
    window | test | bench) lacks_programs Xvfb dbus-run-session import convert identify ;;
  esac
  case $1 in
    bench) lacks_programs python3 valgrind openbox ;;
    fuzz) lacks_programs clang llvm-symbolizer ;;
    coverage) lacks_programs gcovr xmllint desktop-file-validate appstreamcli ;;
  esac
  if [ "$1" = test ]; then
    lacks_programs xmllint desktop-file-validate appstreamcli openbox xdotool ibus-daemon
    python3 -c 'import gi; gi.require_version("Atspi", "2.0")' 2>/dev/null || echo "the AT-SPI bindings of python3-gi"
    [ -z "$(locales_missing)" ] || can_make_locales || echo "the locales $(locales_missing)"
  fi
}

package_manager() {
  if has apt-get && has apt-cache && has dpkg; then
    echo apt
  elif has dnf; then
    echo dnf
  fi
}

offered_version() {
  case $1 in
    apt) LC_ALL=C apt-cache policy "$2" 2>/dev/null | sed -n 's/^  Candidate: //p' ;;
    dnf) dnf -q repoquery --latest-limit=1 --qf '%{version}\n' "$2" 2>/dev/null | tail -n 1 ;;
  esac
}

offers_floor() {
  echo "$floor" | while read -r what lowest apt_name dnf_name; do
    [ -n "$what" ] || continue
    eval "name=\$${1}_name"
    # shellcheck disable=SC2154 # set by the eval
    at_least "$(offered_version "$1" "$name")" "$lowest" || { echo no; break; }
  done | grep -q . && return 1
  return 0
}

# Prints the words that run a command as root ("env" when root already); fails when there is no way.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    echo env
  elif has sudo && { sudo -n true 2>/dev/null || { [ -t 0 ] && [ -t 2 ]; }; }; then
    echo sudo env
  elif has pkexec && [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
    echo pkexec env
  else
    return 1
  fi
}

install_line() {
  case $1 in
    apt) echo apt-get install -y --no-install-recommends ;;
    dnf) echo dnf install -y ;;
  esac
}

# Of Debian packages, those that are not there yet.
not_installed() {
  for name in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || printf '%s ' "$name"
  done
}

# install_here MANAGER PACKAGE…: with the machine's package manager, as root. A package list that is missing or
# stale is fetched anew, and an installation that was interrupted is finished first.
install_here() {
  manager=$1
  shift
  root_words=$(as_root) || return 1
  need_cache
  install_log=$cache/install.log
  # Asked for in the foreground, where a password can be typed.
  [ "${root_words%% *}" != sudo ] || sudo true || die "no root rights: as root, type: $(install_line "$manager") $*"
  names=$*
  if [ "$manager" = apt ]; then
    names=$(not_installed "$@")
    set -- DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@"
    if [ -n "$(dpkg --audit 2>/dev/null)" ]; then
      # shellcheck disable=SC2086 # words
      step "$install_log" "finishing an installation that was interrupted" \
        $root_words DEBIAN_FRONTEND=noninteractive dpkg --configure -a || :
    fi
    # shellcheck disable=SC2086
    step "$install_log" "installing with apt: $names" $root_words "$@" && return 0
    # shellcheck disable=SC2086
    step "$install_log" "fetching apt's package lists" $root_words apt-get update ||
      die "$(why_apt_failed "$install_log" "this machine's Debian mirror")"
  else
    set -- dnf install -y "$@"
  fi
  # shellcheck disable=SC2086
  step "$install_log" "installing with $manager: $names" $root_words "$@" ||
    die "$(why_apt_failed "$install_log" "this machine's package mirror")"
}
