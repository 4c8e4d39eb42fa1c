# test_composition.py: searching while a real Korean input method composes
# SPDX-License-Identifier: GPL-3.0-or-later

import subprocess
import sys
import time
import unittest

import tap
from window import PATIENCE, Desktop, Window, wait_for

PREFIX, APPLICATION_ID = sys.argv[1:3]
del sys.argv[1:]


def setUpModule():
    unittest.enterModuleContext(Desktop())


class Composing(Window):
    """The program with ibus-hangul, switched to Hangul."""

    def __init__(self):
        super().__init__(PREFIX, APPLICATION_ID, "ko_KR.UTF-8", environment={"GTK_IM_MODULE": "ibus"})
        # What is not ours may warn.
        self.others = {key: value for key, value in self.environment.items() if key != "G_DEBUG"}
        self.daemon = None

    def start(self, *arguments):
        self.command("gsettings", "set", "org.freedesktop.ibus.engine.hangul", "initial-input-mode", "hangul")
        self.command("ibus", "write-cache")
        self.daemon = subprocess.Popen(["ibus-daemon", "-x", "-r", "-p", "disable"], env=self.others,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for("ibus-hangul", lambda: self.command("ibus", "engine", "hangul", check=False).returncode == 0)
        super().start(*arguments)

    def stop(self, kill=False):
        super().stop(kill)
        if self.daemon is not None:
            self.daemon.terminate()
            self.daemon.wait(PATIENCE)
            self.daemon = None

    def command(self, *arguments, check=True):
        return subprocess.run(arguments, env=self.others, capture_output=True, timeout=PATIENCE, check=check)

    def has_row(self, *words):
        return any(all(word in row for word in words) for row in self.rows())

    def wait_row(self, *words):
        return wait_for(f"row with {words} (there are {self.rows()[:4]})", lambda: self.has_row(*words))

    def is_searching(self):
        return not (self.first_row() or "").startswith("1xx")


class Composition(unittest.TestCase):
    def test_server_error(self):
        """서버 오류, key by key: every state shows rows, and never the list for browsing."""
        with Composing() as w:
            w.press("ctrl+f")
            w.press("t")
            wait_for("search", w.is_searching)
            for key in "jqj":
                w.press(key)
                for _ in range(5):
                    self.assertTrue(w.is_searching(), f"the list for browsing after {key}")
                    time.sleep(0.02)
            # The last syllable is still being composed.
            w.wait_row("서버 오류")
            w.press("space")
            for key in "dhfb":
                w.press(key)
                for _ in range(5):
                    self.assertTrue(w.is_searching(), f"the list for browsing after {key}")
                    time.sleep(0.02)
            w.wait_row("서버 오류")

    def test_half_built_syllable(self):
        """섭, on the way to 서버, finds what 서버 finds."""
        with Composing() as w:
            w.press("ctrl+f")
            w.press("t", "j", "q")
            w.wait_row("서버 오류")

    def test_enter_opens_once(self):
        with Composing() as w:
            w.press("ctrl+f")
            # 찾을: the last syllable is in the preedit when Return is pressed.
            w.press("c", "k", "w", "d", "m", "f")
            w.wait_row("404 찾을 수 없음")
            first = w.first_row().split(",")[0]
            w.press("Return")
            w.wait_heading(first)
            # One page was opened: one step back is the start page.
            w.press("alt+Left")
            wait_for("start page", lambda: first not in w.headings())

    def test_escape_clears(self):
        with Composing() as w:
            w.press("ctrl+f")
            w.press("t", "j", "q", "j")
            wait_for("search", w.is_searching)
            w.press("Escape")
            wait_for("end of the search", lambda: not w.is_searching())

    def test_type_from_a_row(self):
        """The first letter of a search that begins at a focused row is composed too."""
        with Composing() as w:
            w.press("ctrl+f", "Tab", "Tab", "Down")
            w.press("t", "j", "q", "j")
            w.wait_row("서버 오류")


if __name__ == "__main__":
    tap.main()
