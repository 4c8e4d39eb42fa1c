# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# summary: runs a command in the build environment

help_exec() {
  cat <<'END'
Usage: dev exec CMD…

Runs CMD, with its arguments, in the environment that Codebook is built in, in the current directory. In a
contained Debian it sees the project, your home, the current directory and /tmp.

  dev exec bash                              a shell there
  dev exec gcc --version
  dev exec meson configure build/trixie      the options of a build
END
}

command_exec() {
  [ "${1-}" != -- ] || shift
  [ $# -gt 0 ] || misuse "dev exec needs a command, as in: dev exec gcc --version"
  choose build
  enter open "$here" "$@"
}
