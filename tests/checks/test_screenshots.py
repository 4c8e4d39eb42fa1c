# test_screenshots.py: the pictures that the metainfo and the README show are there, as they say, and small
# SPDX-License-Identifier: GPL-3.0-or-later

import re
import struct
import unittest
import xml.etree.ElementTree

import project
import tap

METAINFO = "data/io.github.codebook.Codebook.metainfo.xml.in"
ADDRESS = "@PROJECT_URL@/raw/v@VERSION@/"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def size(path):
    """Width and height, of which the first chunk of a PNG file tells."""
    head = (project.ROOT / path).read_bytes()[:24]
    assert head.startswith(b"\x89PNG\r\n\x1a\n"), f"{path} is no PNG file"
    return struct.unpack(">II", head[16:24])


class Screenshots(unittest.TestCase):
    def setUp(self):
        self.screenshots = xml.etree.ElementTree.fromstring(project.read(METAINFO)).findall("screenshots/screenshot")

    def test_metainfo(self):
        self.assertGreaterEqual(len(self.screenshots), 3)
        self.assertEqual([s.get("type") for s in self.screenshots],
                         ["default"] + [None] * (len(self.screenshots) - 1))
        for screenshot in self.screenshots:
            caption = screenshot.findtext("caption")
            with self.subTest(caption=caption):
                self.assertFalse(caption.endswith("."))
                images = screenshot.findall("image")
                self.assertEqual([image.get(LANGUAGE) for image in images], [None, "ko"])
                for image in images:
                    # A release's own, so that it stays true.
                    self.assertTrue(image.text.startswith(ADDRESS), image.text)
                    path = image.text.removeprefix(ADDRESS)
                    self.assertEqual((int(image.get("width")), int(image.get("height"))), size(path))
                    self.assertLess((project.ROOT / path).stat().st_size, 200_000)

    def test_all_are_used(self):
        shown = {image.text.removeprefix(ADDRESS) for s in self.screenshots for image in s.findall("image")}
        shown |= set(re.findall(r"\(([^()]*\.png)\)", project.read("README.md")))
        self.assertEqual({str(path) for path in project.files("data/screenshots/*")}, shown)


if __name__ == "__main__":
    tap.main()
