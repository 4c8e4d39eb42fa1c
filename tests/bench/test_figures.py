# test_figures.py: what the table of the benchmarks says of samples
# SPDX-License-Identifier: GPL-3.0-or-later

import io
import unittest

import figures
import programs
import tap


class Statistics(unittest.TestCase):
    def test_percentile(self):
        self.assertEqual(figures.percentile([7], 95), 7)
        self.assertEqual(figures.percentile([3, 1, 2], 50), 2)
        self.assertEqual(figures.percentile([4, 1, 3, 2], 50), 2)
        self.assertEqual(figures.percentile(range(101), 95), 95)

    def test_ratio(self):
        measure = figures.Measure("m", ("a", "b", "nothing"), "a")
        measure.add("a", 2, 2, 90)
        measure.add("b", 3)
        measure.add("nothing", 0)
        self.assertEqual(measure.ratio("a"), 1)
        self.assertEqual(measure.ratio("b"), 1.5)
        self.assertEqual(measure.ratio("nothing"), 0)

    def test_no_ratio(self):
        self.assertIsNone(self.ratio_to([]))
        self.assertIsNone(self.ratio_to([0]))

    def ratio_to(self, samples):
        measure = figures.Measure("m", ("a", "b"), "a")
        measure.add("a", *samples)
        measure.add("b", 1)
        return measure.ratio("b")

    def test_number(self):
        for value, text in ((0, "0"), (47.0, "47"), (12345.6, "12,346"), (16.667, "16.7"), (1.5, "1.50"), (0.0123, "0.012")):
            with self.subTest(value=value):
                self.assertEqual(figures.number(value), text)


class Table(unittest.TestCase):
    def test_lines(self):
        stream = io.StringIO()
        shown = figures.Figures(stream)
        shown.show()
        self.assertEqual(stream.getvalue(), "")
        measure = shown.measure("time, ms", ("first", "서버", "not there"), "first")
        measure.add("서버", 4)
        measure.add("first", 1, 2, 3)
        shown.show()
        shown.show()
        lines = stream.getvalue().splitlines()
        self.assertEqual([line.split() for line in lines], [
            ["median", "p95", "max", "ratio"],
            ["time,", "ms", "÷", "first"],
            ["first", "2", "2", "3", "1.00"],
            ["서버", "4", "2.00"],
        ])
        # Two letters of two columns each.
        self.assertEqual(len(lines[3]) + 2, len(lines[2]))


class Turns(unittest.TestCase):
    def test_by_turns(self):
        turns = list(programs.by_turns("ab", 2))
        self.assertEqual(turns, [(False, "a"), (False, "b"), (True, "b"), (True, "a"), (True, "a"), (True, "b")])


if __name__ == "__main__":
    tap.main()
