# test_files.py: what leaves the window and comes into it: files, and addresses that open elsewhere
# SPDX-License-Identifier: GPL-3.0-or-later

import pathlib
import sys
import time
import unittest

import tap
from window import Desktop, Window, wait_for

PREFIX, APPLICATION_ID = sys.argv[1:3]
del sys.argv[1:]

FAVORITES = "status:404\nmethod:GET\n"


def setUpModule():
    unittest.enterModuleContext(Desktop())


class Reader(Window):
    """A program in English with two favourites."""

    def __init__(self):
        super().__init__(PREFIX, APPLICATION_ID)
        for folder in ("codebook", "codebook-devel"):
            path = self.home / "data" / folder
            path.mkdir(parents=True)
            (path / "favorites").write_text(FAVORITES, encoding="utf-8")

    def favorites(self):
        """What the file of the program that runs here holds, whichever of the two it is."""
        return {path.read_text(encoding="utf-8") for path in self.home.glob("data/*/favorites")}

    def file(self, name, content=None):
        path = self.home / name
        if content is not None:
            path.write_bytes(content)
        return path

    def answer(self, title, path):
        """Gives the path of a file to the dialog of that title, in place of what it suggests."""
        wait_for(f"dialog “{title}”", lambda: title in self.windows())
        wait_for(f"end of the dialog “{title}”", lambda: self.confirm(title, path))

    def confirm(self, title, path):
        """Tries once. GTK completes names at a time of its own, and a list of completions takes a Return for itself."""
        if title in self.windows():
            if title.startswith("Import"):
                # What is opened is picked from a list unless one asks to type.
                self.press("ctrl+l")
            self.press("ctrl+a")
            self.paste(str(path))
            time.sleep(0.5)
            self.press("Return")
            time.sleep(0.5)
        return title not in self.windows()


class Files(unittest.TestCase):
    def test_save_as_markdown(self):
        with Reader() as w:
            w.show("404", "404 Not Found")
            w.press("ctrl+s")
            w.answer("Save Page as Markdown", w.file("page.md"))
            text = wait_for("file", lambda: w.file("page.md").exists() and w.file("page.md").read_text("utf-8"))
            w.wait_toast("Saved")
            self.assertTrue(text.startswith("# 404 Not Found"), text[:60])
            self.assertIn("찾을 수 없음", text)
            self.assertIn("https://www.rfc-editor.org/", text)

    def test_export_and_import(self):
        with Reader() as w:
            w.press("F10", "e")
            w.answer("Export Favorites", w.file("exported.txt"))
            wait_for("exported file", lambda: w.file("exported.txt").exists()
                     and w.file("exported.txt").read_text("utf-8") == FAVORITES)
            w.press("F10", "i")
            w.answer("Import Favorites", w.file("more.txt", b"status:503\nstatus:404\n"))
            w.wait_toast("1 favorite added")
            wait_for("favourites on disk", lambda: FAVORITES + "status:503\n" in w.favorites())
            w.press("F10", "i")
            w.answer("Import Favorites", w.file("same.txt", b"status:503\nmethod:GET\n"))
            w.wait_toast("All of them are favorites already")
            self.assertIn(FAVORITES + "status:503\n", w.favorites())

    def test_damaged_import(self):
        """Neither a file that is no text nor one that lists nothing known costs a favourite, and the reader is told."""
        with Reader() as w:
            w.press("F10", "i")
            w.answer("Import Favorites", w.file("picture", bytes(range(256)) * 4))
            w.wait_toast("That is no list of favorites")
            self.assertEqual(w.favorites(), {FAVORITES})
        with Reader() as w:
            w.press("F10", "i")
            w.answer("Import Favorites", w.file("letter", b"Dear reader,\n\nthere are no favorites in here.\n"))
            w.wait_toast("That is no list of favorites")
            self.assertEqual(w.favorites(), {FAVORITES})

    def test_failures(self):
        """Where nothing can be written or read the reader is told, in the words of the system."""
        with Reader() as w:
            w.show("404", "404 Not Found")
            w.press("ctrl+s")
            w.answer("Save Page as Markdown", "/proc/page.md")
            wait_for("complaint", lambda: any("/proc/page.md" in text for text in w.toasts()))
            w.press("F10", "i")
            w.answer("Import Favorites", "/proc/self/mem")
            wait_for("complaint", lambda: any("/proc/self/mem" in text or "Input/output" in text for text in w.toasts()))
            self.assertEqual(w.favorites(), {FAVORITES})

    def test_undo(self):
        """A favourite that was removed comes back to its place."""
        with Reader() as w:
            w.show("404", "404 Not Found")
            w.press("ctrl+d")
            w.wait_toast("Removed from favorites")
            wait_for("favourites on disk", lambda: "method:GET\n" in w.favorites())
            w.press("alt+u")
            wait_for("favourites on disk", lambda: w.favorites() == {FAVORITES})

    def test_specification(self):
        """It opens in the browser, that is, in whatever the desktop opens such addresses with."""
        with Reader() as w:
            applications = w.home / "data/applications"
            applications.mkdir()
            opened = w.file("opened")
            script = w.file("browser", f"#!/bin/sh\necho \"$1\" >'{opened}.part'; mv '{opened}.part' '{opened}'\n".encode())
            script.chmod(0o755)
            (applications / "browser.desktop").write_text(
                f"[Desktop Entry]\nType=Application\nName=Browser\nExec={script} %u\n"
                "MimeType=x-scheme-handler/https;x-scheme-handler/http;\n", encoding="utf-8")
            (w.home / "config/mimeapps.list").write_text(
                "[Default Applications]\nx-scheme-handler/https=browser.desktop\nx-scheme-handler/http=browser.desktop\n",
                encoding="utf-8")
            w.show("404", "404 Not Found")
            w.walk_to("RFC 9110")
            w.press("Return")
            wait_for("address", opened.exists)
            self.assertEqual(opened.read_text().strip(), "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5")


if __name__ == "__main__":
    tap.main()
