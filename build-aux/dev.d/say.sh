# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# How dev speaks: always on standard error, because standard output belongs to the program it runs.

say() {
  printf 'dev: %s\n' "$*" >&2
}

# The one line that ends dev when it cannot go on: what is wrong and what to do about it.
die() {
  say "$@"
  exit 1
}

# The same for a command line that makes no sense.
misuse() {
  say "$@"
  exit 2
}

has() {
  command -v "$1" >/dev/null 2>&1
}
