# catalog.py: what it takes to have the catalog and its index, which are made while building
# SPDX-License-Identifier: GPL-3.0-or-later

WORKS = {
    "catalog": "catalog",
    "index": "index",
    "index, made anew instead": "new-index",
}


def run(bench):
    program = str(bench.programs.bench / "bench-catalog")
    times = bench.figures.measure("catalog: to have it, µs of the processor", WORKS, "index")
    for name, work in WORKS.items():
        rounds = bench.rounds(20 if work == "new-index" else 1000)
        times.add(name, *(int(line) / 1000 for line in bench.programs.output(program, work, str(rounds)).split()))

    counts = bench.figures.measure("catalog: the first time, thousand instructions", WORKS, "index")
    for name, work in WORKS.items():
        none, once = (bench.programs.instructions([program, work, number]) for number in ("0", "1"))
        if none is not None:
            counts.add(name, (once - none) / 1000)
