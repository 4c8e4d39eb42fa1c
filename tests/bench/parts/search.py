# search.py: how long a query takes, beside what others would take for the same texts
# SPDX-License-Identifier: GPL-3.0-or-later


def run(bench):
    options = ["--quick"] if bench.quick else []
    # It has more columns than the table, and prints a table of its own.
    print(bench.programs.output(str(bench.programs.bench / "bench-search"), *options), flush=True)
