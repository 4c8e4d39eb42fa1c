# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# summary: builds and runs the tests

help_test() {
  cat <<'END'
Usage: dev test [SUITE…]

Sets up what is missing, builds, and runs the tests of the suites named, or all. What the tests say goes to
standard error; the last line, alone on standard output, is `N passed, N failed`, counted by test case. The exit
status is 0 only when something passed and nothing failed.
END
}

command_test() {
  for suite; do
    case $suite in
      -*) misuse "dev test takes names of suites, not $suite" ;;
    esac
  done

  choose test
  make_build
  provide_locales

  for suite; do
    shift
    set -- "$@" --suite "$suite"
  done
  log=$build/meson-logs/testlog.json
  rm -f "$log"
  say "testing (whole log: $build/meson-logs/testlog.txt)"
  attend enter private "$project" "$dev_d/clean-room" env LC_ALL=C.UTF-8 \
    meson test -C "$build" --no-rebuild --print-errorlogs "$@" >&2 </dev/null || :
  [ -s "$log" ] || say "no test ran: is there a suite of that name?"
  enter private "$project" python3 "$dev_d/count-tests.py" "$log"
}
