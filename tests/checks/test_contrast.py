# test_contrast.py: the tints of the style sheet can be read on every background that they stand on
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import unittest

import project
import tap

# libadwaita's window, sidebar, card and, darkened or lightened, selected row: the backgrounds of tinted text.
LIGHT = ("#fafafb", "#ebebed", "#ffffff", "#d9d9db")
DARK = ("#222226", "#2e2e32", "#343437", "#434347")
# Least contrasts by WCAG 2.2: 1.4.3 for text, 1.4.6 where high contrast was asked for.
STYLES = (
    ("", LIGHT, 4.5),
    (".cb-dark ", DARK, 4.5),
    (".cb-hc ", LIGHT, 7),
    (".cb-dark.cb-hc ", DARK, 7),
)


def luminance(color):
    parts = (int(color[i:i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def tints(style):
    return dict(re.findall(rf"^{re.escape(style)}\.(cb-[\w]+) \{{ --cb-tint: (#[0-9a-f]{{6}});",
                           project.read("src/ui/style.css"), re.MULTILINE))


class Contrast(unittest.TestCase):
    def test_tints(self):
        for style, backgrounds, least in STYLES:
            self.assertEqual(len(tints(style)), 9, style)
            for name, tint in tints(style).items():
                for background in backgrounds:
                    with self.subTest(style=style, name=name, background=background):
                        self.assertGreaterEqual(round(contrast(tint, background), 2), least)

    def test_contrast(self):
        """The measure itself, on the values that WCAG gives."""
        self.assertAlmostEqual(contrast("#000000", "#ffffff"), 21)
        self.assertAlmostEqual(contrast("#777777", "#ffffff"), 4.48, places=2)


if __name__ == "__main__":
    tap.main()
