# figures.py: what was measured, and the table that shows it
# SPDX-License-Identifier: GPL-3.0-or-later

"""A measure ("first frame, ms") has subjects ("floor", "Codebook"), and each of them samples. The table has a line for
each subject: median, 95th percentile, greatest, and the median as a ratio to that of the subject that the measure names
as its reference."""

import math
import sys

NAME_WIDTH = 46
COLUMNS = ("median", "p95", "max", "ratio")
COLUMN_WIDTH = 11


def percentile(samples, percent):
    """The sample below which so many percent are; of the two in question the lower one."""
    ordered = sorted(samples)
    return ordered[math.floor((len(ordered) - 1) * percent / 100)]


def number(value):
    """Three digits or so: what is behind the point of a large number says nothing."""
    if value == int(value) or value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.{1 if value >= 10 else 2 if value >= 1 else 3}f}"


class Measure:
    """One thing that was measured on several subjects, shown in the order in which they are named."""

    def __init__(self, name, subjects, reference):
        self.name = name
        self.reference = reference
        self.samples = {subject: [] for subject in subjects}

    def add(self, subject, *values):
        self.samples[subject].extend(values)

    def ratio(self, subject):
        """Of medians; none where there is no reference."""
        reference = self.samples.get(self.reference)
        if not reference or percentile(reference, 50) == 0:
            return None
        return percentile(self.samples[subject], 50) / percentile(reference, 50)

    def lines(self):
        yield line(self.name, ("", "", "", f"÷ {self.reference}" if self.reference else ""))
        for subject, samples in self.samples.items():
            if not samples:
                continue
            ratio = self.ratio(subject)
            spread = (number(percentile(samples, 95)), number(max(samples))) if len(samples) > 1 else ("", "")
            yield line("  " + subject, (number(percentile(samples, 50)), *spread, "" if ratio is None else f"{ratio:.2f}"))


def line(name, columns):
    """A line of the table; a name may be Korean, whose letters are two columns wide."""
    width = sum(2 if ord(letter) >= 0x1100 else 1 for letter in name)
    return (name + " " * max(0, NAME_WIDTH - width) + "".join(f"{column:>{COLUMN_WIDTH}}" for column in columns)).rstrip()


class Figures:
    """All measures of a run, shown part by part as they come."""

    def __init__(self, stream=sys.stdout):
        self.stream = stream
        self.measures = []
        self.shown = 0
        self.begun = False

    def measure(self, name, subjects, reference=None):
        measure = Measure(name, subjects, reference)
        self.measures.append(measure)
        return measure

    def show(self):
        """Prints what has come since the last time."""
        for measure in self.measures[self.shown:]:
            if not any(measure.samples.values()):
                continue
            if not self.begun:
                print(line("", COLUMNS), file=self.stream)
            self.begun = True
            print(*measure.lines(), sep="\n", file=self.stream, flush=True)
        self.shown = len(self.measures)
