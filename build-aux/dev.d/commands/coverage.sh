# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# summary: tells how much of the lower layers the tests reach

help_coverage() {
  cat <<'END'
Usage: dev coverage

Builds with counters, in a build of its own, runs the tests that need no display, and prints how many lines and
branches of the lower layers (catalog, compiler, search, indexer, cli, provider) they reach. The whole report is
build/coverage/index.html, and build/coverage/uncovered.txt lists the lines that no test reaches.

The aim is 95 % of lines and 85 % of branches. Not counted is what no test can take: what checks that a programmer
called a function rightly, and what the compiler adds for variables that clean up after themselves.
END
}

# What GLib's macros hide in a line: the branch that is taken only where a programmer is wrong (g_return_if_fail, g_assert,
# the casts and type checks), or by whoever is second to ask for a type or a quark.
unreachable_lines='.*\b(g_return_(val_)?if_(fail|reached)|g_assert(_not_reached|_nonnull)?|G_DEFINE_[A-Z_]+) \('
# Two branches that GCC makes of the end of a block with g_autoptr in it: one of them is for a null pointer, which the
# function in question never leaves there.
unreachable_branches='.*\b(g_auto(ptr|free)?|g_clear_(pointer|object|handle_id))\b.*|^\s*[{}]\s*$'

command_coverage() {
  [ $# -eq 0 ] || misuse "dev coverage takes no argument"

  root_purpose=coverage
  choose coverage
  use_build "$environment-coverage"
  open_build_directory
  configure -Ddevelopment=true -Dbuildtype=debug -Db_coverage=true
  # shellcheck disable=SC2119
  compile
  close_build_directory
  provide_locales

  find "$build" -name '*.gcda' -exec rm -f {} +
  say "testing (whole log: $build/meson-logs/testlog.txt)"
  attend enter private "$project" "$dev_d/clean-room" env LC_ALL=C.UTF-8 \
    meson test -C "$build" --no-rebuild --print-errorlogs --timeout-multiplier 5 --suite unit >&2 </dev/null ||
    die "tests failed: coverage of tests that fail says nothing"

  report=$project/build/coverage
  mkdir -p "$report"
  : >"$report/.lock" # tells dev clean whose it is
  step "$build/log/coverage.log" "counting" \
    enter private "$project" env HOME=/tmp LC_ALL=C.UTF-8 gcovr --root "$project" --object-directory "$build" \
    --filter src/catalog/ --filter src/compiler/ --filter src/search/ --filter src/indexer/ --filter src/cli/ \
    --filter src/provider/ --exclude-throw-branches --exclude-unreachable-branches \
    --exclude-lines-by-pattern "$unreachable_lines" --exclude-branches-by-pattern "$unreachable_branches" \
    --html-details "$report/index.html" --json-summary "$report/summary.json" --txt "$report/uncovered.txt" ||
    die "gcovr failed: see $build/log/coverage.log"
  enter private "$project" python3 "$dev_d/coverage-table.py" "$report/summary.json"
}
