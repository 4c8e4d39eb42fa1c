# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Where to build and run: on this machine when it has what is needed or can get it, else in a contained Debian.

# choose PURPOSE (build, window, test or bench): sets $environment to host, trixie or testing, and sees that it is there.
choose() {
  environment=${debian:-host}
  # One contained Debian serves all purposes, but for what most people never need.
  [ "$1" != bench ] || root_purpose=bench
  [ "$environment" = host ] || { ensure_root "$environment"; return; }

  # Most often nothing has changed since the last time: no need to ask every tool, or the package manager, again.
  if has_root trixie && ! at_least "$(version_here gtk4)" "$(echo "$floor" | awk '$1 == "gtk4" { print $2 }')"; then
    environment=trixie
    ensure_root trixie
    return
  fi

  lacking=$(host_lacks "$1")
  [ -n "$lacking" ] || return 0

  manager=$(package_manager)
  if [ -n "$manager" ] && manager_offers_floor && as_root >/dev/null; then
    # shellcheck disable=SC2046 # names without spaces
    install_here "$manager" $(packages "$(family "$manager")" $(lists_for "$1"))
    lacking=$(host_lacks "$1")
    [ -n "$lacking" ] || return 0
  fi

  environment=trixie
  has_root trixie || say "this machine lacks $(echo "$lacking" | tr '\n' ',' | sed 's/,$//; s/,/, /g'): a contained Debian 13 serves instead"
  ensure_root trixie
}

family() {
  case $1 in
    apt) echo debian ;;
    dnf) echo fedora ;;
  esac
}

# Without package lists apt offers nothing at all, which says nothing about what it could offer.
manager_offers_floor() {
  if [ "$manager" = apt ] && ! offered_version apt gettext | grep -q '[0-9]' && update_words=$(as_root); then
    need_cache
    # shellcheck disable=SC2086 # words
    step "$cache/install.log" "fetching apt's package lists" $update_words apt-get update || :
  fi
  offers_floor "$manager"
}
