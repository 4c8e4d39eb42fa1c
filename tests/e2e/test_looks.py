# test_looks.py: in any size, with any size of text, in any style: nothing is cut off, nothing warns
# SPDX-License-Identifier: GPL-3.0-or-later

import collections
import sys
import time
import unittest

import tap
from screen import Screen
from window import Atspi, Desktop, Window, wait_for, walk

PREFIX, APPLICATION_ID = sys.argv[1:3]
del sys.argv[1:]


# As GNOME has it: one button in the title bar.
GNOME = {"gtk-decoration-layout": ":close", "gtk-font-name": "Cantarell 11", "gtk-enable-animations": "false"}


# libadwaita's own header bar reaches a pixel beyond the window on each side.
SLACK = 1


def setUpModule():
    global screen
    unittest.enterModuleContext(Desktop())
    screen = Screen()


def window(language="ko_KR.UTF-8", **options):
    return Window(PREFIX, APPLICATION_ID, language, gtk=GNOME, **options)


def cut_off(w):
    """What shows and reaches beyond the sides of the window."""
    frame = w.find("frame").get_extents(Atspi.CoordType.WINDOW)
    found = []
    for node in walk(w.find("frame")):
        box = node.get_extents(Atspi.CoordType.WINDOW)
        if node.get_name() and box.width > 0 and (box.x < frame.x - SLACK
                                                    or box.x + box.width > frame.x + frame.width + SLACK):
            found.append((node.get_role_name(), node.get_name()[:40], box.x, box.width))
    return found


def pixels(w):
    """How often which colour is drawn in the window, once nothing changes any more, to the right of the list."""
    frame = w.find("frame").get_extents(Atspi.CoordType.WINDOW)
    pictures = []

    def is_still():
        time.sleep(0.3)
        pictures.append(screen.grab(int(w.x_window), frame.width, frame.height))
        return len(pictures) > 1 and pictures[-1] == pictures[-2]

    wait_for("picture", is_still)
    data = pictures[-1]
    page = [i for i in range(0, len(data), 4) if i // 4 % frame.width > 400]
    return collections.Counter((data[i + 2], data[i + 1], data[i]) for i in page)


class Sizes(unittest.TestCase):
    def tearDown(self):
        screen.set_text_size(100)

    def test_least(self):
        """360 × 294, the least there is: the list, then a page with a drawn exchange. The frame comes on top of it."""
        with window(size=(360, 294)) as w:
            w.wait_first_row("1xx")
            self.assertEqual(cut_off(w), [])
            w.show("407", "407 프록시 인증 필요")
            frame = w.find("frame").get_extents(Atspi.CoordType.WINDOW)
            self.assertLess(frame.width, 380)
            self.assertLess(frame.height, 314)
            self.assertEqual(cut_off(w), [])

    def test_title(self):
        """Once the heading is out of sight the title bar says where one is, and has room for it: also where windows have
        three buttons, in the least width with and without the list beside the page."""
        for width, text_size in (360, 100), (360, 200), (745, 100):
            screen.set_text_size(text_size)
            with self.subTest(width=width, text_size=text_size), \
                    Window(PREFIX, APPLICATION_ID, "ko_KR.UTF-8", size=(width, 640),
                           gtk={**GNOME, "gtk-decoration-layout": ":minimize,maximize,close"}) as w:
                w.show("404", "404 찾을 수 없음")
                w.walk_to("410 사라짐 ·")
                wait_for("title", lambda w=w: "404 찾을 수 없음" in w.names("label"))
                self.assertEqual(cut_off(w), [])
                self.assertLess(w.find("frame").get_extents(Atspi.CoordType.WINDOW).width, width + 20)

    def test_large_text(self):
        """At 200 % the wide window shows list and page in two steps, and a phone's window stays a phone's."""
        screen.set_text_size(200)
        with window() as w:
            w.show("404", "404 찾을 수 없음")
            # The list's rows tell the class, too; those of the page do not.
            self.assertEqual([row for row in w.rows() if "클라이언트 오류" in row], [])
            self.assertEqual(cut_off(w), [])
        with window(size=(360, 640)) as w:
            w.wait_first_row("1xx")
            self.assertLess(w.find("frame").get_extents(Atspi.CoordType.WINDOW).width, 380)
            self.assertEqual(cut_off(w), [])
            # Toggles would be cut off: the scope is chosen from a list, by keys as well.
            self.assertEqual(w.names("radio button"), [])
            w.press("ctrl+f", "Tab", "space")
            wait_for("scopes", lambda: {"모두", "코드", "메서드", "안내"} <= set(w.texts()))
            w.press("End", "Return")
            wait_for("guides", lambda: w.rows() and not w.first_row()[0].isdigit())
            w.press("alt+3")
            w.wait_first_row("GET")
            self.assertIn("메서드", w.texts())

    def test_very_wide(self):
        """Lines of text stay of a length that can be read, also where the page has the window to itself."""
        for texts, widest in ("both", 520), ("ko", 720):
            with self.subTest(texts=texts), window(size=(1270, 720), settings={"texts": f"'{texts}'"}) as w:
                w.show("404", "404 찾을 수 없음")
                w.press("F9")
                wait_for("page alone", lambda w=w: not [row for row in w.rows() if "정식" in row])
                widths = [node.get_extents(Atspi.CoordType.WINDOW).width for node in w.nodes("label")
                          if len(node.get_name()) > 100 and "HTTP/1.1" not in node.get_name()]
                self.assertGreater(len(widths), 2)
                self.assertLessEqual(max(widths), widest)
                self.assertGreater(max(widths), widest * 0.8)


class Styles(unittest.TestCase):
    def colors(self, **environment):
        """How often which colour is in the picture of a page."""
        with window(environment=environment) as w:
            w.show("404", "404 찾을 수 없음")
            return pixels(w)

    def test_styles(self):
        """Light, dark and high contrast are what they say, with no warning, and the accent is the reader's."""
        light = self.colors()
        dark = self.colors(ADW_DEBUG_COLOR_SCHEME="prefer-dark")
        strong = self.colors(ADW_DEBUG_HIGH_CONTRAST="1")
        self.assertGreater(sum(light.most_common(1)[0][0]), 3 * 200)
        self.assertLess(sum(dark.most_common(1)[0][0]), 3 * 80)
        # The second language is dimmed in one and not in the other.
        self.assertGreater(sum(n for color, n in strong.items() if sum(color) < 3 * 70),
                           1.5 * sum(n for color, n in light.items() if sum(color) < 3 * 70))
        purple, orange = (set(self.colors(ADW_DEBUG_ACCENT_COLOR=accent)) for accent in ("purple", "orange"))
        self.assertTrue(any(red > 1.5 * green and blue > 1.5 * green for red, green, blue in purple - orange))
        self.assertTrue(any(red > 1.5 * blue and red > 1.2 * green for red, green, blue in orange - purple))


if __name__ == "__main__":
    tap.main()
