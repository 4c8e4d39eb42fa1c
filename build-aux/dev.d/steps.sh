# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Steps that take time: announced in one line, with signs of life, and everything they print in a log.

# Reports a step that takes longer than a moment. On a terminal the line is kept up to date; elsewhere a new
# line comes now and then. "sleep" gets none of dev's output: it may outlive it for a second.
tick() {
  exec 8>&- 9>&- # the locks are dev's own
  seconds=0
  sleep 0.3 >/dev/null 2>&1
  say "$1 …"
  while sleep 1 >/dev/null 2>&1 && kill -0 "$$" 2>/dev/null; do
    seconds=$((seconds + 1))
    if [ -t 2 ]; then
      printf '\r\033[K     %s s  %.60s\r' "$seconds" "$(last_words "$2")" >&2
    elif [ $((seconds % 15)) -eq 0 ]; then
      say "    … $seconds s: $(last_words "$2")"
    fi
  done
}

last_words() {
  tail -c 400 "$1" 2>/dev/null | tr '\r' '\n' | tr -d '\000-\010\013-\037' | grep . | tail -n 1
}

# step LOG TITLE COMMAND…
step() {
  step_log=$1
  step_title=$2
  shift 2
  { : >"$step_log"; } 2>/dev/null || die "cannot write $step_log: give $(id -un 2>/dev/null || id -u) the right to, or free some space there"
  tick "$step_title" "$step_log" &
  ticker=$!
  "$@" >"$step_log" 2>&1 </dev/null &
  child=$!
  step_status=0
  wait "$child" || step_status=$?
  child=
  stop_ticker
  [ ! -t 2 ] || printf '\r\033[K' >&2
  return "$step_status"
}
