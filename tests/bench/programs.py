# programs.py: the programs that are measured: where they are, what surrounds them, how they are run and counted
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

# What the tests set, and a user does not have.
NOT_A_USERS = ("G_DEBUG", "G_ENABLE_DIAGNOSTIC", "GTK_A11Y", "LANGUAGE", "MALLOC_CHECK_", "MALLOC_PERTURB_",
               "G_TEST_SRCDIR", "G_TEST_BUILDDIR")


class Programs:
    """The programs of a build, run where they were built. Instructions are counted where that is wanted and there is
    valgrind."""

    def __init__(self, build, counts_instructions=True):
        self.counts_instructions = counts_instructions and shutil.which("valgrind") is not None
        self.build = pathlib.Path(build).resolve()
        self.bench = self.build / "tests/bench"
        self.codebook = self.build / "src/cli/codebook"
        self.app = self.build / "src/app/codebook-app"
        self.provider = self.build / "src/provider/codebook-search-provider"
        self.environment = {name: value for name, value in os.environ.items() if name not in NOT_A_USERS}
        self.environment.update(
            LC_ALL="C.UTF-8",
            GSETTINGS_BACKEND="memory",
            GSETTINGS_SCHEMA_DIR=str(self.build / "data"),
        )

    def output(self, *command):
        """What a program prints; that it fails is an error here too, and what it then said is shown."""
        result = subprocess.run(command, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if result.returncode != 0:
            sys.stderr.write(result.stderr)
            result.check_returncode()
        return result.stdout

    def seconds(self, command, standard_input=os.devnull):
        """How long a program takes from before it is started to after its end, and how long it had a processor. Its
        output goes nowhere."""
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, standard_input, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        ]
        begin = time.monotonic_ns()
        process = os.posix_spawn(command[0], command, self.environment, file_actions=actions)
        _, status, usage = os.wait4(process, 0)
        end = time.monotonic_ns()
        if status != 0:
            raise subprocess.CalledProcessError(os.waitstatus_to_exitcode(status), command)
        return (end - begin) / 1e9, usage.ru_utime + usage.ru_stime

    def instructions(self, command, environment=None):
        """How many instructions a program runs from its start to its end: a count that does not depend on what else the
        machine does. Nothing where they are not counted."""
        if not self.counts_instructions:
            return None
        with tempfile.NamedTemporaryFile("r", prefix="codebook-bench.") as log:
            counting = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null",
                        f"--log-file={log.name}", *command]
            subprocess.run(counting, env=environment or self.environment, stdin=subprocess.DEVNULL,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
            return int(re.search(r"I\s+refs:\s+([\d,]+)", log.read())[1].replace(",", ""))

    def instructions_of_steps(self, command):
        """How many instructions a program runs from mark to mark of those that it makes for callgrind: pairs of the name
        of the step and the count."""
        with tempfile.TemporaryDirectory(prefix="codebook-bench.") as directory:
            counting = ["valgrind", "--tool=callgrind", "--instr-atstart=no",
                        f"--callgrind-out-file={directory}/steps", *command]
            subprocess.run(counting, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL, check=True)
            for part in sorted(pathlib.Path(directory).glob("steps.*"), key=lambda path: int(path.suffix[1:])):
                text = part.read_text(errors="replace")
                yield (re.search(r"^desc: Trigger: Client Request: (.*)$", text, re.M)[1],
                       int(re.search(r"^(?:summary|totals): (\d+)", text, re.M)[1]))


def by_turns(subjects, rounds):
    """Each subject as often as there are rounds, in an order that turns, so that a slow moment of the machine is
    everybody's. The first round, which warms everything up, is not to be counted: (counts, subject)."""
    subjects = list(subjects)
    for turn in range(rounds + 1):
        for place in range(len(subjects)):
            yield turn > 0, subjects[(place + turn) % len(subjects)]
