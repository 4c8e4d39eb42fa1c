# coverage-table.py: the summary that gcovr writes, as a table with a line for each folder
# SPDX-License-Identifier: GPL-3.0-or-later

import collections
import json
import os
import sys

ROW = "{:<14} {:>6} {:>7} {:>7}   {:>8} {:>7} {:>7}"


def share(covered, total):
    return f"{100 * covered / total:.1f} %" if total else "-"


def row(name, counts):
    return ROW.format(name, counts["line_total"], counts["line_covered"],
                      share(counts["line_covered"], counts["line_total"]), counts["branch_total"],
                      counts["branch_covered"], share(counts["branch_covered"], counts["branch_total"]))


def main(path):
    with open(path, encoding="utf-8") as file:
        files = json.load(file)["files"]

    folders = collections.defaultdict(collections.Counter)
    for entry in files:
        counts = {key: entry[key] for key in ("line_total", "line_covered", "branch_total", "branch_covered")}
        folders[os.path.dirname(entry["filename"])].update(counts)

    print(ROW.format("folder", "lines", "covered", "", "branches", "covered", ""))
    for folder in sorted(folders):
        print(row(folder, folders[folder]))
    print(row("together", sum(folders.values(), collections.Counter())))


main(sys.argv[1])
