# test_layers.py: a layer uses only the layers that it may use
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import subprocess
import sys
import unittest

import project
import tap

ARCHIVES = sys.argv[1:]
del sys.argv[1:]

TOOLKIT = re.compile(r"^_?(gtk|gdk|gsk|adw|pango|cairo)_")


class Layers(unittest.TestCase):
    def test_no_toolkit_symbol(self):
        self.assertTrue(ARCHIVES)
        for archive in ARCHIVES:
            with self.subTest(archive=archive):
                symbols = subprocess.run(["nm", "--undefined-only", "--format=just-symbols", archive],
                                         capture_output=True, text=True, check=True).stdout.split()
                self.assertGreater(len(symbols), 10)
                self.assertEqual([name for name in symbols if TOOLKIT.match(name)], [])

    def test_includes(self):
        own = {path.name: path.parts[1] for path in project.files("src/*/*.h")}
        for layer, below in project.LAYERS.items():
            for path in project.files(f"src/{layer}/*.[ch]"):
                for name in re.findall(r'^#include "([^"]+)"', project.read(path), re.M):
                    with self.subTest(file=str(path), include=name):
                        if name in own:
                            self.assertIn(own[name], [layer] + below)
                if layer not in ("ui", "app"):
                    with self.subTest(file=str(path)):
                        self.assertNotRegex(project.read(path), r"#include <(gtk|adwaita|gdk|pango)")


if __name__ == "__main__":
    tap.main()
