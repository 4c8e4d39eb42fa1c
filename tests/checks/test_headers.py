# test_headers.py: each header compiles alone, in C and with the includes of its own layer
# SPDX-License-Identifier: GPL-3.0-or-later

import concurrent.futures
import os
import subprocess
import sys
import tempfile
import unittest

import project
import tap

COMPILER = sys.argv[1:]
del sys.argv[1:]

PACKAGES = {"ui": ["gtk4", "libadwaita-1"], "app": ["gtk4", "libadwaita-1"], "cli": ["json-glib-1.0"]}


def compile_alone(header, flags):
    """What the compiler has to say of a file that includes the header and nothing else."""
    with tempfile.NamedTemporaryFile("w", suffix=".c") as source:
        source.write(f'#include "{header.name}"\n')
        source.flush()
        result = subprocess.run(COMPILER + ["-std=gnu17", "-fsyntax-only", "-Wall", "-Werror"] + flags + [source.name],
                                capture_output=True, text=True, check=False)
    return result.stderr


class Headers(unittest.TestCase):
    def compile(self, layer, headers):
        packages = ["gio-2.0"] + PACKAGES.get(layer, [])
        flags = subprocess.run(["pkg-config", "--cflags"] + packages, capture_output=True, text=True,
                               check=True).stdout.split()
        flags += [f"-I{project.ROOT / 'src' / name}" for name in [layer] + project.LAYERS[layer]]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for header, errors in zip(headers, pool.map(lambda each: compile_alone(each, flags), headers)):
                with self.subTest(header=str(header)):
                    self.assertEqual(errors, "")


def add_test(layer):
    def test(self):
        headers = project.files(f"src/{layer}/*.h")
        self.assertTrue(headers)
        self.compile(layer, headers)

    setattr(Headers, f"test_{layer}", test)


for each in project.LAYERS:
    add_test(each)

if __name__ == "__main__":
    tap.main()
