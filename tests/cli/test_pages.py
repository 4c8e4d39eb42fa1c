# test_pages.py: what codebook prints for people to read, on paper and on terminals of any width
# SPDX-License-Identifier: GPL-3.0-or-later

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
import unicodedata
import unittest

import tap

CODEBOOK = sys.argv.pop(1)


def run(*args, **environment):
    result = subprocess.run([CODEBOOK, *args], capture_output=True, check=False, env={**os.environ, **environment})
    return result.returncode, result.stdout.decode("utf-8"), result.stderr.decode("utf-8")


def on_terminal(columns, *args):
    """What the command prints on a terminal of that many columns."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with subprocess.Popen([CODEBOOK, *args], stdin=subprocess.DEVNULL, stdout=follower,
                          env={**os.environ, "TERM": "xterm", "NO_COLOR": ""}) as process:
        os.close(follower)
        out = b""
        while True:
            try:
                more = os.read(leader, 4096)
            except OSError:
                break
            if not more:
                break
            out += more
        assert process.wait() == 0
    os.close(leader)
    return out.decode("utf-8").replace("\r\n", "\n")


def width(text):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


class Pages(unittest.TestCase):
    def test_figure(self):
        _, out, _ = run("show", "401", "--lang=en")
        self.assertRegex(out, r"\n  1\. Client → Server: GET \S+\n  2\. Server → Client: 401 ")
        _, out, _ = run("show", "401", "--lang=ko")
        self.assertRegex(out, r"\n  1\. 클라이언트 → 서버: GET \S+\n")

    def test_table(self):
        _, out, _ = run("show", "guide:safe-and-idempotent", "--lang=en")
        rows = [line.strip().split(" | ") for line in out.splitlines() if " | " in line]
        self.assertGreater(len(rows), 5)
        self.assertEqual({len(row) for row in rows}, {len(rows[0])})
        self.assertIn("GET", [row[0] for row in rows])

    def test_both_languages(self):
        _, out, _ = run("list", "--lang=both", LANGUAGE="en")
        self.assertIn("Successful / 성공 (", out)
        _, out, _ = run("list", "methods", "--lang=both", LANGUAGE="en")
        self.assertIn("조회", out)
        _, out, _ = run("search", "404", "--lang=both", "--limit=1", LANGUAGE="en")
        self.assertTrue(out.startswith("404 Not Found / 찾을 수 없음\n"))
        _, out, _ = run("search", "404", "--lang=both", "--limit=1", LANGUAGE="ko")
        self.assertTrue(out.startswith("404 찾을 수 없음 / Not Found\n"))

    def test_suggestions(self):
        """They are no results: they go to standard error."""
        status, out, err = run("search", "ttimeout zz", LANGUAGE="en")
        self.assertEqual((status, out), (1, ""))
        lines = err.splitlines()
        self.assertEqual(lines[:2], ["codebook: Nothing was found for “ttimeout zz”", "Perhaps you mean:"])
        self.assertIn("  408 Request Timeout", lines[2:])
        self.assertLessEqual(len(lines), 5)

    def test_columns(self):
        """A paragraph is broken between words, where the columns end and only there."""
        for language, heading in (("en", "What it means"), ("ko", "의미")):
            _, out, _ = run("show", "404", "--lang=" + language)
            paragraph = out.split(f"\n{heading}\n")[1].split("\n")[0].strip()
            for columns in (20, 40, 80, 100, 300):
                with self.subTest(columns=columns, language=language):
                    out = on_terminal(columns, "show", "404", "--lang=" + language)
                    lines = out.split(f"\033[1m{heading}\033[0m\n")[1].split("\n\n")[0].splitlines()
                    lines = lines[:next(n + 1 for n in range(len(lines))
                                        if " ".join(line.strip() for line in lines[:n + 1]) == paragraph)]
                    limit = min(columns, 100)
                    for line, following in zip(lines, lines[1:] + [None]):
                        self.assertTrue(line.startswith("  "))
                        self.assertLessEqual(width(line), limit)
                        if following is not None:
                            self.assertGreater(width(line) + 1 + width(following.split()[0]), limit)

    def test_default_width(self):
        """A terminal that does not know its size has 80 columns."""
        self.assertEqual(on_terminal(0, "show", "404", "--lang=en"), on_terminal(80, "show", "404", "--lang=en"))

    def test_headings_stand_out(self):
        self.assertIn("\033[1mWhat it means\033[0m\n", on_terminal(80, "show", "404", "--lang=en"))
        self.assertNotIn("\033", run("show", "404", "--lang=en")[1])

    def test_wrong_use(self):
        for words in (["search", "404", "--lang=fr"], ["search", "404", "--format=markdown"], ["search", "404", "--colour"],
                      ["list", "--lang=fr"], ["list", "--format=markdown"], ["list", "--colour"],
                      ["export", "--lang=fr"], ["export", "--colour"], ["annotate", "--colour"]):
            with self.subTest(words=words):
                status, out, err = run(*words, LANGUAGE="en")
                self.assertEqual((status, out), (2, ""))
                self.assertRegex(err, r"^codebook: .+\n$")

    @unittest.skipUnless(os.path.exists("/dev/full"), "there is no /dev/full")
    def test_full_disk_amid_a_block(self):
        """Not only when the rest is written out at the end."""
        for rest in (b"", b" x" * 1000):
            with self.subTest(length=len(rest)), open("/dev/full", "wb") as full:
                result = subprocess.run([CODEBOOK, "annotate"], input=(b"HTTP/1.1 404" + rest + b"\n") * 20000,
                                        stdout=full, stderr=subprocess.PIPE, check=False)
                self.assertEqual(result.returncode, 2)
                self.assertIn(b"No space left", result.stderr)


if __name__ == "__main__":
    tap.main()
