# take.py: the same pictures every time, of the installed program
# SPDX-License-Identifier: GPL-3.0-or-later

"""Use: take.py PREFIX FOLDER [SCENE…], on a virtual display with a session bus."""

import pathlib
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[3] / "tests/e2e"))

from scenes import SCENES  # noqa: E402
from screen import Screen, write  # noqa: E402
from window import Desktop, Window, wait_for, xdotool  # noqa: E402

LOCALES = {"ko": "ko_KR.UTF-8", "en": "en_US.UTF-8"}
# Nothing that moves; buttons and letters as in GNOME.
GTK_SETTINGS = {
    "gtk-cursor-blink": "false",
    "gtk-enable-animations": "false",
    "gtk-decoration-layout": ":close",
    "gtk-font-name": "Cantarell 11",
    "gtk-xft-antialias": 1,
    "gtk-xft-rgba": "none",
}
FAVORITES = ("status:404", "status:429", "method:PATCH", "guide:401-vs-403", "status:504")
RECENT = ("status:503", "status:422", "situation:token-expired", "status:301", "method:GET")


class Picture(Window):
    """A running program that shows a scene."""

    def __init__(self, prefix, language, scene, screen):
        super().__init__(prefix, None, LOCALES[language], size=scene.size, environment=scene.environment,
                         gtk=GTK_SETTINGS)
        self.language = language
        self.scene = scene
        self.screen = screen
        shelves = self.home / "data/codebook"
        shelves.mkdir(parents=True)
        (shelves / "favorites").write_text("".join(f"{entry}\n" for entry in FAVORITES), encoding="utf-8")
        (shelves / "recent").write_text("".join(f"{entry}\n" for entry in RECENT), encoding="utf-8")

    def start(self):
        """Starts the program and brings the scene about."""
        self.screen.set_text_size(self.scene.text_size)
        super().start(*self.scene.arguments)
        if self.scene.keys:
            self.wait_first_row(self.scene.ready)
            self.press(*self.scene.keys)
        if self.scene.heading is not None:
            start = self.scene.heading[self.language]
            wait_for(f"heading “{start}”", lambda: any(name.startswith(start) for name in self.headings()))
        if self.scene.row is not None:
            self.wait_first_row(self.scene.row[self.language])
        if self.scene.text is not None:
            wait_for("text", lambda: self.scene.text[self.language] in self.texts())

        if self.scene.figure:
            self.scroll_to_figure()
        # Where it lights up nothing.
        xdotool("mousemove", "0", "0")

    def scroll_to_figure(self):
        xdotool("mousemove", "--window", self.x_window, str(self.scene.size[0] * 2 // 3), str(self.scene.size[1] // 2))
        for _ in range(200):
            figure = next((node for node in self.nodes("image") if node.get_name()), None)
            if figure is not None and figure.get_extents(Atspi.CoordType.WINDOW).y < self.scene.size[1] // 4:
                return
            xdotool("click", "5")
            time.sleep(0.1)
        raise AssertionError("no figure comes into sight")

    def grab(self):
        width, height = (int(line.split("=")[1]) for line in
                         xdotool("getwindowgeometry", "--shell", self.x_window).splitlines()
                         if line.startswith(("WIDTH=", "HEIGHT=")))
        return self.screen.grab(int(self.x_window), width, height), width, height

    def grab_when_still(self):
        """The window once it has been the same for so long that its scroll bars have faded out."""
        since = time.monotonic()
        last = None
        deadline = since + 30
        while time.monotonic() < deadline:
            now = self.grab()
            if now != last:
                last, since = now, time.monotonic()
            elif time.monotonic() - since > 2.5:
                return now
            time.sleep(0.1)
        raise TimeoutError(f"the window of {self.scene.name} never stands still")


def main():
    prefix, folder, *names = sys.argv[1:]
    folder = pathlib.Path(folder)
    screen = Screen()
    with Desktop():
        screen.compose()
        for scene in SCENES:
            if names and scene.name not in names:
                continue
            for language in LOCALES:
                with Picture(prefix, language, scene, screen) as picture:
                    path = folder / f"{scene.name}-{language}.png"
                    write(path, *picture.grab_when_still())
                    print(path, flush=True)


if __name__ == "__main__":
    main()
