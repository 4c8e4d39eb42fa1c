# test_manual.py: the manual pages say what the program does, in both languages, and set without a warning
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import re
import shutil
import subprocess
import sys
import unittest

import project
import tap

CODEBOOK = sys.argv.pop(1)
PAGES = {"en": "data/man/codebook.1", "ko": "data/man/ko/codebook.1"}
SECTIONS = {"en": ["SYNOPSIS", "OPTIONS", "OUTPUT FORMATS", "EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES"],
            "ko": ["사용법", "옵션", "출력 형식", "종료 상태", "환경", "파일", "예제"]}
COMMANDS = ["show", "search", "list", "export", "annotate"]

# In the help of each command, and once in the page for all of them.
COMMON = {"-h", "--help"}


def run(*args):
    return subprocess.run([CODEBOOK, *args], capture_output=True, check=True).stdout.decode("utf-8")


def plain(roff):
    """The text of roff without fonts and escapes."""
    text = re.sub(r"^\.(B|I|[BRI][BRI]) (.*)$", lambda m: re.sub(r'"', "", m[2]) if m[1] in "BI"
                  else "".join(unquote(m[2])), roff, flags=re.M)
    return re.sub(r"\\f[BRI]|\\&", "", text).replace("\\-", "-").replace("\\(dq", '"').replace("\\(aq", "'")


def unquote(words):
    return [a or b for a, b in re.findall(r'"([^"]*)"|(\S+)', words)]


def members_of_entries():
    """The members of all entries of the export, each with those of the objects in it."""
    found = {}

    def walk(name, value):
        if isinstance(value, dict) and not set(value) <= {"en", "ko"}:
            found[name].update(value)
            value = list(value.values())
        if isinstance(value, list):
            for inner in value:
                walk(name, inner)

    for entry in json.loads(run("export"))["entries"]:
        for name, value in entry.items():
            found.setdefault(name, set())
            walk(name, value)
    return found


def options(text):
    """The options in a tag or in a line of help, with the value that they take: -l, --lang=LANG."""
    return set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*(?:=[A-Z]+)?", text))


class Page:
    def __init__(self, language):
        self.source = project.read(PAGES[language])
        self.sections = dict(re.findall(r'^\.SH "?(.+?)"?\n(.*?)(?=^\.SH|\Z)', self.source, flags=re.M | re.S))
        self.synopsis, self.options, self.formats, self.status = (self.sections[name]
                                                                  for name in SECTIONS[language][:4])
        self.commands = dict(re.findall(r"^\.SS codebook ([a-z]+)[^\n]*\n(.*?)(?=^\.S[SH])", self.source,
                                        flags=re.M | re.S))

    @staticmethod
    def tagged_options(body):
        return set().union(*(options(plain(tag)) for tag in re.findall(r"^\.TP\n(.+)", body, flags=re.M)))


class Manual:
    """What is tested of each page."""

    language = None

    def setUp(self):
        self.page = Page(self.language)

    def test_commands(self):
        self.assertEqual(re.findall(r"^  codebook ([a-z]+)\b", run("--help"), flags=re.M), COMMANDS)
        self.assertEqual(list(self.page.commands), COMMANDS)
        for command in COMMANDS:
            self.assertIn(f"codebook {command}", plain(self.page.synopsis))

    def test_options_of_commands(self):
        for command in COMMANDS:
            # An option stands at the start of its line; the texts behind it may name others.
            shown = {option for line in run(command, "--help").splitlines() if line.startswith("  -")
                     for option in options(re.split(r"\s{2,}", line.strip())[0])}
            self.assertLessEqual(COMMON, shown)
            with self.subTest(command=command):
                self.assertEqual(self.page.tagged_options(self.page.commands[command]), shown - COMMON)

    def test_options_without_command(self):
        self.assertEqual(self.page.tagged_options(self.page.options), options(run("--help")) | {"-h"})

    def test_exit_status(self):
        self.assertEqual(re.findall(r"^\.TP\n\.B (\d)", self.page.status, flags=re.M), ["0", "1", "2"])

    def test_groups_and_formats(self):
        for line in run("list", "--format=tsv").splitlines():
            self.assertIn(line.split("\t")[0], plain(self.page.commands["list"]))
        for command, names in (("show", ["text", "json", "markdown"]), ("search", ["text", "tsv", "json"]),
                               ("list", ["text", "tsv", "json"])):
            for name in names:
                self.assertIn(name, plain(self.page.commands[command]))

    def test_members(self):
        members = members_of_entries()
        entry = self.page.formats.split(".SS JSON\n")[1].split("\n.PP\n")[1]
        parts = re.split(r"^\.T[PQ]\n\.B ([a-z_]+)\n", entry, flags=re.M)[1:]
        described = dict(zip(parts[::2], parts[1::2]))
        self.assertEqual(set(described), set(members))

        # A figure may stand in an article. Tags that share a text stand above it.
        described["article"] += described["figure"]
        text = ""
        for name in reversed(list(described)):
            text = described[name] or text
            for member in members[name]:
                with self.subTest(member=f"{name}.{member}"):
                    self.assertRegex(plain(text), rf"\b{member}(?![a-z_])")

    def test_hits(self):
        text = plain(self.page.formats.split(".SS JSON\n")[1].split("\n.PP\n")[0])
        for command in (["search", "--format=json", "404"], ["list", "--format=json"], ["list", "4xx", "--format=json"]):
            for member in json.loads(run(*command))[0]:
                self.assertIn(member, text)
        for member in json.loads(run("export")):
            self.assertIn(member, text)

    def test_examples(self):
        section = self.page.sections[SECTIONS[self.language][-1]]
        examples = [plain(tag) for tag in re.findall(r"^\.TP\n(.+)", section, flags=re.M)]
        self.assertGreater(len(examples), 4)
        for example in examples:
            words = re.search(r"\bcodebook ([^|>]+)", example)[1].split()
            with self.subTest(example=example):
                result = subprocess.run([CODEBOOK, *words], stdin=subprocess.DEVNULL, capture_output=True, check=False)
                self.assertEqual((result.returncode, result.stderr), (0, b""))

    def set_page(self, *argv):
        result = subprocess.run([*argv, str(project.ROOT / PAGES[self.language])], capture_output=True, check=False,
                                env={**os.environ, "MANWIDTH": "80", "MANPAGER": "cat"})
        self.assertEqual((result.returncode, result.stderr.decode("utf-8", "replace")), (0, ""))
        return result.stdout.decode("utf-8")

    @unittest.skipUnless(shutil.which("man"), "man is not installed")
    def test_man(self):
        self.assertIn({"en": "Not Found", "ko": "찾을 수 없음"}[self.language], self.set_page("man", "--warnings", "--local-file"))

    @unittest.skipUnless(shutil.which("groff"), "groff is not installed")
    def test_groff(self):
        self.assertEqual(self.set_page("groff", "-man", "-Kutf8", "-Tutf8", "-ww", "-z"), "")


class English(Manual, unittest.TestCase):
    language = "en"


class Korean(Manual, unittest.TestCase):
    language = "ko"

    def test_terms(self):
        """One term a concept, as on the pages of the catalog."""
        for line in project.read("tests/data/terms-ko.tsv").splitlines():
            for rejected in [] if line.startswith("#") else line.split("\t")[3].split(";"):
                if rejected.strip() and rejected != "reject":
                    self.assertNotIn(rejected.strip(), self.page.source)


if __name__ == "__main__":
    tap.main()
