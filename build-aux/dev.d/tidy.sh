# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Leaving nothing behind: whatever ends dev, the process it waits for is stopped and half-made things are removed.

child=
child_signal=TERM
ticker=
unfinished=

# Set by whoever makes something that must not stay half-made.
remove_unfinished() {
  [ -z "$unfinished" ] || remove_root "$unfinished"
  unfinished=
}

stop_ticker() {
  [ -z "$ticker" ] || kill "$ticker" 2>/dev/null || :
  [ -z "$ticker" ] || wait "$ticker" 2>/dev/null || :
  ticker=
}

stop_child() {
  [ -n "$child" ] || return 0
  kill -s "$child_signal" "$child" 2>/dev/null || :
  # What does not end by itself is ended; the output goes nowhere so that nobody's pipe is held open.
  (sleep 5; kill -s KILL "$child") >/dev/null 2>&1 &
  wait "$child" 2>/dev/null || :
  kill "$!" 2>/dev/null || :
  child=
}

at_exit() {
  status=$?
  trap - EXIT
  trap '' HUP INT PIPE TERM
  stop_ticker
  stop_child
  remove_unfinished
  exit "$status"
}

trap at_exit EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 141' PIPE
trap 'exit 143' TERM

# Runs a command in the background and waits for it: the shell handles a signal at once while it waits, but only
# afterwards while a command runs in the foreground.
attend() {
  "$@" &
  child=$!
  attended=0
  wait "$child" || attended=$?
  child=
  return "$attended"
}
