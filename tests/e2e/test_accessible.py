# test_accessible.py: what a screen reader and a keyboard find, in every kind of page and every dialog
# SPDX-License-Identifier: GPL-3.0-or-later

import sys
import unittest

import tap
from window import Atspi, Desktop, Window, name_of, wait_for, walk

PREFIX, APPLICATION_ID = sys.argv[1:3]
del sys.argv[1:]

# A page of each kind, and each part that a page may have: a drawn exchange, a table, several meanings.
PAGES = ("class:4xx", "status:407", "status:301", "status:104", "status:499", "method:GET", "guide:401-vs-403",
         "situation:token-expired")
CONTROLS = ("push button", "button", "toggle button", "radio button", "check box", "switch", "entry", "text", "menu item",
            "combo box", "link", "image", "list item", "page tab", "tab")
TEXTS = {
    "en": {"preferences": "Interface Language", "shortcuts": "Quit",
           "nothing": "No Results Found", "classes": ("Informational", "Successful", "Redirection", "Client Error")},
    "ko": {"preferences": "화면 언어", "shortcuts": "끝내기",
           "nothing": "결과가 없습니다", "classes": ("정보 응답", "성공", "리다이렉션", "클라이언트 오류")},
}
LOCALES = {"en": "en_US.UTF-8", "ko": "ko_KR.UTF-8"}


def setUpModule():
    unittest.enterModuleContext(Desktop())


def window(language, **options):
    return Window(PREFIX, APPLICATION_ID, LOCALES[language], **options)


def labels(node):
    """The names of what a node says it is labelled by, as the items of menus do."""
    return [relation.get_target(index).get_name() for relation in node.get_relation_set()
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY
            for index in range(relation.get_n_targets())]


def unnamed(node):
    """The controls below a node that nothing names: no name of their own, no label, no name of what is around or in them."""
    found = []
    for inner in walk(node):
        if inner.get_role_name() not in CONTROLS or name_of(inner):
            continue
        around = inner.get_parent()
        named = any(below.get_name() for below in walk(inner)) or any(labels(inner))
        for _ in range(3):
            named = named or (around is not None and around.get_role_name() in CONTROLS and bool(around.get_name()))
            around = around.get_parent() if around is not None else None
        if not named:
            found.append(path_of(inner))
    return found


def path_of(node):
    names = []
    while node is not None and len(names) < 6:
        names.append(node.get_role_name())
        node = node.get_parent()
    return " < ".join(names)


class Names(unittest.TestCase):
    def check(self, w, where):
        self.assertEqual(unnamed(w.application()), [], where)

    def walk_everywhere(self, language):
        texts = TEXTS[language]
        with window(language) as w:
            self.check(w, "start page")
            rows = [name for name in w.rows() if name[:1].isdigit()]
            self.assertGreater(len(rows), 5)
            for name in rows:
                self.assertTrue(any(word in name for word in texts["classes"]), f"{name} does not tell its class")
            for page in PAGES:
                before = w.windows()
                w.run(page)
                wait_for(page, lambda before=before: w.windows() != before)
                self.check(w, page)
            w.run("--search", "qqqzzzxxwv")
            wait_for("page without results", lambda: texts["nothing"] in w.texts())
            self.check(w, "no results")
            for keys, name in (("ctrl+comma", "preferences"), ("ctrl+question", "shortcuts")):
                w.press(keys)
                wait_for(name, lambda name=name: texts[name] in w.texts())
                self.check(w, name)
                w.press("Escape")
                wait_for(f"end of {name}", lambda name=name: texts[name] not in w.texts())
            w.press("F10")
            wait_for("menu", lambda: w.find("menu item"))
            # The last item.
            w.press("Up", "Return")
            wait_for("about", lambda: "The Codebook contributors" in w.texts())
            self.check(w, "about")

    def test_english(self):
        self.walk_everywhere("en")

    def test_korean(self):
        self.walk_everywhere("ko")


class Keyboard(unittest.TestCase):
    def test_tab_walk(self):
        """Every stop on the way round has a name, and the way leads back to where it began."""
        with window("en") as w:
            w.show("410", "410 Gone")
            w.press("ctrl+f")
            stops = w.walk_round()
            self.assertGreater(len(stops), 10)
            self.assertEqual([stop for stop in stops if not stop], [], stops)
            # What is written first is come to first, though it be longer.
            english, korean = (next(i for i, stop in enumerate(stops) if stop.startswith(start))
                               for start in ("410 is a 404", "410은 404"))
            self.assertLess(english, korean)
            for expected in ("Main Menu", "Back", "Copy Number and Name", "Ways to Copy", "Page Menu"):
                self.assertTrue(any(expected in stop for stop in stops), f"{expected} is not in {stops}")

    def test_without_a_mouse(self):
        """From the start page into a group, a page, a link, the favourites and back, by keys alone."""
        with window("en") as w:
            w.walk_to("Redirection")
            w.press("Return")
            w.wait_heading("3xx Redirection")
            w.walk_to("3xx Redirection")
            w.press("Down", "Down", "Return")
            w.wait_heading("301 Moved Permanently")
            w.press("ctrl+d", "alt+Home")
            w.wait_heading("Favorites")
            w.press("alt+Left")
            w.wait_heading("301 Moved Permanently")
            w.press("alt+Left")
            w.wait_heading("3xx Redirection")


if __name__ == "__main__":
    tap.main()
