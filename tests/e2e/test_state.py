# test_state.py: what survives: a crash, a cleared search, a machine without locales
# SPDX-License-Identifier: GPL-3.0-or-later

import subprocess
import sys
import unittest

import tap
from window import PATIENCE, Desktop, Window, wait_for, xdotool

PREFIX, APPLICATION_ID = sys.argv[1:3]
del sys.argv[1:]


def setUpModule():
    unittest.enterModuleContext(Desktop())


def window(language="en_US.UTF-8", **options):
    return Window(PREFIX, APPLICATION_ID, language, **options)


class Survival(unittest.TestCase):
    def test_crash(self):
        """Favourites, recent entries and the size of the window outlive a program that is killed."""
        with window() as w:
            w.show("404", "404 Not Found")
            w.press("ctrl+d")
            w.show("GET", "GET")
            xdotool("windowsize", "--sync", w.x_window, "900", "640")
            keyfile = w.home / "config/glib-2.0/settings/keyfile"
            wait_for("size of the window on disk", lambda: "window-width=1040" not in keyfile.read_text())
            for name, expected in ("favorites", "status:404\n"), ("recent", "method:GET\nstatus:404\n"):
                wait_for(f"{name} on disk", lambda name=name, expected=expected: any(
                    path.read_text() == expected for path in w.home.glob(f"data/*/{name}")))
            size = keyfile.read_text()
            w.stop(kill=True)
            w.start()
            w.wait_heading("Favorites")
            w.wait_heading("Recently Viewed")
            self.assertEqual(keyfile.read_text(), size)

    def test_no_favorite_left(self):
        """Whoever takes the last favourite away has none after a restart either."""
        with window() as w:
            def favorites():
                return {path.read_text() for path in w.home.glob("data/*/favorites")}

            w.show("404", "404 Not Found")
            w.press("ctrl+d")
            wait_for("favourite on disk", lambda: favorites() == {"status:404\n"})
            w.press("ctrl+d")
            wait_for("favourites on disk", lambda: favorites() == {""})
            w.stop(kill=True)
            w.start()
            w.wait_heading("Recently Viewed")
            self.assertNotIn("Favorites", w.headings())
            self.assertEqual(favorites(), {""})

    def test_command_in_a_running_instance(self):
        """`codebook 404` shows 404 in the window that is there."""
        with window() as w:
            command = w.prefix / "bin/codebook"
            subprocess.run([command, "404"], env=w.environment, timeout=PATIENCE, check=True)
            w.wait_heading("404 Not Found")
            subprocess.run([command, "--search", "teapot"], env=w.environment, timeout=PATIENCE, check=True)
            w.wait_first_row("418")
            self.assertEqual(len(w.windows()), 1)

    def test_cleared_search(self):
        """The list for browsing is where it was, with the same row selected, when a search is over."""
        with window() as w:
            w.show("404", "404 Not Found")
            selected = wait_for("selected row", w.selected_row)
            self.assertTrue(selected.startswith("404"), selected)
            before = w.rows()
            self.assertNotIn("1xx", before[0])
            w.search("teapot")
            w.wait_first_row("418")
            w.press("Escape")
            wait_for(f"list as it was ({before[:2]}; it is {w.rows()[:2]})", lambda: w.rows() == before)
            self.assertEqual(w.selected_row(), selected)

    def test_no_locale_but_c(self):
        """Korean where the machine has no locale but C, and back to English."""
        with window("C.UTF-8", settings={"language": "'ko'"}, environment={"LOCPATH": "/nonexistent"}) as w:
            w.wait_heading("어떤 코드입니까?")
            self.assertIn("주 메뉴", w.texts())
            w.show("404", "404 찾을 수 없음")


if __name__ == "__main__":
    tap.main()
