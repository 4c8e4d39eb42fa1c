# test_sanitizers.py: that the sanitizers of this build see a leak, an overflow and the undefined, and end the program
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import subprocess
import sys
import unittest

import tap

WRONG = sys.argv.pop(1)


class Sanitizers(unittest.TestCase):
    def assert_found(self, name, words):
        # What is found here is no finding of the run.
        environment = dict(os.environ)
        environment["ASAN_OPTIONS"] = environment.get("ASAN_OPTIONS", "") + ":log_path=stderr"
        result = subprocess.run([WRONG, name], env=environment, stderr=subprocess.PIPE, text=True, check=False)
        self.assertNotIn(result.returncode, (0, 2))
        self.assertIn(words, result.stderr)

    def test_leak(self):
        self.assert_found("leak", "LeakSanitizer: detected memory leaks")

    def test_overflow(self):
        self.assert_found("overflow", "AddressSanitizer: heap-buffer-overflow")

    def test_use_after_free(self):
        self.assert_found("use-after-free", "AddressSanitizer: heap-use-after-free")

    def test_undefined(self):
        self.assert_found("undefined", "runtime error: signed integer overflow")


tap.main()
