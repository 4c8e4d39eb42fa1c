# test_surroundings.py: the window comes up, without a warning, whatever the desktop around it lacks
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import tap

PROGRAM = sys.argv.pop(1)
SCHEMA_PATH = "io/github/codebook/Codebook"
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{home}/fonts</cachedir></fontconfig>
"""


class Surroundings(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="codebook-faults.")
        self.addCleanup(folder.cleanup)
        self.home = pathlib.Path(folder.name)

    def start(self, *args, **changes):
        """Shows the first frame; a warning is a crash."""
        environment = {**os.environ, "HOME": str(self.home), "XDG_CONFIG_HOME": f"{self.home}/config",
                       "XDG_DATA_HOME": f"{self.home}/data", "XDG_CACHE_HOME": f"{self.home}/cache",
                       "G_DEBUG": "fatal-warnings", "GSETTINGS_BACKEND": "keyfile"}
        for name, value in changes.items():
            if value is None:
                environment.pop(name, None)
            else:
                environment[name] = str(value)
        result = subprocess.run([PROGRAM, "--exit-after-first-frame", *args], env=environment, capture_output=True,
                                check=False, timeout=120)
        return result.returncode, result.stderr.decode(errors="replace")

    def assert_starts(self, *args, **changes):
        status, errors = self.start(*args, **changes)
        self.assertEqual(status, 0, errors)

    def settings(self, content):
        """Writes the file of the settings."""
        file = self.home / "config/glib-2.0/settings/keyfile"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        return file

    def test_as_it_is(self):
        self.assert_starts()

    def test_a_warning_would_be_seen(self):
        self.assertNotEqual(self.start(GDK_DEBUG="no-portals", GDK_BACKEND="nothing")[0], 0)

    def test_no_session_bus(self):
        self.assert_starts(DBUS_SESSION_BUS_ADDRESS=f"unix:path={self.home}/nothing")
        self.assert_starts(DBUS_SESSION_BUS_ADDRESS="nonsense")

    def test_no_hangul(self):
        file = self.home / "fonts.conf"
        for folder, warnings in (("/usr/share/fonts/opentype/cantarell", "fatal-warnings"),
                                 # Without any font at all it is GTK that complains.
                                 (self.home / "none", None)):
            file.write_text(FONTS.format(folder=folder, home=self.home), encoding="utf-8")
            with self.subTest(folder=folder):
                self.assert_starts("404", FONTCONFIG_FILE=file, G_DEBUG=warnings)

    def test_no_icons(self):
        # Without the types of files GTK does not know its own built-in icons.
        (self.home / "share").mkdir()
        (self.home / "share/mime").symlink_to("/usr/share/mime")
        self.assert_starts("404", XDG_DATA_DIRS=f"{self.home}/share")

    def test_no_home(self):
        # In /proc nobody can make anything, not even root. The libraries complain that they cannot keep theirs.
        nowhere = "/proc/nowhere"
        status, errors = self.start("404", HOME=nowhere, XDG_CONFIG_HOME=f"{nowhere}/config", G_DEBUG=None,
                                    XDG_DATA_HOME=f"{nowhere}/data", XDG_CACHE_HOME=f"{nowhere}/cache")
        self.assertEqual(status, 0, errors)
        self.assertNotRegex(errors, r"CRITICAL|: cb-")

    def test_no_cache(self):
        # Where only C is installed, the language is made known by a file in there.
        self.settings(f"[{SCHEMA_PATH}]\nlanguage='ko'\n".encode())
        self.assert_starts("404", XDG_CACHE_HOME="/proc/nowhere", LC_ALL="C.UTF-8", LANGUAGE=None, LOCPATH=self.home)
        file = self.home / "file"
        file.write_bytes(b"")
        self.assert_starts("404", XDG_CACHE_HOME=file, LC_ALL="C.UTF-8", LANGUAGE=None, LOCPATH=self.home)

    def test_only_c(self):
        # The first time it makes what makes Korean known, the second time it finds it; a damaged one it makes anew.
        self.settings(f"[{SCHEMA_PATH}]\nlanguage='ko'\n".encode())
        for _ in range(2):
            self.assert_starts("404", LC_ALL="C.UTF-8", LANGUAGE=None, LOCPATH=self.home)
            links = [file for file in (self.home / "cache").rglob("*") if file.is_symlink()]
            self.assertEqual([link.is_dir() for link in links], [True], links)
        links[0].unlink()
        links[0].symlink_to(self.home / "nothing")
        self.assert_starts("404", LC_ALL="C.UTF-8", LANGUAGE=None, LOCPATH=self.home)
        self.assertTrue(links[0].is_dir())

    def test_strange_settings(self):
        for content in (f"[{SCHEMA_PATH}]\nlanguage='eo'\ntexts='nothing'\nzoom=100000\nwindow-width=-5\nwindow-height=0\n",
                        f"[{SCHEMA_PATH}]\nlanguage=7\ntexts=[1,2]\nzoom='big'\nwindow-maximized=maybe\nunknown=1\n",
                        f"[{SCHEMA_PATH}]\nwindow-width=2147483647\nwindow-height=2147483647\nlibrary='\\u0000'\n",
                        f"[{SCHEMA_PATH}]\nlibrary='{'x' * 1000000}'\n"):
            self.settings(content.encode())
            with self.subTest(content=content[:60]):
                self.assert_starts("404")

    def test_damaged_settings(self):
        """GLib itself complains; the program goes on with what it would have without settings."""
        for content in (b"\0" * 4096, b"\xff\xfe[\n=", b"[unfinished", b"no group\n", b"[" + b"x" * 100000):
            self.settings(content)
            with self.subTest(content=content[:20]):
                self.assert_starts("404", G_DEBUG=None)

    def test_unreadable_settings(self):
        self.settings(b"").unlink()
        (self.home / "config/glib-2.0/settings/keyfile").mkdir()
        self.assert_starts("404", G_DEBUG=None)

    def test_not_utf8(self):
        for word in (b"\xff\xfe", b"404\xff", b"codebook:\xff", b"codebook:%ff%00%zz", b"codebook://404/%C3"):
            with self.subTest(word=word):
                status, errors = self.start(word)
                # An argument that is no text in this locale is refused by GLib, with words of its own.
                self.assertIn(status, (0, 1), errors)

    def test_long(self):
        self.assert_starts("x" * 100000)
        self.assert_starts("--search", "서버 오류 " * 6000)
        self.assert_starts("--search", "")


if __name__ == "__main__":
    tap.main()
