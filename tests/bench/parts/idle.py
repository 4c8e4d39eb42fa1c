# idle.py: how often the threads of a window that nobody touches wake up
# SPDX-License-Identifier: GPL-3.0-or-later

import collections
import contextlib
import os
import pathlib
import signal
import time

import windows

# The cursor of a text field blinks for 10 seconds after the last key.
QUIET = 20
MINUTE = 60


def run(bench):
    subjects = windows.subjects(bench.programs, peers=not bench.quick)
    subjects["Codebook, a search"] = [str(bench.programs.app), "--search", "서버"]
    wakeups = bench.figures.measure("idle: wake-ups in a minute", subjects)
    quiet, minute = (1, 1) if bench.quick else (QUIET, MINUTE)
    with contextlib.ExitStack() as stack:
        # Each has a display and a bus of its own, so that each has the focus; nothing is measured that is disturbed by
        # their being there at the same time.
        processes = {name: stack.enter_context(focused(bench.programs, command)) for name, command in subjects.items()}
        bench.say(f"idle: {len(processes)} windows are left alone for {quiet + minute} seconds")
        time.sleep(quiet)
        before = {name: switches(process) for name, process in processes.items()}
        time.sleep(minute)
        for name, process in processes.items():
            threads = switches(process) - before[name]
            wakeups.add(name, threads.total())
            if threads:
                bench.say(f"idle: {name}: " + ", ".join(f"{thread} {count}" for thread, count in threads.most_common()))


@contextlib.contextmanager
def focused(programs, command):
    """The process of a program that has its window on a display of its own, with the focus."""
    with windows.new_user(programs) as (environment, told):
        preload = environment.pop("LD_PRELOAD")
        display = str(pathlib.Path(__file__).resolve().parents[3] / "build-aux/dev.d/with-display")
        script = 'openbox & exec env "LD_PRELOAD=$0" "$@"'
        with windows.running([display, "sh", "-c", script, preload, *command], environment) as session:
            process, *_ = windows.wait_for_first_frame(told, command, lambda: session.poll() is not None)
            try:
                yield process
            finally:
                # The display and the bus end with it.
                os.kill(process, signal.SIGKILL)
                session.wait()


def switches(process):
    """How often each thread of a process gave up the processor because it had nothing more to do: once for each time
    that it was woken. Threads of the same name are one."""
    counts = collections.Counter()
    for status in pathlib.Path(f"/proc/{process}/task").glob("*/status"):
        with contextlib.suppress(FileNotFoundError):
            fields = dict(line.split(":", 1) for line in status.read_text(encoding="utf-8").splitlines() if ":" in line)
            counts[fields["Name"].strip()] += int(fields["voluntary_ctxt_switches"])
    return counts
