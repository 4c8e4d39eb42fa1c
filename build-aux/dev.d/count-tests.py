#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""count-tests.py TESTLOG.json [FINDINGS]: counts test cases in Meson's log: each line of a TAP test, else each
test, and prints how many passed and failed as the last line. The names of what failed or was skipped go to
standard error, and the end of what a program said in which something failed. A report in the directory of findings, of a sanitizer or of valgrind, is shown and counts as one
more that failed. Exit status 0 only when something passed and nothing failed."""

import json
import pathlib
import re
import sys

# Anchored at the start of the line: an indented line belongs to a sub-test, which has a summary line of its own.
CASE = re.compile(r"^(not )?ok\b[ \t]*\d*[ \t]*(?:-[ \t]*)?([^#\n]*)(?:#[ \t]*(\w+)?.*)?$", re.MULTILINE)
GOOD = {"OK", "EXPECTEDFAIL"}
# Lines of each stream of a program in which something failed.
SHOWN = 60


def cases(record):
    """Yields (name, outcome) of one test program."""
    result = record["result"]
    found = []
    output = record.get("stdout") or ""
    if re.search(r"^(TAP version|\d+\.\.\d+|1\.\.0)", output, re.MULTILINE):
        for refused, name, directive in CASE.findall(output):
            directive = directive.upper()
            if directive.startswith("SKIP"):
                outcome = "skipped"
            elif directive == "TODO":
                outcome = "skipped" if refused else "failed"
            else:
                outcome = "failed" if refused else "passed"
            found.append((f"{record['name']} {name.strip()}", outcome))
    if not found:
        outcome = "passed" if result in GOOD else "skipped" if result == "SKIP" else "failed"
        found.append((record["name"], outcome))
    elif result not in GOOD | {"SKIP"} and all(outcome != "failed" for _, outcome in found):
        # It crashed, ran out of time or left out cases that it had promised.
        found.append((f"{record['name']} ({result.lower()})", "failed"))
    return found


def explain(record):
    """Shows why: Meson leaves out what stands beside the cases, and a log on a machine that is gone cannot be asked."""
    for stream in ("stdout", "stderr"):
        for line in (record.get(stream) or "").splitlines()[-SHOWN:]:
            print(f"dev:     {line}", file=sys.stderr)


def main():
    count = {"passed": 0, "failed": 0, "skipped": 0}
    try:
        with open(sys.argv[1], encoding="utf-8") as log:
            records = [json.loads(line) for line in log if line.strip()]
    except FileNotFoundError:
        records = []
    for record in records:
        outcomes = cases(record)
        for name, outcome in outcomes:
            count[outcome] += 1
            if outcome != "passed":
                print(f"dev: {outcome}: {name}", file=sys.stderr)
        if any(outcome == "failed" for _, outcome in outcomes):
            explain(record)
    reports = pathlib.Path(sys.argv[2]).iterdir() if len(sys.argv) > 2 else ()
    for report in sorted(reports):
        if report.stat().st_size > 0:
            count["failed"] += 1
            print(f"dev: failed: {report}:\n{report.read_text(errors='replace')}", file=sys.stderr)
    if count["skipped"]:
        print(f"dev: {count['skipped']} skipped", file=sys.stderr)
    sys.stderr.flush()
    print(f"{count['passed']} passed, {count['failed']} failed", flush=True)
    return 0 if count["passed"] and not count["failed"] else 1


if __name__ == "__main__":
    sys.exit(main())
