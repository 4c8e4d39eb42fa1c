# start.py: what it takes to the first frame, and how much memory the window then has
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import time

import programs
import windows

REFERENCE = "skeleton"
# When a program has done what it puts off until its window is shown.
SETTLED = 3
MEMORY_ROUNDS = 3


def run(bench):
    subjects = windows.subjects(bench.programs, peers=not bench.quick)
    measure_instructions(bench, subjects)
    measure_time_and_memory(bench, subjects)


def measure_instructions(bench, subjects):
    if not bench.programs.counts_instructions:
        return
    counts = bench.figures.measure("start: instructions to first frame, millions", subjects, REFERENCE)
    # The first of all also starts the services of the bus.
    windows.instructions_to_first_frame(bench.programs, subjects["empty window"])
    # What has happened before the first frame depends a little on the moment, by one part in fifty.
    for _ in range(bench.rounds(3)):
        for name, command in subjects.items():
            bench.say(f"start: counting the instructions of {name}")
            counts.add(name, windows.instructions_to_first_frame(bench.programs, command) / 1e6)


def measure_time_and_memory(bench, subjects):
    times = bench.figures.measure("start: first frame, ms", subjects, REFERENCE)
    work = bench.figures.measure("start: processor time to first frame, ms", subjects, REFERENCE)
    memory = bench.figures.measure(f"start: memory (PSS) {SETTLED} s later, MB", subjects, REFERENCE)
    bench.say("start: times and memory")
    for counts, (name, command) in programs.by_turns(subjects.items(), bench.rounds(15)):
        with windows.started(bench.programs, command) as (process, passed, worked):
            if counts:
                times.add(name, passed * 1000)
                work.add(name, worked * 1000)
                if len(memory.samples[name]) < MEMORY_ROUNDS:
                    time.sleep(SETTLED)
                    memory.add(name, proportional_megabytes(process))


def proportional_megabytes(process):
    """The memory of a process, with its share of what it shares with others."""
    with open(f"/proc/{process}/smaps_rollup", encoding="ascii") as rollup:
        return int(re.search(r"^Pss:\s+(\d+) kB", rollup.read(), re.MULTILINE)[1]) * 1024 / 1e6
