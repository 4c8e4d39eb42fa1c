# test_cli.py: codebook on the command line, from outside
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import pty
import random
import select
import signal
import subprocess
import sys
import tempfile
import time
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


COMMON = '127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET / HTTP/1.1" '
LONGEST_LINE = 64 * 1024


def annotate(text, *args, **environment):
    """What annotate makes of bytes, or of a text."""
    stdin = text if isinstance(text, bytes) else text.encode("utf-8")
    result = subprocess.run([CODEBOOK, "annotate", *args], input=stdin, capture_output=True, check=False,
                            env={**os.environ, **environment})
    if (result.returncode, result.stderr) != (0, b""):
        raise AssertionError(result.returncode, result.stderr)
    return result.stdout if isinstance(text, bytes) else result.stdout.decode("utf-8")


def annotate_on_terminal(text, *args, **environment):
    """The same where standard output is a terminal."""
    leader, follower = pty.openpty()
    result = subprocess.run([CODEBOOK, "annotate", *args], input=text.encode("utf-8"), stdout=follower, check=True,
                            env={**os.environ, "TERM": "xterm", "NO_COLOR": "", **environment})
    assert result.returncode == 0
    os.close(follower)
    out = b""
    while select.select([leader], [], [], 5)[0]:
        try:
            out += os.read(leader, 4096)
        except OSError:
            break
    os.close(leader)
    return out.decode("utf-8").replace("\r\n", "\n")


class Annotate(unittest.TestCase):
    def test_languages(self):
        line = COMMON + "404 153\n"
        for language, phrase in (("en", "Not Found"), ("ko", "찾을 수 없음")):
            with self.subTest(language=language):
                expected = COMMON + f"404 ({phrase}) 153\n"
                self.assertEqual(annotate(line, "--lang=" + language), expected)
                self.assertEqual(annotate(line, LANGUAGE=language), expected)
                self.assertEqual(annotate(line, "--lang=" + language, LC_ALL="C"), expected)
        self.assertEqual(annotate(line, "--lang=both", LANGUAGE="ko"), COMMON + "404 (찾을 수 없음 / Not Found) 153\n")
        self.assertEqual(annotate(line, "-l", "both"), COMMON + "404 (Not Found / 찾을 수 없음) 153\n")

    def test_formats(self):
        for before, after in (
                (COMMON + "499 0", COMMON + "499 (Client Closed Request) 0"),
                (COMMON + "520 0", COMMON + "520 (Web Server Returned an Unknown Error) 0"),
                (COMMON + "000 0", COMMON + "000 (No status) 0"),
                (COMMON + "418 0", COMMON + "418 (Unused: I'm a teapot) 0"),
                (COMMON + "306 0", COMMON + "306 (Unused: Switch Proxy) 0"),
                ("HTTP/1.1 404\r", "HTTP/1.1 404 (Not Found)\r"),
                ("< HTTP/2 404", "< HTTP/2 404 (Not Found)"),
                ("status=503 bytes=404", "status=503 (Service Unavailable) bytes=404"),
                ('{"status": 404, "http_status": "500"}',
                 '{"status": 404 (Not Found), "http_status": "500 (Internal Server Error)"}'),
                ("a 10/0/30/69/109 200 404 - - ---- 1/1/0/0/0 0/0", "a 10/0/30/69/109 200 (OK) 404 - - ---- 1/1/0/0/0 0/0"),
        ):
            with self.subTest(line=before):
                self.assertEqual(annotate(before + "\n", "--lang=en"), after + "\n")
                self.assertEqual(annotate(before, "--lang=en"), after)

    def test_unknown_code(self):
        # 472 is nobody's; 112 is a warn-code, which the catalog has, but no status code.
        for code in ("472", "112", "299"):
            self.assertEqual(annotate(COMMON + code + " 0\n"), COMMON + code + " 0\n")

    def test_phrase_is_there(self):
        line = "HTTP/1.1 404 Not Found\r\n"
        self.assertEqual(annotate(line, "--lang=en"), line)
        self.assertEqual(annotate(line, "--lang=ko"), "HTTP/1.1 404 (찾을 수 없음) Not Found\r\n")
        self.assertEqual(annotate(line, "--lang=both"), "HTTP/1.1 404 (찾을 수 없음) Not Found\r\n")
        self.assertEqual(annotate("HTTP/1.1 418 I'm a teapot\n", "--lang=en"), "HTTP/1.1 418 I'm a teapot\n")
        self.assertEqual(annotate("HTTP/1.1 418 I'm A Teapot\n", "--lang=both"),
                         "HTTP/1.1 418 (사용되지 않음 (찻주전자)) I'm A Teapot\n")
        self.assertEqual(annotate("HTTP/1.1 200 OKAY\n", "--lang=en"), "HTTP/1.1 200 (OK) OKAY\n")
        self.assertEqual(annotate("HTTP/1.1 413 Request Entity Too Large\n", "--lang=en"),
                         "HTTP/1.1 413 (Content Too Large) Request Entity Too Large\n")

    def test_twice_is_once(self):
        lines = COMMON + '404 153\nHTTP/2 200\n{"status":500}\nHTTP/1.1 418\n'
        for language in ("en", "ko"):
            once = annotate(lines, "--lang=" + language)
            self.assertNotEqual(once, lines)
            self.assertEqual(annotate(once, "--lang=" + language), once)

    def test_bytes(self):
        anything = random.Random(404).randbytes(300000).replace(b"HTTP", b"")
        for text in (b"", b"\n", b"\0", b"\xff\xfe\n\0\r\n", b"no end", b"\xec\xb0\n", bytes(range(256)) * 1000, anything):
            self.assertEqual(annotate(text), text)
        self.assertEqual(annotate(b"\xff\0HTTP/1.1 404\0\xff", "--lang=en"), b"\xff\0HTTP/1.1 404 (Not Found)\0\xff")

    def test_long_lines(self):
        code, phrase = b"HTTP/1.1 404", b" (Not Found)"
        for length in (LONGEST_LINE - 1, LONGEST_LINE, LONGEST_LINE + 1, 3 * LONGEST_LINE, 3 * LONGEST_LINE + 7):
            line = code.rjust(length - 1) + b"\n"
            added = phrase if length <= LONGEST_LINE else b""
            with self.subTest(length=length):
                # The line before it, of whatever length, makes no difference; the line behind is read as ever.
                for before in (b"", b"x\n", b"x" * 100000 + b"\n"):
                    self.assertEqual(annotate(before + line + code + b"\n", "--lang=en"),
                                     before + line[:-1] + added + b"\n" + code + phrase + b"\n")

    def test_streams(self):
        with subprocess.Popen([CODEBOOK, "annotate", "--lang=en"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              bufsize=0) as process:
            for line, expected in ((b"HTTP/1.1 404\n", b"HTTP/1.1 404 (Not Found)\n"), (b"other\n", b"other\n"),
                                   (b"HTTP/1.1 ", b""), (b"500\nHT", b"HTTP/1.1 500 (Internal Server Error)\n")):
                process.stdin.write(line)
                out = b""
                while len(out) < len(expected):
                    self.assertTrue(select.select([process.stdout], [], [], 20)[0], "nothing came out")
                    out += process.stdout.read(4096)
                self.assertEqual(out, expected)
            process.stdin.close()
            self.assertEqual((process.stdout.read(), process.wait()), (b"HT", 0))

    def test_flat_memory(self):
        def peak(make):
            """In KiB, of an input of 64 blocks."""
            with tempfile.TemporaryFile() as log:
                for _ in range(64):
                    log.write(make())
                log.seek(0)
                with subprocess.Popen([CODEBOOK, "annotate"], stdin=log, stdout=subprocess.DEVNULL) as process:
                    _, status, usage = os.wait4(process.pid, 0)
                    process.returncode = os.waitstatus_to_exitcode(status)
            self.assertEqual(process.returncode, 0)
            return usage.ru_maxrss

        little = peak(lambda: b"")
        line = COMMON.encode() + b"404 153\n"
        for name, block in (("one line", b"x" * 1000000), ("lines", line * (1000000 // len(line)))):
            with self.subTest(input=name):
                self.assertLess(peak(lambda b=block: b) - little, 16000)

    def test_color(self):
        line, plain = "HTTP/1.1 404\n", "HTTP/1.1 404 (Not Found)\n"
        colored = "HTTP/1.1 404 \033[33m(Not Found)\033[0m\n"
        self.assertEqual(annotate(line), plain)
        self.assertEqual(annotate(line, "--color=never"), plain)
        self.assertEqual(annotate(line, "--color=always"), colored)
        self.assertEqual(annotate(line, "--color=always", NO_COLOR="1"), colored)
        self.assertEqual(annotate_on_terminal(line), colored)
        self.assertEqual(annotate_on_terminal(line, "--color=auto"), colored)
        self.assertEqual(annotate_on_terminal(line, "--color=never"), plain)
        self.assertEqual(annotate_on_terminal(line, NO_COLOR="1"), plain)
        self.assertEqual(annotate_on_terminal(line, TERM="dumb"), plain)
        self.assertEqual(annotate_on_terminal(line, "--color=always", NO_COLOR="1"), colored)
        for code, color in (("101", 36), ("200", 32), ("304", 36), ("500", 31), ("000", 35), ("999", 35)):
            self.assertIn(f"\033[{color}m(", annotate(f"HTTP/1.1 {code}\n", "--color=always"))

    def test_input_fails(self):
        with open(os.devnull, "wb") as nothing:
            result = subprocess.run([CODEBOOK, "annotate"], stdin=os.open("/", os.O_RDONLY), stdout=nothing,
                                    stderr=subprocess.PIPE, check=False)
        self.assertEqual(result.returncode, 2)
        self.assertRegex(result.stderr.decode(), r"^codebook: Standard input cannot be read: .+\n$")

    def test_input_does_not_block(self):
        reader, writer = os.pipe()
        os.set_blocking(reader, False)
        with subprocess.Popen([CODEBOOK, "annotate", "--lang=en"], stdin=reader, stdout=subprocess.PIPE) as process:
            # Time to find nothing there yet: what was written before it looks tells nothing.
            time.sleep(0.5)
            self.assertIsNone(process.poll())
            os.write(writer, b"HTTP/1.1 404\n")
            self.assertEqual(process.stdout.readline(), b"HTTP/1.1 404 (Not Found)\n")
            os.write(writer, b"HTTP/1.1 200\n")
            self.assertEqual(process.stdout.readline(), b"HTTP/1.1 200 (OK)\n")
            os.close(writer)
            self.assertEqual(process.wait(), 0)
        os.close(reader)

    @unittest.skipUnless(os.path.exists("/dev/full"), "there is no /dev/full")
    def test_full_disk(self):
        with open("/dev/full", "wb") as full, open("/dev/zero", "rb") as endless:
            result = subprocess.run([CODEBOOK, "annotate"], stdin=endless, stdout=full, stderr=subprocess.PIPE,
                                    check=False, timeout=60)
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"No space left", result.stderr)

    def test_closed_pipe(self):
        with open("/dev/zero", "rb") as endless:
            with subprocess.Popen([CODEBOOK, "annotate"], stdin=endless, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE) as process:
                process.stdout.read(10)
                process.stdout.close()
                self.assertEqual((process.stderr.read(), process.wait()), (b"", -signal.SIGPIPE))


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
                      ["export", "--help"], ["annotate", "--help"]):
            with self.subTest(words=words):
                status, out, err = run(*words, LANGUAGE="en")
                self.assertEqual((status, err), (0, ""))
                self.assertIn("Usage", out)

    def test_wrong_use(self):
        for words in (["show"], ["search"], ["show", "404", "--lang=fr"], ["show", "404", "--format=tsv"],
                      ["search", "--stdin"], ["search", "--ids", "404"], ["search", "404", "--limit=-1"],
                      ["search", "404", "--limit=x"], ["list", "4xx", "5xx"], ["export", "all"], ["--serach", "x"],
                      ["annotate", "access.log"], ["annotate", "--color=blue"], ["annotate", "--lang=fr"],
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
        # What is held back to the end is as lost as what is written while there is more.
        for args in (["export"], ["show", "404"], ["list", "1xx", "--format=tsv"], ["search", "--stdin", "--ids"],
                     ["annotate"]):
            with self.subTest(args=args), open("/dev/full", "wb") as full:
                result = subprocess.run([CODEBOOK, *args], input=b"404\n", stdout=full, stderr=subprocess.PIPE, check=False)
                self.assertEqual((result.returncode, result.stderr), (2, b"codebook: No space left on device\n"))


if __name__ == "__main__":
    tap.main()
