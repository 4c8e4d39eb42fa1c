# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# summary: removes what dev made

help_clean() {
  cat <<'END'
Usage: dev clean [--all]

Removes what dev made in the project: the builds and pictures in build/. With --all, also the contained Debian
systems in ${XDG_CACHE_HOME:-~/.cache}/codebook, old ones included; the next command makes a new one.
END
}

command_clean() {
  case $#:${1-} in
    0: | 1:--all) ;;
    *) misuse "dev clean takes --all or nothing" ;;
  esac

  # Only what is ours: a build directory that somebody made by hand stays.
  for made in "$project"/build/*/.lock; do
    [ ! -e "$made" ] || rm -rf "${made%/.lock}"
  done
  rm -f "$project"/build/*.png "$project/build/.gitignore"
  [ ! -d "$project/build" ] || rmdir "$project/build" 2>/dev/null || say "left in place, not made by dev: $project/build"

  [ "${1-}" = --all ] || return 0
  [ -d "$cache" ] || return 0
  exec 9>"$cache/lock"
  if has flock && ! flock -n 9; then
    die "another dev is making a root in $cache: wait until it is done and try again"
  fi
  for made in "$cache"/trixie-* "$cache"/testing-* "$cache"/flatpak-*; do
    [ ! -d "$made" ] || remove_root "$made"
  done
  rm -f "$cache"/*.log "$cache/lock"
  rmdir "$cache" 2>/dev/null || :
}
