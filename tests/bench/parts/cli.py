# cli.py: the command line against programs that do nothing, and how fast it annotates a log
# SPDX-License-Identifier: GPL-3.0-or-later

import fcntl
import random
import shutil
import struct
import subprocess
import tempfile
import termios
import time

import programs

MEGABYTE = 1000000
KINDS = ("access log", "JSON", "logfmt", "other text")


def run(bench):
    commands = {
        "true": [shutil.which("true")],
        "printf": [shutil.which("printf"), "404 Not Found\n"],
        "only GLib": [str(bench.programs.bench / "glib-only")],
        "codebook show 404": [str(bench.programs.codebook), "show", "404"],
        "codebook search 서버": [str(bench.programs.codebook), "search", "서버"],
        "codebook show 404 --format=json": [str(bench.programs.codebook), "show", "404", "--format=json"],
    }
    measure_time(bench, commands)
    measure_instructions(bench, commands)
    measure_annotate(bench)


def measure_time(bench, commands):
    times = bench.figures.measure("cli: from start to end, ms", commands, "only GLib")
    work = bench.figures.measure("cli: processor time, ms", commands, "only GLib")
    for counts, (name, command) in programs.by_turns(commands.items(), bench.rounds(41)):
        passed, worked = bench.programs.seconds(command)
        if counts:
            times.add(name, passed * 1000)
            work.add(name, worked * 1000)


def measure_instructions(bench, commands):
    counts = bench.figures.measure("cli: instructions, millions", commands, "only GLib")
    for name, command in commands.items():
        count = bench.programs.instructions(command)
        if count is not None:
            counts.add(name, count / 1e6)


def log_lines(kind, choose):
    """Some thousand lines of a kind of log."""
    for number in range(4000):
        status = choose.choice((200, 200, 200, 301, 304, 404, 499, 500, 502))
        size = choose.randrange(90000)
        if kind == "access log":
            yield (f'10.{choose.randrange(256)}.0.{number % 256} - - [10/Oct/2025:13:55:{number % 60:02} +0900] '
                   f'"GET /a/b/{number}?x={size} HTTP/1.1" {status} {size} "https://example.com/" '
                   '"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36"\n')
        elif kind == "JSON":
            yield (f'{{"time":"2025-10-10T13:55:{number % 60:02}.404Z","remote":"10.0.0.{number % 256}","method":"GET",'
                   f'"path":"/a/{number}","status":{status},"size":{size},"duration_ms":{number % 999}}}\n')
        elif kind == "logfmt":
            yield (f'at=info method=GET path="/x/{number}" host=example.com dyno=web.1 connect=0ms '
                   f'service={number % 999}ms status={status} bytes={size}\n')
        else:
            yield f"2025-10-10 12:00:{number % 60:02} the cache was emptied, which took {number % 999} ms\n"


def log_bytes(kind, megabytes):
    block = "".join(log_lines(kind, random.Random(1))).encode()
    return block * (int(megabytes * MEGABYTE) // len(block) + 1)


def measure_annotate(bench):
    speeds = bench.figures.measure("cli: codebook annotate, MB in a second of the processor", KINDS)
    command = [str(bench.programs.codebook), "annotate"]
    with tempfile.TemporaryDirectory(prefix="codebook-bench.") as folder:
        sizes = {}
        for kind in KINDS:
            contents = log_bytes(kind, 1 if bench.quick else 60)
            sizes[kind] = len(contents) / MEGABYTE
            with open(f"{folder}/{kind}", "wb") as file:
                file.write(contents)
        for counts, (kind, megabytes) in programs.by_turns(sizes.items(), bench.rounds(5)):
            _, worked = bench.programs.seconds(command, f"{folder}/{kind}")
            if counts:
                speeds.add(kind, megabytes / worked)

    sizes = {f"{megabytes} MB of log": megabytes for megabytes in (1, 2 if bench.quick else 100)}
    memory = bench.figures.measure("cli: codebook annotate, peak memory, MB", sizes, "1 MB of log")
    for name, megabytes in sizes.items():
        memory.add(name, peak_memory(bench, command, log_bytes("access log", megabytes)))


def peak_memory(bench, command, contents):
    """In MB, asked of the kernel when a program has read all its input but for the end."""
    with subprocess.Popen(command, env=bench.programs.environment, stdin=subprocess.PIPE,
                          stdout=subprocess.DEVNULL) as process:
        process.stdin.write(contents)
        process.stdin.flush()
        while unread(process.stdin):
            time.sleep(0.01)
        time.sleep(0.1)
        with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
            kilobytes = next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
        process.stdin.close()
        if process.wait() != 0:
            raise subprocess.CalledProcessError(process.returncode, command)
    return kilobytes * 1024 / MEGABYTE


def unread(pipe):
    return struct.unpack("i", fcntl.ioctl(pipe, termios.FIONREAD, b"\0\0\0\0"))[0]
