# tap.py: runs unittest cases and reports them in the Test Anything Protocol
# SPDX-License-Identifier: GPL-3.0-or-later

"""Use as the last line of a test: `tap.main()`."""

import sys
import unittest


class TapResult(unittest.TestResult):
    """Prints one line for each test as it ends."""

    def __init__(self, stream):
        super().__init__()
        self.stream = stream
        self.number = 0

    def report(self, test, ok, remark=""):
        self.number += 1
        word = "ok" if ok else "not ok"
        print(f"{word} {self.number} - {test.id()}{remark}", file=self.stream, flush=True)

    def explain(self, text):
        for line in text.splitlines():
            print(f"# {line}", file=self.stream, flush=True)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.report(test, True)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.report(test, True, f" # SKIP {reason}")

    def addFailure(self, test, error):
        super().addFailure(test, error)
        self.report(test, False)
        self.explain(self.failures[-1][1])

    def addError(self, test, error):
        super().addError(test, error)
        self.report(test, False)
        self.explain(self.errors[-1][1])

    def addSubTest(self, test, subtest, error):
        # A sub-test that fails fails its test; the test itself is then not reported by addSuccess().
        super().addSubTest(test, subtest, error)
        if error is not None:
            self.report(subtest, False)
            self.explain((self.failures + self.errors)[-1][1])


def main():
    """Runs the tests of the program and exits."""
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    result = TapResult(sys.stdout)
    suite.run(result)
    print(f"1..{result.number}")
    sys.exit(0 if result.wasSuccessful() and result.number > 0 else 1)
