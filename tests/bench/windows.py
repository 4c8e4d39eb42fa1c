# windows.py: programs with a window: starting them, seeing their first frame, ending them
# SPDX-License-Identifier: GPL-3.0-or-later

import contextlib
import pathlib
import shutil
import subprocess
import tempfile
import time

PATIENCE = 120
# The distribution's programs that Codebook is measured beside where they are installed.
PEERS = ("gnome-characters", "d-spy", "gnome-font-viewer", "gtk4-demo")


def subjects(programs, peers=True):
    """Name and command of each program."""
    own = {
        "empty window": [str(programs.bench / "start/floor")],
        "skeleton": [str(programs.bench / "start/skeleton")],
        "Codebook": [str(programs.app)],
        "Codebook 404": [str(programs.app), "404"],
    }
    others = {name: [shutil.which(name)] for name in PEERS if peers and shutil.which(name)}
    return own | others


@contextlib.contextmanager
def new_user(programs, **variables):
    """The environment of someone who starts a program for the first time, with what tells of the first frame; and the
    file where that is told. The file's folder is removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="codebook-bench.") as folder:
        told = pathlib.Path(folder) / "first-frame"
        environment = dict(
            programs.environment,
            XDG_DATA_HOME=f"{folder}/data",
            XDG_CONFIG_HOME=f"{folder}/config",
            LD_PRELOAD=str(programs.bench / "start/libfirst-frame.so"),
            FIRST_FRAME_FILE=str(told),
            **variables,
        )
        yield environment, told


def instructions_to_first_frame(programs, command):
    """How many instructions a program takes to its first frame."""
    with new_user(programs, FIRST_FRAME_EXIT="1") as (environment, told):
        count = programs.instructions(command, environment)
        if not told.exists():
            raise RuntimeError(f"{' '.join(command)} ended before its first frame")
        return count


def wait_for_first_frame(told, command, has_ended):
    """The number of the process, when the frame was painted, in nanoseconds of the monotonic clock, and how many of the
    processor that took."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if told.exists() and (line := told.read_text(encoding="ascii")).endswith("\n"):
            return tuple(int(number) for number in line.split("\n")[0].split())
        if has_ended():
            raise RuntimeError(f"{' '.join(command)} ended before its first frame")
        time.sleep(0.01)
    raise RuntimeError(f"{' '.join(command)} painted no frame within {PATIENCE} seconds")


def running(command, environment):
    """A process that nobody listens to."""
    return subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL)


@contextlib.contextmanager
def started(programs, command):
    """A program that has painted its first frame: its process, the seconds that took, and those of the processor. Killed
    afterwards, so that it leaves nothing behind for the next one."""
    with new_user(programs) as (environment, told):
        begin = time.monotonic_ns()
        with running(command, environment) as process:
            try:
                pid, painted, worked = wait_for_first_frame(told, command, lambda: process.poll() is not None)
                yield pid, (painted - begin) / 1e9, worked / 1e9
            finally:
                process.kill()
    # Until the bus has seen that its name is free.
    time.sleep(0.1)
