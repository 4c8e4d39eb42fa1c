# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# summary: feeds the program bytes that nobody would think of

help_fuzz() {
  cat <<'END'
Usage: dev fuzz [TARGET] [SECONDS]
       dev fuzz TARGET FILE…

Builds the targets of tests/fuzz with libFuzzer and the address and undefined-behaviour sanitizers, in a build of
their own, and runs TARGET, or each in turn, for SECONDS (60). For each it prints how many inputs it ran, how many a
second, and how many edges of the program and features (edges and how often they were taken) they reached.

What reaches something new is kept in build/fuzz/TARGET for the next time; the project's own inputs are those of
tests/fuzz/corpus/TARGET, its words are in tests/fuzz/TARGET.dict. The first input that crashes ends it: its path
is the last line, and the exit status is 1.

With FILE, TARGET runs those inputs once and reports what happens in full.

Targets:
END
  fuzz_targets | sed 's/^/  /'
}

fuzz_targets() {
  for target in "$project"/tests/fuzz/fuzz-*.c; do
    target=${target##*/fuzz-}
    [ "$target" = driver.c ] || echo "${target%.c}"
  done
}

is_number() {
  case $1 in
    '' | *[!0-9]* | 0*) return 1 ;;
  esac
}

command_fuzz() {
  targets=$(fuzz_targets)
  seconds=60
  if [ $# -gt 0 ] && ! is_number "$1"; then
    echo "$targets" | grep -q -x -F -e "$1" || misuse "there is no target $1; \`dev fuzz --help\` lists them"
    targets=$1
    shift
  fi
  if [ $# -eq 1 ] && is_number "$1"; then
    seconds=$1
    shift
  fi
  for file; do
    [ "$targets" != "$(fuzz_targets)" ] || misuse "dev fuzz takes files after the name of a target only"
    [ -f "$file" ] || misuse "$file is neither a number of seconds nor a file"
  done

  root_purpose=fuzz
  choose fuzz
  build_targets

  if [ $# -gt 0 ]; then
    attend enter open "$here" env LC_ALL=C.UTF-8 "$build/tests/fuzz/fuzz-$targets" "$@"
    return
  fi
  for target in $targets; do
    fuzz_one "$target" "$seconds"
  done
}

build_targets() {
  use_build "$environment-fuzz"
  open_build_directory
  CC=clang
  export CC
  # Whatever a sanitizer finds ends the program: libFuzzer keeps an input only then.
  configure -Dbuildtype=debugoptimized -Db_sanitize=address,undefined -Db_lundef=false \
    '-Dc_args=-fsanitize=fuzzer-no-link -fno-sanitize-recover=all' -Dc_link_args=-fno-sanitize-recover=all
  # shellcheck disable=SC2046 # names without spaces
  compile $(fuzz_targets | sed 's,^,tests/fuzz/fuzz-,')
  close_build_directory
}

# fuzz_one TARGET SECONDS
fuzz_one() {
  # Not in the build: a build that is made anew forgets all that is in it. The lock tells dev clean whose it is.
  found=$project/build/fuzz
  mkdir -p "$found/$1" "$found/crashes"
  : >"$found/.lock"
  fuzz_log=$build/log/fuzz-$1.log
  status=0
  say "fuzzing $1 for $2 s (log: $fuzz_log)"
  attend enter private "$project" env LC_ALL=C.UTF-8 LANGUAGE=en "$build/tests/fuzz/fuzz-$1" \
    "-max_total_time=$2" -max_len=4096 -timeout=20 -print_final_stats=1 \
    "-dict=$project/tests/fuzz/$1.dict" "-artifact_prefix=$found/crashes/$1-" \
    "$found/$1" "$project/tests/fuzz/corpus/$1" >"$fuzz_log" 2>&1 </dev/null || status=$?

  awk -v target="$1" '
    $1 == "stat::number_of_executed_units:" { runs = $2 }
    $1 == "stat::average_exec_per_sec:" { rate = $2 }
    $3 == "cov:" && $5 == "ft:" { edges = $4; features = $6 }
    END { printf "%-9s %9d inputs  %6d a second  %5d edges  %6d features\n", target, runs, rate, edges, features }
  ' "$fuzz_log"
  [ "$status" -ne 0 ] || return 0

  reproducer=$(sed -n 's/.*Test unit written to //p' "$fuzz_log" | tail -n 1)
  [ -n "$reproducer" ] || die "fuzzing $1 failed: see $fuzz_log"
  grep -a -E 'ERROR|SUMMARY|WARNING|CRITICAL|runtime error' "$fuzz_log" | head -n 8 >&2
  say "this input ends $1; \`dev fuzz $1 FILE\` tells more (log: $fuzz_log)"
  echo "$reproducer"
  exit 1
}
