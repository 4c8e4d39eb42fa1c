# test_input.py: input of any length and of any bytes, on the command line
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import subprocess
import sys
import tempfile
import unittest

import tap

CODEBOOK = sys.argv.pop(1)
KIB, MIB = 1024, 1024 * 1024
# 1024 is what the figures of a release are made with.
SIZE = int(os.environ.get("CB_INPUT_MIB", "64")) * MIB
# A sanitizer keeps what was freed, for a while.
SLACK = int(os.environ["CB_SLACK_MIB"]) * MIB
NOT_UTF8 = b"\xff\xfe\x80 \xc0\xaf\xed\xa0\x80 \xf4\x90\x80\x80 \xec\x84"


def run(*args, stdin=b""):
    result = subprocess.run([CODEBOOK, *args], input=stdin, capture_output=True, check=False, timeout=300)
    return result.returncode, result.stdout, result.stderr


def feed(args, block, size):
    """Gives it the block over and over until that is the size. Returns the exit status, how many bytes came out, and the
    most memory that it had, in bytes."""
    with tempfile.TemporaryFile() as errors:
        with subprocess.Popen([CODEBOOK, *args], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors) as process:
            writer = os.fork()
            if writer == 0:
                try:
                    while size > 0:
                        size -= process.stdin.write(block[:size])
                    process.stdin.close()
                finally:
                    os._exit(0)
            process.stdin.close()
            n_out = 0
            while data := process.stdout.read1(MIB):
                n_out += len(data)
            os.waitpid(writer, 0)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        return process.returncode, n_out, usage.ru_maxrss * KIB, errors.read()


class Length(unittest.TestCase):
    def assert_flat(self, args, block, n_out=None):
        _, _, little, _ = feed(args, block, 0)
        status, n_found, much, errors = feed(args, block, SIZE)
        self.assertEqual((status, errors), (0, b""))
        if n_out is not None:
            self.assertEqual(n_found, n_out)
        print(f"# {' '.join(args)}: {SIZE // MIB} MiB in, {little / MIB:.1f} MiB of memory for nothing, {much / MIB:.1f} for that")
        self.assertLess(much - little, SLACK)

    def test_annotate_lines(self):
        line = b'127.0.0.1 - - [21/Nov/2026:12:00:00 +0000] "GET / HTTP/1.1" 700 153 "-" "-"\n'
        self.assert_flat(["annotate"], line * (MIB // len(line)), SIZE)

    def test_annotate_one_line(self):
        self.assert_flat(["annotate"], b"x" * MIB, SIZE)

    def test_annotate_not_utf8(self):
        self.assert_flat(["annotate"], NOT_UTF8 * (MIB // len(NOT_UTF8)), SIZE)

    def test_search_one_line(self):
        self.assert_flat(["search", "--stdin", "--ids"], b"x" * MIB, 2)

    def test_search_zeros(self):
        self.assert_flat(["search", "--stdin", "--ids"], bytes(MIB), 2)

    def test_search_lines(self):
        # Each is a query, which takes its time.
        line = b"404" + b" " * (16 * KIB) + b"\n"
        self.assert_flat(["search", "--stdin", "--ids", "--limit=1"], line * (MIB // len(line)))

    def test_nothing(self):
        self.assertEqual(run("annotate"), (0, b"", b""))
        self.assertEqual(run("search", "--stdin", "--ids"), (0, b"", b""))

    def test_long_arguments(self):
        # 128 KiB is what Linux takes as one argument.
        word = "가나다 not found " * 6000
        word = word.encode()[:127 * KIB].decode(errors="ignore")
        for args, expected in ((["search", word], (0, 1)), (["show", word], (1,)), (["search", *[word] * 8], (0, 1)),
                               (["list", word], (1,)), ([word[1000:2000].replace(" ", "") * 100, "show"], (2,))):
            with self.subTest(command=args[0][:10]):
                status, _, errors = run(*args)
                self.assertIn(status, expected, errors[:200])


class Bytes(unittest.TestCase):
    def assert_clean(self, status, out, err):
        """It answers in UTF-8, and is not what the system ended."""
        self.assertIn(status, (0, 1, 2))
        out.decode("utf-8")
        err.decode("utf-8")

    def test_arguments(self):
        for word in (NOT_UTF8, b"404\xff", b"\xec", b"--\xff", b"--lang=\xff", b"--format=\xff", b"-\xff"):
            for command in ([b"show"], [b"search"], [b"list"], [b"export"], [b"annotate"], [b"help"],
                            [b"show", b"404"], [b"search", b"404"]):
                with self.subTest(command=command, word=word):
                    self.assert_clean(*run(*command, word))

    def test_command(self):
        for word in (b"--\xff", b"-\xff"):
            self.assert_clean(*run(word))

    def test_queries(self):
        status, out, _ = run("search", "--stdin", "--ids", stdin=NOT_UTF8 + b"\n404\0\xff\n404\n")
        self.assertEqual(status, 0)
        self.assertEqual(out.split(b"\n")[1].split(b" ")[0], b"status:404")
        self.assertEqual(out.split(b"\n")[1], out.split(b"\n")[2])

    def test_every_byte(self):
        queries = b"\n".join(bytes((byte, after)) for byte in range(256) for after in (0x20, 0x80, 0xbf, 0xff)
                             if byte != 0x0a) + b"\n"
        status, out, err = run("search", "--stdin", "--ids", "--limit=1", stdin=queries)
        self.assertEqual((status, err), (0, b""))
        self.assertEqual(out.count(b"\n"), queries.count(b"\n"))

    def test_environment(self):
        for name in ("LANGUAGE", "LANG", "LC_ALL", "HOME", "XDG_DATA_HOME"):
            result = subprocess.run([CODEBOOK, "show", "404"], capture_output=True, check=False,
                                    env={**os.environb, name.encode(): NOT_UTF8})
            with self.subTest(name=name):
                self.assertEqual((result.returncode, result.stderr), (0, b""))

    def test_input_fails(self):
        result = subprocess.run([CODEBOOK, "search", "--stdin", "--ids"], stdin=os.open("/", os.O_RDONLY),
                                capture_output=True, check=False)
        self.assertEqual(result.returncode, 2)
        self.assertRegex(result.stderr.decode(), r"^codebook: Standard input cannot be read: .+\n$")


if __name__ == "__main__":
    tap.main()
