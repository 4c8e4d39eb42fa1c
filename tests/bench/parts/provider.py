# provider.py: how long the desktop waits for an answer, against a service that does nothing
# SPDX-License-Identifier: GPL-3.0-or-later

# What bench-provider calls them.
SERVICES = ("empty service", "Codebook's provider")


def run(bench):
    programs = bench.programs
    measures = {
        "cold": bench.figures.measure("provider: first answer, with its start, ms", SERVICES, "empty service"),
        "warm": bench.figures.measure("provider: an answer, when running, ms", SERVICES, "empty service"),
    }
    rounds = ("1", "20") if bench.quick else ("40", "2000")
    lines = programs.output(str(programs.bench / "provider/bench-provider"), str(programs.provider),
                            str(programs.bench / "provider/empty-service"), *rounds)
    for line in lines.splitlines():
        measure, subject, microseconds = line.split("\t")
        measures[measure].add(subject, int(microseconds) / 1000)
