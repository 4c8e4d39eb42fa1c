# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# summary: builds and runs the tests

help_test() {
  cat <<'END'
Usage: dev test [--sanitize|--valgrind|--valgrind-window] [SUITE…]

Sets up what is missing, builds, and runs the tests of the suites named, or all. What the tests say goes to
standard error; the last line, alone on standard output, is `N passed, N failed`, counted by test case. The exit
status is 0 only when something passed and nothing failed.

  --sanitize  builds with the sanitizers for addresses, leaks and undefined behaviour, and runs the tests of the
              program's own code, those of the window included
  --valgrind  runs the tests of the layers below the window under valgrind's memcheck (a quarter of an hour)
  --valgrind-window
              runs those of the window under it, where the libraries' own mistakes show, too (three quarters of an hour)

In any case each finding, of whatever program, is shown, and counts as failed.
END
}

command_test() {
  test_kind=
  case ${1-} in
    --sanitize | --valgrind) test_kind=${1#--}; shift ;;
    --valgrind-window) test_kind=valgrind_window; shift ;;
  esac
  for suite; do
    case $suite in
      -*) misuse "dev test takes --sanitize, --valgrind or --valgrind-window, then names of suites; not $suite" ;;
    esac
  done

  choose test
  case $test_kind in
    # Warnings are the ordinary build's to find: the compiler sees things in what the sanitizers add.
    sanitize)
      make_build sanitize -Db_sanitize=address,undefined -Doptimization=1 -Dwerror=false \
        "-Dc_args=-fno-sanitize-recover=all -fno-omit-frame-pointer"
      ;;
    *) make_build ;;
  esac
  provide_locales

  for suite; do
    shift
    set -- "$@" --suite "$suite"
  done
  [ -z "$test_kind" ] || set -- --setup "$test_kind" "$@"
  log=$build/meson-logs/testlog${test_kind:+-$test_kind}
  findings=$build/findings
  rm -rf "$log.json" "$findings"
  mkdir "$findings"
  say "testing (whole log: $log.txt)"
  attend enter private "$project" "$dev_d/clean-room" env LC_ALL=C.UTF-8 \
    meson test -C "$build" --no-rebuild --print-errorlogs "$@" >&2 </dev/null || :
  [ -s "$log.json" ] || say "no test ran: is there a suite of that name?"
  enter private "$project" python3 "$dev_d/count-tests.py" "$log.json" "$findings"
}
