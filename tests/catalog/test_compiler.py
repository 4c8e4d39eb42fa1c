# test_compiler.py: the compiler and the indexer that the build runs over the source files
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import subprocess
import sys
import tempfile
import unittest

import tap

COMPILER, MSGFMT, INDEXER = (sys.argv.pop(1) for _ in range(3))
DATA = os.path.join(os.environ["G_TEST_SRCDIR"], "..", "data")

CATALOG = '<catalog version="1" registry="2025-09-15"><file name="labels.xml"/></catalog>\n'
LABELS = """<?xml version="1.0" encoding="UTF-8"?>
<labels>
  <label id="a">One &amp; two</label>
  <label id="b">Three</label>
  <label id="c" translate="no">Go</label>
</labels>
"""
LABEL = b'<labels><label id="a" translate="no">%s</label></labels>'
PO_HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'


def message(context, text, translation):
    return f'\nmsgctxt "{context}"\nmsgid "{text}"\nmsgstr "{translation}"\n'


class Compiler(unittest.TestCase):
    """Merges a small catalog with a translation, as the build does, and checks it."""

    def check(self, labels, po):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("source", "merged", "po"):
                os.mkdir(os.path.join(folder, name))
            files = {"source/catalog.xml": CATALOG, "source/labels.xml": labels,
                     "merged/catalog.xml": CATALOG, "po/LINGUAS": "ko\n", "po/ko.po": PO_HEAD + po}
            for name, text in files.items():
                with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                    file.write(text)

            merged = os.path.join(folder, "merged", "labels.xml")
            subprocess.run([MSGFMT, "--xml", "--template=" + os.path.join(folder, "source/labels.xml"),
                            "-d", os.path.join(folder, "po"), "-o", merged],
                           env={**os.environ, "GETTEXTDATADIRS": DATA}, check=False,
                           stderr=subprocess.DEVNULL)
            if not os.path.exists(merged):
                with open(merged, "w", encoding="utf-8") as file:
                    file.write(labels)
            result = subprocess.run([COMPILER, os.path.join(folder, "source"), os.path.join(folder, "merged"),
                                     os.path.join(folder, "image")],
                                    capture_output=True, text=True, check=False)
            return result.returncode, result.stderr.replace(folder + "/", "")

    def test_complete(self):
        status, errors = self.check(LABELS, message("a", "One & two", "하나 & 둘") + message("b", "Three", "셋"))
        self.assertEqual((status, errors), (0, ""))

    def test_missing_translation(self):
        status, errors = self.check(LABELS, message("a", "One & two", "하나 & 둘"))
        self.assertEqual(status, 1)
        self.assertIn("source/labels.xml:4:3: b: <label> has no Korean translation: Three\n", errors)
        self.assertIn("1 texts without a Korean translation in po/ko.po\n", errors)

    def test_empty_translation(self):
        status, errors = self.check(LABELS, message("a", "One & two", "") + message("b", "Three", "셋"))
        self.assertEqual(status, 1)
        self.assertIn("source/labels.xml:3:3: a: <label>", errors)

    def test_fuzzy_translation(self):
        fuzzy = message("b", "Three", "셋").replace("\nmsgctxt", "\n#, fuzzy\nmsgctxt")
        status, errors = self.check(LABELS, message("a", "One & two", "하나 & 둘") + fuzzy)
        self.assertEqual(status, 1)
        self.assertIn("source/labels.xml:4:3: b:", errors)

    def test_wrong_element(self):
        status, errors = self.check(LABELS.replace('<label id="b">Three</label>', "<lable/>"), "")
        self.assertEqual(status, 1)
        self.assertIn("source/labels.xml:4:3: unexpected <lable>, expected <label>", errors)

    def test_duplicate_id(self):
        status, errors = self.check(LABELS.replace('id="b"', 'id="a"'), "")
        self.assertEqual(status, 1)
        self.assertIn("source/labels.xml:4:3: the label “a” is given twice", errors)

    def test_dangling_link(self):
        status, errors = self.check(LABELS.replace("Three", "[[status:499]]"), "")
        self.assertEqual(status, 1)
        self.assertIn("source/labels.xml:4:3: a link leads to “status:499”", errors)

    def compile(self, labels, catalog=CATALOG.encode()):
        """Of these very bytes, in which nothing is translated."""
        with tempfile.TemporaryDirectory() as folder:
            for name, content in (("catalog.xml", catalog), ("labels.xml", labels)):
                with open(os.path.join(folder, name), "wb") as file:
                    file.write(content)
            result = subprocess.run([COMPILER, folder, folder, os.path.join(folder, "image")],
                                    capture_output=True, check=False, timeout=120)
            return (result.returncode, result.stderr.decode().replace(folder + "/", ""),
                    os.path.exists(os.path.join(folder, "image")))

    def test_bytes(self):
        start = LABEL.index(b"%s") + 1
        for content, message in ((b"\xff", f"1:{start}: a byte 0xff, expected UTF-8 text"),
                                 (b"\0", f"1:{start}: a byte 0x00, expected UTF-8 text"),
                                 (b"\xed\xa0\x80", f"1:{start}: a byte 0xed, expected UTF-8 text"),
                                 (b"\xec\x84", f"1:{start}: a byte 0xec, expected UTF-8 text"),
                                 (b"&#0;", "1:[0-9]+: Character reference “0” does not encode a permitted character"),
                                 (b"&#xD800;", "1:[0-9]+: Character reference “D800” does not encode a permitted character")):
            with self.subTest(content=content):
                status, errors, made = self.compile(LABEL % content)
                self.assertEqual((status, made), (1, False))
                self.assertRegex(errors, f"^labels.xml:{message}\n$")
        self.assertEqual(self.compile(LABEL % b"Go", CATALOG.encode() + b"\0"),
                         (1, "catalog.xml:2:1: a byte 0x00, expected UTF-8 text\n", False))
        status, errors, _ = self.compile((LABEL % b"Go").decode().encode("utf-16"))
        self.assertEqual((status, errors), (1, "labels.xml:1:1: a byte 0xff, expected UTF-8 text\n"))

    def test_length(self):
        """A mebibyte where a word is expected: taken where any word is, else refused at its place."""
        long = b"x" * 1024 * 1024
        right = LABEL % b"Go"
        for labels in (LABEL % long, right.replace(b'"a"', b'"' + long + b'"')):
            self.assertEqual(self.compile(labels), (0, "", True))
        for labels, message in ((right.replace(b'"no"', b'"' + long + b'"'),
                                 "1:9: the attribute “translate” of <label> is “x+”, expected one of: no"),
                                (right.replace(b"id=", long + b'="b" id='),
                                 "1:9: <label> has an unknown attribute “x+”"),
                                (b"<" + long + b"/>", "1:1: unexpected <x+>, expected .*"),
                                (b"<a>" * len(long), "1:97: <a> is within 32 others, expected fewer")):
            with self.subTest(message=message):
                status, errors, made = self.compile(labels)
                self.assertEqual((status, made), (1, False))
                self.assertRegex(errors, f"^labels.xml:{message}\n$")

    def test_usage(self):
        result = subprocess.run([COMPILER], capture_output=True, text=True, check=False)
        self.assertEqual(result.returncode, 2)
        self.assertIn("usage: ", result.stderr)

    def test_missing_files(self):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("source", "merged"):
                os.mkdir(os.path.join(folder, name))
            # In the order in which they are read.
            for missing in ("source/catalog.xml", "source/labels.xml", "merged/labels.xml", "merged/catalog.xml"):
                status, errors = run(COMPILER, *(os.path.join(folder, name) for name in ("source", "merged", "image")))
                self.assertEqual(status, 1)
                self.assertRegex(errors, f"{folder}/{missing}.*: No such file or directory\n$")
                with open(os.path.join(folder, missing), "w", encoding="utf-8") as file:
                    file.write(CATALOG if missing.endswith("catalog.xml") else (LABEL % b"Go").decode())
            status, errors = run(COMPILER, *(os.path.join(folder, name) for name in ("source", "merged", "none/image")))
            self.assertEqual(status, 1)
            self.assertRegex(errors, f"{folder}/none/image.*: No such file or directory\n$")


def run(*command):
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.returncode, result.stderr


class Indexer(unittest.TestCase):
    """Makes the index of a small catalog."""

    def setUp(self):
        folder = self.enterContext(tempfile.TemporaryDirectory())
        for name, text in (("catalog.xml", CATALOG), ("labels.xml", LABELS.replace(">One", ' translate="no">One')
                                                      .replace('"b">', '"b" translate="no">'))):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        self.image, self.index = os.path.join(folder, "image"), os.path.join(folder, "index")
        self.assertEqual(run(COMPILER, folder, folder, self.image), (0, ""))

    def test_index(self):
        self.assertEqual(run(INDEXER, self.image, self.index), (0, ""))
        self.assertGreater(os.path.getsize(self.index), 0)

    def test_usage(self):
        self.assertEqual(run(INDEXER, self.image), (2, "usage: search-indexer CATALOG OUTPUT\n"))

    def test_missing_catalog(self):
        status, errors = run(INDEXER, self.image + "s", self.index)
        self.assertEqual(status, 1)
        self.assertRegex(errors, "images.*: No such file or directory\n$")

    def test_damaged_catalog(self):
        with open(self.image, "r+b") as file:
            file.truncate(100)
        self.assertEqual(run(INDEXER, self.image, self.index),
                         (1, "the compiled catalog is damaged, or of another version or machine\n"))
        self.assertFalse(os.path.exists(self.index))

    def test_no_place(self):
        status, errors = run(INDEXER, self.image, "/nonexistent/index")
        self.assertEqual(status, 1)
        self.assertRegex(errors, "/nonexistent/index.*: No such file or directory\n$")


if __name__ == "__main__":
    tap.main()
