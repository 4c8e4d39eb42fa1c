# test_tree.py: what every file of the project has, and none may have
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import re
import unicodedata
import unittest

import project
import tap

SOURCES = ("src/**/*.[ch]", "src/**/*.blp", "src/**/*.css", "src/**/*.xml", "src/**/meson.build", "tests/**/*.[ch]",
           "tests/**/*.py", "tests/**/meson.build", "data/**/*.xml", "data/**/*.its", "data/**/*.rng",
           "data/**/*.in", "data/**/meson.build", "build-aux/**/*", "meson.build")


class Tree(unittest.TestCase):
    def test_licence(self):
        for path in project.files(*SOURCES):
            with self.subTest(file=str(path)):
                head = project.read(path)[:600]
                self.assertRegex(head, r"SPDX-License-Identifier: (GPL-3\.0-or-later|CC0-1\.0)")

    def test_text(self):
        for path in project.files(*SOURCES, "*.md", "po/*"):
            with self.subTest(file=str(path)):
                text = project.read(path)
                self.assertTrue(text.endswith("\n"))
                self.assertNotIn("\t", text if path.suffix in (".c", ".h", ".py", ".blp") else "")
                self.assertNotIn("\r", text)
                self.assertNotRegex(text, r"[ \t]\n")
                if "tests" not in path.parts:
                    self.assertEqual(unicodedata.normalize("NFC", text), text)

    def test_scripts_are_executable(self):
        for path in project.files("build-aux/dev", "build-aux/uninstall", ".ci/run"):
            with self.subTest(file=str(path)):
                self.assertTrue(os.access(project.ROOT / path, os.X_OK))

    def test_first_line_names_the_file(self):
        for path in project.files("src/**/*.[ch]", "tests/**/*.[ch]"):
            with self.subTest(file=str(path)):
                self.assertTrue(project.read(path).startswith(f"/* {path.name}: "))

    def test_symbols_are_one_filled_path(self):
        """Rows and cards draw them by themselves, and know of nothing else that a drawing may have."""
        symbols = project.files("data/icons/symbolic/*.svg")
        self.assertTrue(symbols)
        for path in symbols:
            with self.subTest(file=str(path)):
                text = project.read(path)
                self.assertEqual(re.findall(r"<(?!\?|!|/)(\w+)", text), ["svg", "path"])
                self.assertIn('width="16" height="16" viewBox="0 0 16 16"', text)
                self.assertNotRegex(text, r'stroke|transform|opacity|fill="none"')


if __name__ == "__main__":
    tap.main()
