# test_desktop.py: the ways from the desktop into the installed program: its search, addresses, the command line
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import pathlib
import subprocess
import sys
import types
import unittest

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

import tap  # noqa: E402
from window import PATIENCE, Desktop, Window, wait_for, xdotool  # noqa: E402

PREFIX, APPLICATION_ID = pathlib.Path(sys.argv[1]), sys.argv[2]
del sys.argv[1:]

PROVIDER = APPLICATION_ID + ".SearchProvider"
OBJECT_PATH = "/" + APPLICATION_ID.replace(".", "/")


class ActivatedWindow(Window):
    """The window of the program that the session bus has started."""

    def __init__(self, pid):
        self.process = types.SimpleNamespace(pid=pid, poll=lambda: None)


class FromTheDesktop(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.enterClassContext(Desktop())

    def setUp(self):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.addCleanup(self.stop)

    def call(self, name, path, interface, method, parameters):
        return self.bus.call_sync(name, path, interface, method, parameters, None, Gio.DBusCallFlags.NONE,
                                  PATIENCE * 1000, None).unpack()

    def call_bus(self, method, name):
        return self.call("org.freedesktop.DBus", "/", "org.freedesktop.DBus", method, GLib.Variant("(s)", (name,)))[0]

    def ask_provider(self, method, parameters):
        return self.call(PROVIDER, OBJECT_PATH + "/SearchProvider", "org.gnome.Shell.SearchProvider2", method, parameters)

    def is_running(self):
        return self.call_bus("NameHasOwner", APPLICATION_ID)

    def pid(self):
        return self.call_bus("GetConnectionUnixProcessID", APPLICATION_ID)

    def window(self):
        wait_for("program on the bus", self.is_running)
        window = ActivatedWindow(self.pid())
        wait_for("window", lambda: window.find("frame"))
        return window

    def stop(self):
        if self.is_running():
            self.call(APPLICATION_ID, OBJECT_PATH, "org.freedesktop.Application", "ActivateAction",
                      GLib.Variant("(sava{sv})", ("quit", [], {})))
            wait_for("end of the program", lambda: not self.is_running())

    def run_codebook(self, *arguments):
        """The command, which becomes the window where there is none yet."""
        process = subprocess.Popen([PREFIX / "bin/codebook", *arguments])
        self.addCleanup(process.wait, PATIENCE)
        self.addCleanup(self.stop)
        return process

    def test_search_is_launched(self):
        self.ask_provider("LaunchSearch", GLib.Variant("(asu)", (["찾을", "수", "없음"], 0)))
        window = self.window()
        window.wait_first_row("404 Not Found")
        self.assertEqual(window.typed(), ["찾을 수 없음"])

    def test_result_is_activated(self):
        found, = self.ask_provider("GetInitialResultSet", GLib.Variant("(as)", (["gone"],)))
        self.ask_provider("ActivateResult", GLib.Variant("(sasu)", (found[0], ["gone"], 0)))
        window = self.window()
        window.wait_heading("410 Gone")
        # The next one goes to the same window.
        pid = self.pid()
        self.ask_provider("ActivateResult", GLib.Variant("(sasu)", ("method:GET", ["get"], 0)))
        window.wait_heading("GET")
        self.assertEqual(self.pid(), pid)
        self.assertEqual(len(list(window.nodes("frame"))), 1)

    def test_address(self):
        """By the desktop file, which the installation has told the desktop of."""
        handler = Gio.AppInfo.get_default_for_uri_scheme("codebook")
        self.assertEqual(handler.get_id(), APPLICATION_ID + ".desktop")
        handler.launch_uris(["codebook:404"], None)
        window = self.window()
        window.wait_heading("404 Not Found")
        Gio.AppInfo.launch_default_for_uri("codebook:guide:401-vs-403", None)
        wait_for("page of the guide", lambda: any("401" in name and "403" in name for name in window.headings()))

    def test_preferences_tell_how_to_switch_the_search_on(self):
        self.run_codebook()
        window = self.window()
        window.activate()
        window.press("ctrl+comma")
        wait_for("preferences", lambda: any("settings of the desktop, under Search" in text for text in window.texts()))

    def test_action_of_the_desktop_file(self):
        Gio.DesktopAppInfo.new(APPLICATION_ID + ".desktop").launch_action("new-window", None)
        window = self.window()
        # As a desktop without D-Bus would.
        self.assertEqual(self.run_codebook("--new-window").wait(PATIENCE), 0)
        wait_for("second window", lambda: len(list(window.nodes("frame"))) == 2)

    def test_command_raises_what_is_running(self):
        first = self.run_codebook("404")
        window = self.window()
        window.wait_heading("404 Not Found")
        self.assertEqual(self.pid(), first.pid)
        window.activate()
        for arguments, check in ((["410"], lambda: window.wait_heading("410 Gone")),
                                 (["codebook:405"], lambda: window.wait_heading("405 Method Not Allowed")),
                                 (["--search", "teapot"], lambda: window.wait_first_row("418")),
                                 ([], lambda: True)):
            with self.subTest(arguments=arguments):
                # Its "--sync" does not wait for the window manager, which does it.
                xdotool("windowminimize", window.x_window)
                wait_for("window out of sight", lambda: window.x_window not in xdotool(
                    "search", "--onlyvisible", "--pid", str(first.pid)).split())
                self.assertEqual(self.run_codebook(*arguments).wait(PATIENCE), 0)
                check()
                wait_for("window in front", lambda: xdotool("getactivewindow").strip() == window.x_window)
                self.assertEqual(self.pid(), first.pid)


class FromTheTerminal(unittest.TestCase):
    def test_messages_in_the_language_of_the_locale(self):
        for locale, usage, complaint in (("ko_KR.UTF-8", "사용법:", "항목이 없습니다"), ("en_US.UTF-8", "Usage:", "There is no entry"),
                                         ("fr_FR.UTF-8", "Usage:", "There is no entry")):
            environment = {**os.environ, "LC_ALL": locale, "LANGUAGE": ""}
            with self.subTest(locale=locale):
                result = subprocess.run([PREFIX / "bin/codebook", "--help"], env=environment, capture_output=True, check=True)
                self.assertTrue(result.stdout.decode("utf-8").startswith(usage))
                result = subprocess.run([PREFIX / "bin/codebook", "show", "nonsense"], env=environment, capture_output=True,
                                        check=False)
                self.assertEqual((result.returncode, result.stdout), (1, b""))
                self.assertIn(complaint, result.stderr.decode("utf-8"))


if __name__ == "__main__":
    tap.main()
