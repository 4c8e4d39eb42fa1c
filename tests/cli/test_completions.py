# test_completions.py: what bash, zsh and fish offer behind codebook, asked of the shells themselves
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

import project
import tap

CODEBOOK = pathlib.Path(sys.argv.pop(1)).resolve()
COMPLETIONS = project.ROOT / "data/completions"
COMMANDS = ["show", "search", "list", "export", "annotate"]
GROUPS = ["1xx", "2xx", "3xx", "4xx", "5xx", "methods", "other-methods", "unofficial", "guides", "situations"]
PATIENCE = 30

# What is typed before Tab, and all that must be offered for the last word, without what stands there already up to an
# equals sign. "…" says that there may be more.
CASES = [
    ("codebook ", [*COMMANDS, "404", "GET", "status:404", "…"]),
    ("codebook s", ["show", "search", "status:404", "situation:login-failed", "…"]),
    ("codebook annot", ["annotate"]),
    ("codebook 40", ["400", "401", "402", "403", "404", "405", "406", "407", "408", "409"]),
    ("codebook show 50", ["500", "501", "502", "503", "504", "505", "506", "507", "508", "509"]),
    ("codebook show 4x", ["4xx"]),
    ("codebook show GE", ["GET"]),
    ("codebook show status:41", ["status:410", "status:411", "status:412", "status:413", "status:414", "status:415",
                                 "status:416", "status:417", "status:418", "status:419"]),
    ("codebook show 404 --lang=ko method:P", ["method:POST", "method:PUT", "method:PATCH", "method:PROPFIND",
                                              "method:PROPPATCH", "method:PRI"]),
    ("codebook show guide:401", ["guide:401-vs-403"]),
    ("codebook show -l ko 41", ["410", "411", "412", "413", "414", "415", "416", "417", "418", "419"]),
    ("codebook show zzz", []),
    ("codebook list ", GROUPS),
    ("codebook list other", ["other-methods"]),
    ("codebook search 40", []),
    ("codebook search not ", []),
    ("codebook show --lang=", ["ko", "en", "both"]),
    ("codebook show --lang=b", ["both"]),
    ("codebook list --lang ", ["ko", "en", "both"]),
    ("codebook export -l ", ["ko", "en", "both"]),
    ("codebook show --format=", ["text", "json", "markdown"]),
    ("codebook search -f ", ["text", "tsv", "json"]),
    ("codebook list 4xx --format=t", ["text", "tsv"]),
    ("codebook annotate --color=", ["auto", "always", "never"]),
    ("codebook annotate --color ", ["auto", "always", "never"]),
]


def run(*args):
    return subprocess.run([str(CODEBOOK), *args], capture_output=True, check=True).stdout.decode("utf-8")


def environment(home):
    """The shell finds our program, and nothing of the user's."""
    bin_dir = pathlib.Path(home) / "bin"
    bin_dir.mkdir(exist_ok=True)
    (bin_dir / "codebook").symlink_to(CODEBOOK)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("BASH", "ZSH", "ZDOT", "FISH"))}
    return {**kept, "PATH": f"{bin_dir}:{os.environ['PATH']}", "HOME": home, "XDG_CONFIG_HOME": home,
            "XDG_DATA_HOME": home, "ZDOTDIR": home, "TERM": "dumb", "INPUTRC": "/dev/null", "PS1": "$ "}


def options_of(command):
    """The options that the help of a command, or of none, has."""
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", run(*([command] if command else []), "--help")))


class Terminal:
    """A shell on a terminal, for keys."""

    def __init__(self, argv, home):
        leader, follower = pty.openpty()
        self.leader = leader
        self.process = subprocess.Popen(argv, stdin=follower, stdout=follower, stderr=follower, cwd=home,
                                        env=environment(home), start_new_session=True)
        os.close(follower)
        self.said = b""

    def listen(self, seconds):
        if select.select([self.leader], [], [], seconds)[0]:
            try:
                self.said += os.read(self.leader, 4096)
            except OSError:
                time.sleep(seconds)

    def type(self, text):
        os.write(self.leader, text.encode("utf-8"))

    def wait_for(self, check):
        """Until check() gives something, which is returned."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            result = check()
            if result:
                return result
            self.listen(0.02)
        raise AssertionError("waited in vain; the shell said " + repr(self.said[-2000:]))

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.leader)


class Shell:
    """What is tested of each shell."""

    program = None

    def setUp(self):
        if shutil.which(self.program) is None:
            self.skipTest(f"{self.program} is not installed")
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = folder.name

    def assert_offers(self, line, offered, expected):
        whole = [word.rsplit("=", 1)[-1] for word in offered]
        more = expected[-1:] == ["…"]
        for word in expected[:-1] if more else expected:
            self.assertIn(word, whole, line)
        if not more:
            self.assertEqual(sorted(set(whole)), sorted(expected), line)

    def test_choices(self):
        for (line, expected), offered in zip(CASES, self.ask([line for line, _ in CASES])):
            with self.subTest(line=line):
                self.assert_offers(line, offered, expected)

    def test_options(self):
        lines = ["codebook --"] + [f"codebook {command} --" for command in COMMANDS]
        for command, offered in zip([None, *COMMANDS], self.ask(lines)):
            with self.subTest(command=command):
                self.assertEqual({word.rstrip("=") for word in offered}, options_of(command))


class Bash(Shell, unittest.TestCase):
    program = "bash"

    def ask(self, lines):
        script = """
            source "$0"
            for COMP_LINE; do
              COMP_POINT=${#COMP_LINE}
              COMP_WORDBREAKS=$' \\t\\n"\\'><=;|&(:'
              _codebook codebook
              printf '%s\\n' "${COMPREPLY[@]}"
              echo .
            done"""
        out = subprocess.run(["bash", "--norc", "--noprofile", "-c", script, str(COMPLETIONS / "codebook.bash"), *lines],
                             capture_output=True, check=True, env=environment(self.home), cwd=self.home)
        self.assertEqual(out.stderr, b"")
        offers = [part.split() for part in out.stdout.decode("utf-8").split(".\n")[:-1]]
        # Bash replaces only what stands behind its break, so the rest of the word is not offered again.
        return [[line.rsplit(" ", 1)[-1].rpartition(":")[0] + ":" + word if ":" in line else word for word in offer]
                for line, offer in zip(lines, offers)]

    def test_keys(self):
        terminal = Terminal(["bash", "--norc", "--noprofile", "-i"], self.home)
        self.addCleanup(terminal.close)
        terminal.type(f"source '{COMPLETIONS}/codebook.bash'\n")
        out = pathlib.Path(self.home) / "out"
        terminal.type("codebook show method:GE\t --la\tb\t -f j\t > out; echo > done\n")
        terminal.wait_for((pathlib.Path(self.home) / "done").exists)
        entries = json.loads(out.read_text(encoding="utf-8"))
        self.assertEqual(entries[0]["id"], "method:GET")
        self.assertEqual(set(entries[0]["title"]), {"en", "ko"})


class Zsh(Shell, unittest.TestCase):
    program = "zsh"

    def open(self):
        home = pathlib.Path(self.home)
        (home / ".zshrc").write_text(f"""
            unsetopt global_rcs
            PS1='$ ' LISTMAX=10000
            fpath=('{COMPLETIONS}' $fpath)
            autoload -Uz compinit && compinit -u -D
            # What is added to the matches goes to a file, too.
            compadd () {{
              local -a hits
              if [[ ${{@[1,(i)(-|--)]}} != *-[OAD]\\ * ]]; then
                builtin compadd -A hits "$@"
                (( $#hits )) && print -rl -- $hits >> offers
              fi
              builtin compadd "$@"
            }}
            capture () {{ zle list-choices; print . >> offers; BUFFER= }}
            zle -N capture
            bindkey '^T' capture
            print ready > ready
        """, encoding="utf-8")
        terminal = Terminal(["zsh", "-d", "-i"], self.home)
        self.addCleanup(terminal.close)
        terminal.wait_for((home / "ready").exists)
        return terminal

    def ask(self, lines):
        terminal = self.open()
        offers = pathlib.Path(self.home) / "offers"
        result = []
        for line in lines:
            terminal.type(line + "\x14")
            text = terminal.wait_for(lambda: offers.exists() and offers.read_text(encoding="utf-8").endswith(".\n")
                                     and offers.read_text(encoding="utf-8"))
            offers.unlink()
            result.append(text.split("\n")[:-2])
        return result

    def test_keys(self):
        terminal = self.open()
        terminal.type("codebook show method:GE\t--la\tb\t-f j\t> out; echo > done\n")
        terminal.wait_for((pathlib.Path(self.home) / "done").exists)
        entries = json.loads((pathlib.Path(self.home) / "out").read_text(encoding="utf-8"))
        self.assertEqual(entries[0]["id"], "method:GET")
        self.assertEqual(set(entries[0]["title"]), {"en", "ko"})


class Fish(Shell, unittest.TestCase):
    program = "fish"

    def ask(self, lines):
        script = "source $argv[1]; for line in $argv[2..]; complete -C $line; echo .; end"
        out = subprocess.run(["fish", "--no-config", "-c", script, str(COMPLETIONS / "codebook.fish"), *lines],
                             capture_output=True, check=True, env=environment(self.home), cwd=self.home)
        self.assertEqual(out.stderr, b"")
        return [[line.split("\t")[0] for line in part.splitlines()]
                for part in out.stdout.decode("utf-8").split(".\n")[:-1]]

    def test_titles(self):
        script = "source $argv[1]; complete -C 'codebook show 404'; complete -C 'codebook list 4'"
        out = subprocess.run(["fish", "--no-config", "-c", script, str(COMPLETIONS / "codebook.fish")],
                             capture_output=True, check=True, env={**environment(self.home), "LANGUAGE": "ko"})
        self.assertEqual(out.stdout.decode("utf-8"), "404\t찾을 수 없음\n4xx\t클라이언트 오류\n")


if __name__ == "__main__":
    tap.main()
