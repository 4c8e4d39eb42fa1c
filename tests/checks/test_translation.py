# test_translation.py: the Korean is complete, and every file with strings is in po/POTFILES
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import subprocess
import unittest

import project
import tap

MARKED = {
    ".c": re.compile(r"\b(?:N?_|N?C_|d?ngettext|g_dngettext) ?\("),
    ".blp": re.compile(r"\bC?_\("),
    ".ui": re.compile(r'translatable="yes"'),
}


def has_strings(path):
    name = str(path)
    if name.startswith("data/catalog/"):
        return bool(re.search(r"<(group|labels)\b", project.read(path)))
    if name.endswith((".desktop.in", ".metainfo.xml.in", ".gschema.xml", ".gschema.xml.in")):
        return not name.endswith("gschema.xml") and "gettext-domain" not in project.read(path) or "desktop" in name
    return path.suffix in MARKED and bool(MARKED[path.suffix].search(project.read(path)))


class Translation(unittest.TestCase):
    def listed(self):
        lines = project.read("po/POTFILES").splitlines()
        return [line for line in lines if line and not line.startswith("#")]

    def test_potfiles_sorted(self):
        self.assertEqual(self.listed(), sorted(set(self.listed())))

    def test_potfiles_complete(self):
        candidates = project.files("src/*/*.c", "src/*/*.blp", "src/*/*.ui", "data/catalog/*.xml",
                                   "data/*.desktop.in", "data/*.metainfo.xml.in")
        expected = [str(path) for path in candidates if has_strings(path)]
        self.assertEqual(self.listed(), expected)

    def test_korean_complete(self):
        result = subprocess.run(["msgfmt", "--check", "--statistics", "--output-file=/dev/null",
                                 str(project.ROOT / "po/ko.po")],
                                capture_output=True, text=True, check=False)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertRegex(result.stderr, r"^\d+ translated messages?\.\s*$")

    def test_korean_has_no_leftovers(self):
        text = project.read("po/ko.po")
        self.assertNotIn("\n#~", text)
        self.assertNotIn("#, fuzzy", text)


if __name__ == "__main__":
    tap.main()
