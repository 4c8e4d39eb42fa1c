# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# The package lists in build-aux/packages: a package a line, then the reason why it is there.

# packages FAMILY NEED…: the names, one a line.
packages() {
  family=$1
  shift
  for need in "$@"; do
    awk 'NF && $1 !~ /^#/ { print $1 }' "$dev_d/../packages/$family-$need"
  done
}

# The lists that a purpose needs: each includes the ones before it.
lists_for() {
  case $1 in
    fuzz) echo build window fuzz ;;
    coverage) echo build window test coverage ;;
    build) echo build ;;
    window) echo build window ;;
    test) echo build window test ;;
    bench) echo build window bench ;;
  esac
}
