# search.py: how long a query takes, beside what others would take for the same texts, and how that grows
# SPDX-License-Identifier: GPL-3.0-or-later

import figures

# The one is ten times the other.
SIZES = (10000, 100000)
QUICK_SIZES = (30, 300)


def run(bench):
    options = ["--quick"] if bench.quick else []
    # It has more columns than the table, and prints a table of its own.
    print(bench.programs.output(str(bench.programs.bench / "bench-search"), *options), flush=True)
    count_growth(bench)


def count_growth(bench):
    """The work of each kind of query, counted: that it grows no faster than the entries shows here, where times swing with
    what the machine does, and with how much of the texts its caches hold."""
    program = bench.programs.bench / "bench-growth"
    if not bench.programs.counts_instructions or not program.exists():
        return
    small, large = QUICK_SIZES if bench.quick else SIZES
    bench.say(f"search: counting the instructions of queries over {large:,} entries")
    before, after = (kinds_of(bench.programs.instructions_of_steps([str(program), str(size)])) for size in (small, large))

    print(figures.line("search, thousand instructions", (f"{small:,}", "p95", f"{large:,}", "p95", "growth", "of p50")))
    for kind, counts in before.items():
        p50, p95 = ([figures.percentile(side, percent) for side in (counts, after[kind])] for percent in (50, 95))
        columns = [figures.number(value / 1000) for value in (p50[0], p95[0], p50[1], p95[1])]
        print(figures.line("  " + kind, (*columns, f"{p95[1] / p95[0]:.1f}×", f"{p50[1] / p50[0]:.1f}×")))
    print(flush=True)


def kinds_of(steps):
    """The counts of all queries of each kind, the kinds in the order in which they are measured."""
    kinds = {}
    for kind, count in steps:
        kinds.setdefault(kind, []).append(count)
    return kinds
