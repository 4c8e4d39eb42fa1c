#!/usr/bin/env python3
# bench.py: measures the programs of a build and prints one table; `build-aux/dev bench` makes the build and calls this
# SPDX-License-Identifier: GPL-3.0-or-later

import argparse
import importlib
import sys

import figures
import programs

# Each is a module in parts/ with a function run (bench).
PARTS = ("start", "idle", "typing", "search", "catalog", "cli", "provider")


class Bench:
    """What a part is given."""

    def __init__(self, build, quick, counts_instructions):
        self.programs = programs.Programs(build, counts_instructions)
        self.figures = figures.Figures()
        self.quick = quick

    def rounds(self, number):
        """How often a thing is measured; quickly, only to see that it can be."""
        return 1 if self.quick else number

    def say(self, text):
        print(f"bench: {text}", file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser(description="Measures the programs of a build and prints one table.")
    parser.add_argument("--build", required=True, help="the build directory, with its target `bench` built")
    parser.add_argument("--quick", action="store_true", help="one round of each, without peers: to see that all of it runs")
    parser.add_argument("--no-instructions", action="store_true", help="without counting instructions, which takes long")
    parser.add_argument("part", nargs="*", metavar="PART", help=", ".join(PARTS))
    arguments = parser.parse_args()
    for part in arguments.part:
        if part not in PARTS:
            parser.error(f"there is no part {part}: the parts are {', '.join(PARTS)}")

    bench = Bench(arguments.build, arguments.quick, not arguments.no_instructions)
    for part in arguments.part or PARTS:
        bench.say(f"{part} …")
        importlib.import_module(f"parts.{part}").run(bench)
        bench.figures.show()


if __name__ == "__main__":
    main()
