# window.py: the real program, seen from outside as a screen reader sees it, and typed at with real keys
# SPDX-License-Identifier: GPL-3.0-or-later

import functools
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = int(os.environ.get("CB_PATIENCE", "20"))
# The names of roles differ between versions of AT-SPI.
LIST_ITEMS = ("list item",)
HEADINGS = ("heading",)


class Timeout(AssertionError):
    """Something did not happen in time."""


def wait_for(what, condition, patience=PATIENCE):
    """Calls the condition until it gives something, and returns that."""
    deadline = time.monotonic() + patience
    while True:
        try:
            result = condition()
        except GLib.Error:
            result = None
        if result:
            return result
        if time.monotonic() > deadline:
            raise Timeout(f"no {what} within {patience} seconds")
        time.sleep(0.05)


def name_of(node):
    """What is said of it. A link within a text, which is a thing of its own in GTK 4.24, has no name but the text."""
    parent = node.get_parent() if node.get_role_name() == "link" else None
    if parent is not None and parent.get_role_name() == "label" and not node.get_name():
        return parent.get_name()
    return node.get_name()


def walk(node, depth=0):
    """All showing nodes below a node, in the order of the tree. What is below one that does not show is left out: asking
    each of some hundred rows takes seconds."""
    if node is None or depth > 60:
        return
    try:
        if depth > 1 and not is_showing(node):
            return
        yield node
        count = node.get_child_count()
    except GLib.Error:
        return
    for index in range(count):
        try:
            child = node.get_child_at_index(index)
        except GLib.Error:
            continue
        if child is not None:
            yield from walk(child, depth + 1)


def is_showing(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def typed(application):
    """What stands in the fields of a program that one can type in."""
    fields = [node for node in walk(application) if node.get_state_set().contains(Atspi.StateType.EDITABLE)]
    return [Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node)) for node in fields]


@functools.cache
def focus_moves():
    """What has got the focus, in turn. A program tells nobody of it while nobody listens, and learns of a listener later:
    so there is one listener, for good. The second of what is returned keeps it alive."""
    moves = []
    listener = Atspi.EventListener.new(lambda event: moves.append(event.source) if event.detail1 else None)
    listener.register("object:state-changed:focused")
    return moves, listener


class Window:
    """A running program of an installation, in a home of its own."""

    def __init__(self, prefix, application_id, language="en_US.UTF-8", size=(1040, 720), settings=None, home=None,
                 environment=None, gtk=None):
        self.prefix = pathlib.Path(prefix)
        self.application_id = application_id
        self.program = self.prefix / "libexec/codebook-app"
        self.own_home = home is None
        self.home = pathlib.Path(home or tempfile.mkdtemp(prefix="codebook-e2e."))
        self.environment = dict(
            os.environ,
            HOME=str(self.home),
            XDG_CONFIG_HOME=str(self.home / "config"),
            XDG_DATA_HOME=str(self.home / "data"),
            XDG_CACHE_HOME=str(self.home / "cache"),
            XDG_DATA_DIRS=f"{self.prefix}/share:/usr/local/share:/usr/share",
            GSETTINGS_BACKEND="keyfile",
            GDK_DEBUG="no-portals",
            G_DEBUG="fatal-warnings",
            LANG=language,
            LC_ALL=language,
        )
        for name in ("LANGUAGE", "GTK_A11Y", "GSETTINGS_SCHEMA_DIR", "G_ENABLE_DIAGNOSTIC", "MALLOC_CHECK_",
                     "MALLOC_PERTURB_"):
            self.environment.pop(name, None)
        # With a warning being fatal: what is known to be no fault of ours.
        if "CB_PASSED_OVER" in os.environ:
            self.environment["LD_PRELOAD"] = os.environ["CB_PASSED_OVER"]
        self.environment.update(environment or {})
        values = {"window-width": size[0], "window-height": size[1], **(settings or {})}
        keyfile = self.home / "config/glib-2.0/settings/keyfile"
        keyfile.parent.mkdir(parents=True, exist_ok=True)
        if not keyfile.exists():
            keyfile.write_text("[io/github/codebook/Codebook]\n"
                               + "".join(f"{key}={value}\n" for key, value in values.items()), encoding="utf-8")
        if gtk:
            settings_file = self.home / "config/gtk-4.0/settings.ini"
            settings_file.parent.mkdir(parents=True, exist_ok=True)
            settings_file.write_text("[Settings]\n" + "".join(f"{key}={value}\n" for key, value in gtk.items()),
                                     encoding="utf-8")
        self.process = None

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            # Left running, it would take over what the next test starts.
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self, *arguments):
        self.process = subprocess.Popen([self.program, *arguments], env=self.environment)
        wait_for("window", lambda: self.find("frame"))
        self.activate()

    def run(self, *arguments):
        """Starts the program once more, which hands over to the running one, and waits for its end."""
        return subprocess.run([self.program, *arguments], env=self.environment, timeout=PATIENCE, check=True)

    def stop(self, kill=False):
        if self.process is not None:
            if kill:
                self.process.kill()
            else:
                self.process.terminate()
            self.process.wait(PATIENCE)
            self.process = None
        if self.own_home and not kill:
            shutil.rmtree(self.home, ignore_errors=True)

    def activate(self):
        window = wait_for("window on the screen",
                          lambda: xdotool("search", "--onlyvisible", "--pid", str(self.process.pid)).split())
        self.x_window = window[-1]
        activate(self.x_window)

    def assert_alive(self):
        assert self.process.poll() is None, f"the program ended with status {self.process.returncode}"

    # What there is

    def application(self):
        self.assert_alive()
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid:
                # What was true a moment ago is of no use.
                child.set_cache_mask(Atspi.Cache.NONE)
                child.clear_cache()
                return child
        return None

    def windows(self):
        application = self.application()
        return [application.get_child_at_index(index).get_name() for index in range(application.get_child_count())]

    def nodes(self, *roles):
        for node in walk(self.application()):
            try:
                if node.get_role_name() in roles:
                    yield node
            except GLib.Error:
                continue

    def find(self, role, name=None):
        return next((node for node in self.nodes(role) if name is None or node.get_name() == name), None)

    def names(self, *roles):
        return [node.get_name() for node in self.nodes(*roles)]

    def rows(self):
        return [name for name in self.names(*LIST_ITEMS) if name]

    def first_row(self):
        return next(iter(self.rows()), None)

    def selected_row(self):
        return next((node.get_name() for node in self.nodes(*LIST_ITEMS)
                     if node.get_state_set().contains(Atspi.StateType.SELECTED)), None)

    def headings(self):
        return self.names(*HEADINGS)

    def heading(self):
        return next(iter(self.headings()), None)

    def wait_heading(self, expected):
        return wait_for(f"heading “{expected}” (there are {self.headings()})", lambda: expected in self.headings())

    def wait_first_row(self, start):
        return wait_for(f"first row “{start}” (there are {self.rows()[:4]})",
                        lambda: (self.first_row() or "").startswith(start))

    def click(self, role, name):
        """What a screen reader does to use something."""
        node = wait_for(f"{role} “{name}”", lambda: self.find(role, name))
        node.get_action_iface().do_action(0)

    def show(self, target, heading):
        """Opens an entry as a second start of the program does."""
        self.run(target)
        self.wait_heading(heading)

    def toasts(self):
        """What the window says in passing. It is near the root of the tree, and soon gone again: nothing else is looked at."""
        level = [self.application()]
        for _ in range(9):
            below = []
            for node in level:
                if node.get_role_name() == "alert":
                    return [inner.get_name() for inner in walk(node) if inner.get_name()]
                below += [child for child in (node.get_child_at_index(i) for i in range(node.get_child_count())) if child]
            level = below
        return []

    def wait_toast(self, text):
        wait_for(f"toast “{text}”", lambda: text in self.toasts())

    def texts(self):
        """Everything that is said on the screen."""
        return [node.get_name() for node in walk(self.application()) if node.get_name()]

    def typed(self):
        return typed(self.application())

    def walk_on(self):
        """Goes on with Tab. Returns the name of what then has the focus, or None from one link of a text to the next: the
        focus stays with the text, and nothing is said."""
        moves, _ = focus_moves()
        while GLib.MainContext.default().iteration(False):
            pass
        moves.clear()
        self.press("Tab")
        for _ in range(2):
            deadline = time.monotonic() + 0.6
            while not moves and time.monotonic() < deadline:
                if not GLib.MainContext.default().iteration(False):
                    time.sleep(0.005)
            if moves:
                return name_of(moves[-1])
            # Not silent but busy, perhaps: what it answers now, it answers after the key.
            self.windows()
        return None

    def walk_to(self, start):
        """Goes on with Tab until the focus is on something whose name starts so."""
        seen = []
        for _ in range(90):
            name = self.walk_on()
            if name is not None and name.startswith(start):
                return
            seen.append(name)
        raise AssertionError(f"no Tab leads to “{start}”, but to {seen}")

    def walk_round(self):
        """Goes on with Tab until the focus is where it was at first. Returns the names of all stops."""
        stops = [self.walk_on()]
        for _ in range(150):
            name = self.walk_on()
            if name is not None and name == stops[0]:
                return stops
            if name is not None:
                stops.append(name)
        raise AssertionError(f"the way does not lead back to “{stops[0]}”: {stops}")

    # What one does

    def type(self, text):
        xdotool("type", "--delay", "30", text)

    def paste(self, text):
        subprocess.run(["xclip", "-selection", "clipboard", "-in"], input=text, text=True, timeout=PATIENCE, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.press("ctrl+v")

    def press(self, *keys):
        xdotool("key", "--delay", "60", *map(key_of, keys))

    def double_click(self, x, y):
        xdotool("mousemove", "--window", self.x_window, str(x), str(y))
        xdotool("click", "--repeat", "2", "--delay", "80", "1")

    def search(self, text):
        self.press("ctrl+f")
        self.type(text)


def key_of(name):
    """The key as xdotool is told it: function keys by their numbers. By their names it holds Alt for them where the tables
    of the keyboard are newer than itself (xkeyboard-config of Debian testing)."""
    held, plus, key = name.rpartition("+")
    if re.fullmatch("F([1-9]|10)", key):
        key = str(66 + int(key[1:]))
    return held + plus + key


def xdotool(*arguments):
    return subprocess.run(["xdotool", *arguments], capture_output=True, text=True, timeout=PATIENCE, check=False).stdout


def activate(x_window):
    """Gives a window the focus. The window manager overlooks a wish for a window that it has only just met."""
    def is_active():
        xdotool("windowactivate", x_window)
        return xdotool("getactivewindow").strip() == x_window

    wait_for("active window", is_active)


def clipboard():
    return subprocess.run(["xclip", "-selection", "clipboard", "-out"], capture_output=True, text=True,
                          timeout=PATIENCE, check=False).stdout


class Desktop:
    """A window manager, without which no window has the focus."""

    def __enter__(self):
        self.process = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # Without one there are no desktops.
        wait_for("window manager", lambda: xdotool("get_num_desktops").strip() not in ("", "0"))
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(PATIENCE)
