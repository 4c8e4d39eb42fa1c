# test_window.py: the installed program from outside: through the accessibility bus, with real keys
# SPDX-License-Identifier: GPL-3.0-or-later

import pathlib
import subprocess
import sys
import time
import unittest

import tap
from window import Desktop, Window, activate, clipboard, name_of, wait_for, xdotool

PREFIX, APPLICATION_ID = sys.argv[1:3]
del sys.argv[1:]

LANGUAGES = ("en_US.UTF-8", "ko_KR.UTF-8")
HEADING = {"en_US.UTF-8": "404 Not Found", "ko_KR.UTF-8": "404 찾을 수 없음"}


def setUpModule():
    unittest.enterModuleContext(Desktop())
    assert pathlib.Path(PREFIX, "libexec/codebook-app").exists(), f"nothing is installed in {PREFIX}"


def window(language="en_US.UTF-8", **options):
    return Window(PREFIX, APPLICATION_ID, language, **options)


class BothLanguages(unittest.TestCase):
    def test_search_and_open(self):
        for language in LANGUAGES:
            with self.subTest(language=language), window(language) as w:
                w.type("404")
                w.wait_first_row(HEADING[language])
                w.press("Return")
                w.wait_heading(HEADING[language])

    def test_browse(self):
        for language in LANGUAGES:
            with self.subTest(language=language), window(language) as w:
                first = {"en_US.UTF-8": "1xx ", "ko_KR.UTF-8": "1xx "}[language]
                w.wait_first_row(first)
                w.press("ctrl+f", "Down", "Down", "Return")
                w.wait_heading({"en_US.UTF-8": "100 Continue", "ko_KR.UTF-8": "100 계속"}[language])

    def test_every_control_is_named(self):
        for language in LANGUAGES:
            with self.subTest(language=language), window(language) as w:
                for query in (None, "404", "GET", "qqqzzzxxwv"):
                    if query:
                        w.search(query)
                        w.press("Return")
                        wait_for("the search to take place", lambda: w.find("text") or w.find("entry") or True)
                    unnamed = [(node.get_role_name(), node.get_description())
                               for node in w.nodes("push button", "button", "toggle button", "radio button", "entry",
                                                   "menu item", "combo box", "link", "image")
                               if not name_of(node) and not within_named(node)]
                    self.assertEqual(unnamed, [])


def within_named(node):
    """A menu button's inner button and a window's own controls are named by what is around them."""
    parent = node.get_parent()
    for _ in range(3):
        if parent is None:
            return False
        if parent.get_role_name() in ("push button", "button", "toggle button", "menu item", "list item") \
                and parent.get_name():
            return True
        parent = parent.get_parent()
    return False


class Journeys(unittest.TestCase):
    def test_type_anywhere(self):
        """The first letter is not lost, and a new word begins a new search when a result was opened."""
        with window() as w:
            w.type("gone")
            w.wait_first_row("410 Gone")
            w.press("Return")
            w.wait_heading("410 Gone")
            w.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab")
            w.type("teapot")
            w.wait_first_row("418")

    def test_escape(self):
        with window() as w:
            w.search("404")
            w.wait_first_row("404")
            w.press("Escape")
            w.wait_first_row("1xx")

    def test_history(self):
        with window() as w:
            for query, heading in (("404", "404 Not Found"), ("410", "410 Gone")):
                w.search(query)
                w.press("Return")
                w.wait_heading(heading)
            w.press("alt+Left")
            w.wait_heading("404 Not Found")
            w.press("alt+Right")
            w.wait_heading("410 Gone")
            w.press("alt+Home")
            w.wait_heading("Which Code Is It?")

    def test_link(self):
        with window() as w:
            w.search("404")
            w.press("Return")
            w.wait_heading("404 Not Found")
            w.walk_to("410 Gone ·")
            w.press("Return")
            w.wait_heading("410 Gone")

    def test_scope(self):
        with window() as w:
            w.press("alt+3")
            w.wait_first_row("GET")
            self.assertFalse([row for row in w.rows() if row.startswith("404")])
            w.press("alt+1")
            w.wait_first_row("1xx")

    def test_favorite_and_recent(self):
        with window() as w:
            w.search("404")
            w.press("Return")
            w.wait_heading("404 Not Found")
            w.press("ctrl+d")
            wait_for("favourite on disk", lambda: any(
                path.read_text() == "status:404\n" for path in w.home.glob("data/*/favorites")))
            w.press("alt+Home")
            w.wait_heading("Favorites")
            w.wait_heading("Recently Viewed")
            # What is on disk survives the hardest end.
            w.stop(kill=True)
            w.start()
            w.wait_heading("Favorites")
            w.wait_heading("Recently Viewed")

    def test_copy(self):
        with window() as w:
            w.search("404")
            w.press("Return")
            w.wait_heading("404 Not Found")
            w.press("ctrl+shift+c")
            wait_for("“404 Not Found” in the clipboard", lambda: clipboard() == "404 Not Found")
            w.press("Tab", "ctrl+c")
            wait_for("“404” in the clipboard", lambda: clipboard() == "404")
            # Text that the mouse selects is copied instead: a word somewhere in the explanation.
            w.press("ctrl+f")
            w.double_click(500, 330)
            w.press("ctrl+c")
            wait_for("a word in the clipboard", lambda: clipboard().strip().isalpha())

    def test_nothing(self):
        with window() as w:
            w.search("qqqzzzxxwv")
            wait_for("page without results", lambda: "No Results Found" in w.texts())
            w.press("Return")
            w.wait_heading("Which Code Is It?")

    def test_narrow(self):
        with window(size=(360, 640)) as w:
            w.wait_first_row("1xx")
            self.assertNotIn("Which Code Is It?", w.headings())
            w.type("404")
            w.wait_first_row("404")
            w.press("Return")
            w.wait_heading("404 Not Found")
            w.press("ctrl+f")
            w.wait_first_row("404")

    def test_back_in_a_narrow_window(self):
        """There is one button for it, and it leads to what was there before, as the key does: to the page before from one
        that a link led to, to the list from one that was opened there."""
        for language, back in (("en_US.UTF-8", "Back"), ("ko_KR.UTF-8", "뒤로")):
            with self.subTest(language=language), window(language, size=(360, 640)) as w:
                w.wait_first_row("1xx")
                w.type("404")
                w.wait_first_row("404")
                w.press("Return")
                w.wait_heading(HEADING[language])
                self.assertEqual(w.names("push button", "button").count(back), 1)
                w.walk_to("410 Gone ·" if back == "Back" else "410 사라짐 ·")
                w.press("Return")
                wait_for("410", lambda w=w: (w.heading() or "").startswith("410"))
                w.press("alt+Left")
                w.wait_heading(HEADING[language])
                w.press("alt+Left")
                w.wait_first_row("404")
                self.assertEqual(w.headings(), [])
                w.press("alt+Right", "alt+Right")
                wait_for("410", lambda w=w: (w.heading() or "").startswith("410"))
                w.press("Escape")
                w.wait_heading(HEADING[language])
                w.press("alt+Right")
                wait_for("410", lambda w=w: (w.heading() or "").startswith("410"))
                for there in (lambda w=w: HEADING[language] in w.headings(), lambda w=w: not w.headings()):
                    w.click("push button" if w.find("push button") else "button", back)
                    wait_for("step back", there)

    def test_shortcuts_dialog(self):
        with window() as w:
            w.press("ctrl+question")
            wait_for("shortcuts", lambda: "Copy Number and Name" in w.texts())
            w.press("Escape")
            wait_for("end of the dialog", lambda: "Copy Number and Name" not in w.texts())

    def test_language_switch(self):
        """At once, from a language that is not ours to Korean, English and Korean again; the reader keeps the place."""
        with window("fr_FR.UTF-8") as w:
            w.search("not found")
            w.press("Down", "Return")
            opened = wait_for("page", lambda: next((h for h in w.headings() if h[0].isdigit()), None))
            number = opened.split()[0]
            # In the list: the system's, Korean, English.
            for steps, preferences, language in (("Down",), "Preferences", "ko"), \
                    (("Down", "Down"), "기본 설정", "en"), (("Down",), "Preferences", "ko"):
                w.press("ctrl+comma")
                wait_for("preferences", lambda: preferences in w.texts())
                # It has the focus, being the first.
                w.press("space")
                wait_for("list of languages", lambda: "한국어" in w.texts())
                w.press("Home", *steps, "Return")
                rows = {"ko": ("기본 설정", "화면 언어", "본문 언어", "우선할 라이브러리"),
                        "en": ("Preferences", "Interface Language", "Texts on Pages", "Preferred Library")}[language]
                # To look through the window takes a second or more where much else goes on: all of them at once.
                wait_for(f"preferences in {language}", lambda: set(rows) <= set(w.texts()))
                w.press("Escape")
                wait_for("end of the preferences", lambda: rows[1] not in w.texts())
                korean = {"ko": True, "en": False}[language]
                wait_for(f"page in {language}", lambda: any(
                    h.startswith(number) and any("가" <= c <= "힣" for c in h) == korean for h in w.headings()))
                # The query is still there, and so are its results.
                self.assertEqual([n for n in w.rows() if n.startswith("1xx")], [])

    def test_no_bus(self):
        """Without a session bus, and so without accessibility, searching and announcing harm nobody."""
        environment = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
        w = window(environment=environment)
        process = subprocess.Popen([w.program, "--search", "404"], env={**w.environment, "G_DEBUG": ""})
        self.addCleanup(w.stop)
        self.addCleanup(process.wait, 20)
        self.addCleanup(process.terminate)
        shown = wait_for("window on the screen", lambda: xdotool(
            "search", "--onlyvisible", "--pid", str(process.pid)).split())
        activate(shown[-1])
        # The number of results is announced when typing has paused for most of a second.
        for text in ("410", "zzzqqq"):
            xdotool("type", "--delay", "30", text)
            time.sleep(1.5)
        self.assertIsNone(process.poll(), "the program ended")

    def test_list_and_help(self):
        """F9 hides and shows the list, F1 tells the keys."""
        with window() as w:
            w.wait_first_row("1xx")
            w.press("F9")
            wait_for("page alone", lambda: not w.rows())
            w.press("F9")
            w.wait_first_row("1xx")
            w.press("F9")
            wait_for("page alone", lambda: not w.rows())
            # What is sought is beside the page, and so is what the button brings back.
            w.type("teapot")
            w.wait_first_row("418")
            self.assertIn("Which Code Is It?", w.headings())
            w.press("F9")
            wait_for("page alone", lambda: not w.rows())
            w.click("push button" if w.find("push button") else "button", "Show List")
            w.wait_first_row("418")
            self.assertIn("Which Code Is It?", w.headings())
            w.press("F1")
            wait_for("shortcuts", lambda: "Copy Number and Name" in w.texts())

    def test_second_start(self):
        """A running program is handed what the second one was asked for."""
        with window() as w:
            w.run("410")
            w.wait_heading("410 Gone")
            w.run("--search", "teapot")
            w.wait_first_row("418")
            w.run("codebook:404")
            w.wait_heading("404 Not Found")
            w.run("method:GET")
            w.wait_heading("GET 조회" if "GET 조회" in w.headings() else "GET")

    def test_tab(self):
        """The whole way round, and nothing keeps the focus to itself."""
        with window() as w:
            w.search("404")
            w.press("Return")
            w.wait_heading("404 Not Found")
            w.walk_to("RFC 9110")
            w.walk_to("Search")

    def test_new_window(self):
        with window() as w:
            w.press("ctrl+n")
            wait_for("second window", lambda: len(list(w.nodes("frame"))) == 2)
            w.press("ctrl+w")
            wait_for("one window", lambda: len(list(w.nodes("frame"))) == 1)

    def test_size_is_kept(self):
        with window(size=(900, 600)) as w:
            keyfile = w.home / "config/glib-2.0/settings/keyfile"
            self.assertIn("window-width=900", keyfile.read_text())


if __name__ == "__main__":
    tap.main()
