# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# summary: measures the programs and prints a table

help_bench() {
  cat <<'END'
Usage: dev bench [--quick] [PART…]

Sets up what is missing, makes a release build of its own, measures it, and prints one table: for each measure the
programs that are compared, with median, 95th percentile, greatest value and the ratio of the medians. What is
compared is measured by turns in the same run: compare ratios and instructions; times swing with the machine.

Parts, all unless named:
  start     instructions, time and memory to the first frame: beside an empty window, a skeleton (the same shape
            with nothing behind it) and programs of the distribution
  idle      how often a window that nobody touches wakes up
  typing    from a key to the painted list; frames while typing and scrolling, over the shipped catalog and over
            10,000 generated entries
  search    a query of each kind, over the shipped catalog, 10,000 and 100,000 generated entries, beside others;
            its instructions over ten times as many entries, which takes some minutes
  catalog   having the catalog and its index
  cli       `codebook` against programs that do nothing; how fast it annotates a log
  provider  the desktop's search: the first answer, and the following ones

--quick takes one round of each and leaves the others out: to see that it runs.
END
}

command_bench() {
  for part; do
    case $part in
      start | idle | typing | search | catalog | cli | provider | --quick) ;;
      *) misuse "there is no part $part; \`dev bench --help\` lists them" ;;
    esac
  done

  choose bench
  use_build "$environment-bench"
  open_build_directory
  configure --buildtype=release
  compile bench
  close_build_directory

  attend enter private "$project" "$dev_d/clean-room" "$dev_d/with-display" env PYTHONDONTWRITEBYTECODE=1 \
    python3 tests/bench/bench.py --build "$build" "$@" </dev/null
}
