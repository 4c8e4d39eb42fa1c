# test_cli.py: codebook on the command line, from outside
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import signal
import subprocess
import sys
import unittest

import tap

CODEBOOK = sys.argv.pop(1)


def run(*args, stdin=b"", **environment):
    result = subprocess.run([CODEBOOK, *args], input=stdin, capture_output=True, check=False,
                            env={**os.environ, **environment})
    return result.returncode, result.stdout.decode("utf-8"), result.stderr.decode("utf-8")


class Show(unittest.TestCase):
    def test_english(self):
        status, out, err = run("show", "404", "--lang=en")
        self.assertEqual((status, err), (0, ""))
        self.assertTrue(out.startswith("404 Not Found · 찾을 수 없음\nClient Error · Permanent\n"))
        self.assertIn("\nWhat it means\n", out)
        self.assertIn("https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5", out)

    def test_korean_in_every_locale(self):
        for locale in ("C", "C.UTF-8", "POSIX"):
            with self.subTest(locale=locale):
                status, out, _ = run("show", "404", "--lang=ko", LC_ALL=locale, LANGUAGE="")
                self.assertEqual(status, 0)
                self.assertTrue(out.startswith("404 찾을 수 없음 · Not Found\n"))
                self.assertNotIn("?\n", out.split("\n")[0])

    def test_both(self):
        _, out, _ = run("show", "404", "--lang=both", LANGUAGE="ko")
        self.assertIn("의미 / What it means", out)

    def test_language_of_the_locale(self):
        self.assertTrue(run("show", "404", LANGUAGE="ko")[1].startswith("404 찾을 수 없음"))
        self.assertTrue(run("show", "404", LANGUAGE="en")[1].startswith("404 Not Found"))

    def test_names(self):
        for name, first in (("get", "GET"), ("method:PUT", "PUT"), ("4xx", "4xx Client Error"),
                            ("not found", "404 Not Found"), ("찾을 수 없음", "404 Not Found")):
            with self.subTest(name=name):
                status, out, _ = run("show", name, "--lang=en")
                self.assertEqual(status, 0)
                self.assertTrue(out.startswith(first))

    def test_name_in_the_c_locale(self):
        self.assertEqual(run("show", "찾을 수 없음", LC_ALL="C")[0], 0)

    def test_several(self):
        status, out, err = run("show", "404", "nonsense", "410", "--lang=en")
        self.assertEqual(status, 1)
        self.assertIn("404 Not Found", out)
        self.assertIn("410 Gone", out)
        self.assertIn("There is no entry “nonsense”", err)

    def test_json(self):
        status, out, _ = run("show", "404", "GET", "--format=json", "--lang=both")
        entries = json.loads(out)
        self.assertEqual(status, 0)
        self.assertEqual([entry["id"] for entry in entries], ["status:404", "method:GET"])
        self.assertEqual(entries[0]["title"], {"en": "Not Found", "ko": "찾을 수 없음"})
        self.assertEqual(entries[0]["number"], 404)

    def test_markdown(self):
        _, out, _ = run("show", "404", "--format=markdown", "--lang=en")
        self.assertTrue(out.startswith("# 404 Not Found\n"))
        self.assertIn("```http\n", out)

    def test_not_a_terminal(self):
        self.assertNotIn("\033", run("show", "404")[1])


class Search(unittest.TestCase):
    def ids(self, text):
        status, out, err = run("search", "--stdin", "--ids", stdin=text.encode("utf-8"))
        self.assertEqual((status, err), (0, ""))
        return [line.split(" ") for line in out.splitlines()]

    def test_lines(self):
        lines = self.ids("404\nnot found\n4xx\n프록시\nzzzqqq\n")
        self.assertEqual(len(lines), 5)
        self.assertEqual([line[0] for line in lines[:3]], ["status:404", "status:404", "class:4xx"])
        self.assertIn("status:407", lines[3][:3])
        self.assertEqual(lines[4], ["-"])

    def test_line_ends(self):
        self.assertEqual(self.ids("404\r\n405")[0][0], "status:404")
        self.assertEqual(self.ids("404\r\n405")[1][0], "status:405")
        self.assertEqual(self.ids(""), [])
        self.assertEqual(len(self.ids("\n\n")), 2)

    def test_bytes(self):
        status, out, _ = run("search", "--stdin", "--ids", stdin=b"\xff\xfe\n404\n")
        self.assertEqual(status, 0)
        self.assertEqual(out.splitlines()[1].split(" ")[0], "status:404")

    def test_tsv(self):
        status, out, _ = run("search", "찾을", "--format=tsv", "--lang=ko", LC_ALL="C")
        first = out.splitlines()[0].split("\t")
        self.assertEqual(status, 0)
        self.assertEqual(first[:2], ["status:404", "404 찾을 수 없음"])
        self.assertEqual(len(first), 3)
        self.assertIn(":", first[2])

    def test_json(self):
        hits = json.loads(run("search", "404", "--format=json", "--lang=both")[1])
        self.assertEqual(hits[0]["id"], "status:404")
        self.assertEqual((hits[0]["field"], hits[0]["match"]), ("code", "exact"))

    def test_limit(self):
        self.assertEqual(len(run("search", "4", "--limit=3", "--format=tsv")[1].splitlines()), 3)

    def test_words_of_the_command_line(self):
        self.assertEqual(run("search", "not", "found", "--format=tsv")[1].split("\t")[0], "status:404")

    def test_nothing(self):
        status, out, err = run("search", "zzzqqq", LANGUAGE="en")
        self.assertEqual((status, out), (1, ""))
        self.assertIn("Nothing was found for “zzzqqq”", err)

    def test_nothing_as_json(self):
        status, out, _ = run("search", "zzzqqq", "--format=json")
        self.assertEqual((status, json.loads(out)), (1, []))


class Others(unittest.TestCase):
    def test_list_groups(self):
        status, out, _ = run("list", "--format=tsv", "--lang=en")
        groups = [line.split("\t")[0] for line in out.splitlines()]
        self.assertEqual(status, 0)
        self.assertEqual(groups[:7], ["1xx", "2xx", "3xx", "4xx", "5xx", "methods", "other-methods"])

    def test_list_group(self):
        _, out, _ = run("list", "methods", "--format=tsv")
        self.assertEqual([line.split("\t")[0] for line in out.splitlines()][:3],
                         ["method:GET", "method:HEAD", "method:POST"])
        self.assertEqual(json.loads(run("list", "4xx", "--format=json")[1])[0]["id"], "class:4xx")

    def test_list_unknown(self):
        status, out, err = run("list", "6xx")
        self.assertEqual((status, out), (1, ""))
        self.assertIn("There is no group “6xx”", err)

    def test_export(self):
        status, out, err = run("export", LC_ALL="C")
        document = json.loads(out)
        self.assertEqual((status, err), (0, ""))
        self.assertEqual(document["registry"], "2025-09-15")
        for entry in document["entries"]:
            for name in ("title", "summary"):
                self.assertTrue(entry[name]["en"] and entry[name]["ko"], entry["id"])

    def test_version(self):
        self.assertRegex(run("--version")[1], r"^codebook \d+\.\d+\.\d+\n$")

    def test_help(self):
        for words in (["--help"], ["-h"], ["show", "--help"], ["search", "-h"], ["list", "--help"],
                      ["export", "--help"]):
            with self.subTest(words=words):
                status, out, err = run(*words, LANGUAGE="en")
                self.assertEqual((status, err), (0, ""))
                self.assertIn("Usage", out)

    def test_wrong_use(self):
        for words in (["show"], ["search"], ["show", "404", "--lang=fr"], ["show", "404", "--format=tsv"],
                      ["search", "--stdin"], ["search", "--ids", "404"], ["search", "404", "--limit=-1"],
                      ["search", "404", "--limit=x"], ["list", "4xx", "5xx"], ["export", "all"], ["--serach", "x"],
                      ["serach", "x"], ["--search"], ["show", "--colour"]):
            with self.subTest(words=words):
                status, out, err = run(*words, LANGUAGE="en")
                self.assertEqual((status, out), (2, ""))
                self.assertRegex(err, r"^codebook: .+\n$")

    def test_unknown_name(self):
        status, out, err = run("nonsense", LANGUAGE="en")
        self.assertEqual((status, out), (1, ""))
        self.assertIn("codebook search nonsense", err)

    def test_closed_pipe(self):
        with subprocess.Popen([CODEBOOK, "export"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            process.stdout.read(10)
            process.stdout.close()
            errors = process.stderr.read()
            self.assertEqual((process.wait(), errors), (-signal.SIGPIPE, b""))

    @unittest.skipUnless(os.path.exists("/dev/full"), "there is no /dev/full")
    def test_full_disk(self):
        with open("/dev/full", "wb") as full:
            result = subprocess.run([CODEBOOK, "show", "404"], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"No space left", result.stderr)


if __name__ == "__main__":
    tap.main()
