# test_flatpak.py: the installed Flatpak, from outside: what it exports, may do, says and shows
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import pathlib
import subprocess
import sys
import time
import unittest

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

import tap  # noqa: E402
from project import ROOT  # noqa: E402
from window import Desktop, Timeout, Window, activate, typed, wait_for, walk, xdotool  # noqa: E402

MANIFEST, PICTURES = map(pathlib.Path, sys.argv[1:3])
RUNTIME_KIND, HOME, CACHE = sys.argv[3:]
del sys.argv[1:]

ID = json.loads(MANIFEST.read_text(encoding="utf-8"))["id"]
OBJECT_PATH = "/" + ID.replace(".", "/")
EXPORTS = pathlib.Path(os.environ["FLATPAK_USER_DIR"], "exports/share")
FINISH_ARGS = ["--socket=wayland", "--socket=fallback-x11", "--share=ipc", "--device=dri"]
PATIENCE = 60


def flatpak(*arguments, stdin=None, **environment):
    return subprocess.run(["flatpak", *arguments], capture_output=True, text=True, encoding="utf-8", input=stdin or "",
                          timeout=PATIENCE, check=False, env={**os.environ, **environment})


def codebook(*arguments, **options):
    result = flatpak("run", "--user", ID, *arguments, **options)
    return result.returncode, result.stdout, result.stderr


def in_sandbox(script):
    return flatpak("run", "--user", "--command=sh", ID, "-c", script)


def is_running():
    return ID in flatpak("ps", "--columns=application").stdout.split()


def stop():
    flatpak("kill", ID)
    wait_for("end of the program", lambda: not is_running())


@unittest.skipIf(RUNTIME_KIND == "real", "not on a stand-in")
class Bundle(unittest.TestCase):
    """What is made on the stand-in is for trying only, and never passes for more."""

    def bundle(self, *arguments):
        """Outside of the room of the tests, where the stand-in is."""
        dev = ["build-aux/dev", "flatpak", *([] if ID.endswith(".Devel") else ["--stable"]), "bundle", *arguments]
        outside = {**os.environ, "HOME": HOME, "XDG_CACHE_HOME": CACHE}
        # Where the stand-in is installed: dev would take that for a place of the user's own.
        del outside["FLATPAK_USER_DIR"]
        return subprocess.run(dev, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False, env=outside)

    def test_refused(self):
        result = self.bundle()
        self.assertEqual((result.returncode, result.stdout), (1, ""))
        self.assertIn("--stand-in", result.stderr.splitlines()[-1])

    def test_named(self):
        result = self.bundle("--stand-in")
        self.assertEqual(result.returncode, 0, result.stderr)
        path = pathlib.Path(result.stdout.strip())
        self.assertEqual(path.name, f"{ID}-standin.flatpak")
        self.assertGreater(path.stat().st_size, 500_000)


class Manifests(unittest.TestCase):
    def setUp(self):
        stable = next(path for path in (ROOT / "flatpak").glob("*.json") if not path.stem.endswith(".Devel"))
        self.stable = json.loads(stable.read_text(encoding="utf-8"))
        self.devel = json.loads(stable.with_suffix(".Devel.json").read_text(encoding="utf-8"))
        self.assertEqual(stable.stem, self.stable["id"])

    def test_permissions(self):
        for manifest in (self.stable, self.devel):
            self.assertEqual(manifest["finish-args"], FINISH_ARGS)

    def test_no_network_in_the_build(self):
        for manifest in (self.stable, self.devel):
            for options in [manifest, *manifest["modules"]]:
                self.assertNotIn("--share=network", options.get("build-options", {}).get("build-args", []))

    def test_both_say_the_same(self):
        self.assertEqual(self.devel.pop("id"), self.stable.pop("id") + ".Devel")
        self.assertEqual(self.devel.pop("tags"), ["devel"])
        self.assertEqual(self.devel["modules"][0].pop("config-opts"), ["-Ddevelopment=true"])
        for manifest in (self.stable, self.devel):
            manifest["modules"][0].pop("sources")
        self.assertEqual(self.stable, self.devel)

    def test_released_source_is_exact(self):
        source, = self.stable["modules"][0]["sources"]
        self.assertEqual(source["type"], "git")
        self.assertRegex(source["tag"], r"^v\d+\.\d+\.\d+$")
        self.assertRegex(source["commit"], r"^[0-9a-f]{40}$")
        self.assertNotIn("branch", source)


class Exports(unittest.TestCase):
    def exported(self, *folders):
        return [path for folder in folders for path in (EXPORTS / folder).rglob("*") if path.name.startswith(ID)]

    def test_everything_the_desktop_looks_for(self):
        for folder in ("applications", "dbus-1/services", "gnome-shell/search-providers", "icons"):
            with self.subTest(folder=folder):
                installed = in_sandbox(f"find /app/share/{folder} -name '{ID}*' -type f 2>/dev/null").stdout.split()
                self.assertEqual(sorted(path.name for path in self.exported(folder)),
                                 sorted(pathlib.PurePath(path).name for path in installed))
        self.assertTrue(self.exported("applications"))
        self.assertTrue(self.exported("dbus-1/services"))
        self.assertEqual(len(self.exported("icons")), 2)
        # flatpak-builder before 1.3 gives it its old name and folder.
        self.assertTrue(self.exported("metainfo", "appdata"))

    def test_starts_through_flatpak(self):
        for path in self.exported("applications") + self.exported("dbus-1/services"):
            with self.subTest(file=path.name):
                commands = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("Exec=")]
                self.assertTrue(commands)
                for command in commands:
                    self.assertRegex(command, rf"^Exec=\S*flatpak run .*\b{ID}\b")

    def test_search_provider_is_announced(self):
        """As the desktop reads it: off until the user switches it on, which Flatpak sees to."""
        path, = self.exported("gnome-shell/search-providers")
        lines = path.read_text(encoding="utf-8").splitlines()
        for expected in (f"DesktopId={ID}.desktop", f"BusName={ID}.SearchProvider",
                         f"ObjectPath={OBJECT_PATH}/SearchProvider", "Version=2", "DefaultDisabled=true"):
            self.assertIn(expected, lines)
        self.assertEqual({path.name for path in self.exported("applications")}, {f"{ID}.desktop"})
        self.assertEqual({path.name for path in self.exported("dbus-1/services")},
                         {f"{ID}.service", f"{ID}.SearchProvider.service"})

    def test_both_languages_are_there(self):
        for path in ("/app/share/locale/ko/LC_MESSAGES/codebook.mo", f"/app/share/licenses/{ID}/COPYING"):
            with self.subTest(path=path):
                self.assertEqual(in_sandbox(f"test -s {path}").returncode, 0)

    def test_nothing_that_is_of_no_use(self):
        for folder in json.loads(MANIFEST.read_text(encoding="utf-8"))["cleanup"] + ["/include", "/lib/pkgconfig"]:
            with self.subTest(folder=folder):
                self.assertNotEqual(in_sandbox(f"test -e /app{folder}").returncode, 0)


class Permissions(unittest.TestCase):
    def test_effective(self):
        """As installed, and with what a user's overrides would add: nothing but a window."""
        shown = flatpak("info", "--user", "--show-permissions", ID).stdout
        lines = {line.split("=")[0]: sorted(filter(None, line.split("=")[1].split(";")))
                 for line in shown.splitlines() if "=" in line}
        self.assertEqual([line for line in shown.splitlines() if line.startswith("[")], ["[Context]"])
        self.assertEqual(lines, {"shared": ["ipc"], "sockets": ["fallback-x11", "wayland", "x11"], "devices": ["dri"]})

    def test_no_network(self):
        result = in_sandbox("tail -n +3 /proc/net/dev")
        self.assertEqual([line.split(":")[0].strip() for line in result.stdout.splitlines()], ["lo"])
        # The same way of asking sees the interfaces outside.
        self.assertIn("lo", pathlib.Path("/proc/net/dev").read_text(encoding="ascii"))

    def test_no_files(self):
        secret = pathlib.Path.home() / "secret.txt"
        secret.write_text("secret", encoding="ascii")
        self.addCleanup(secret.unlink)
        result = in_sandbox(f"cat {secret}; ls -R /tmp /home; touch {secret.parent}/left-behind")
        self.assertNotIn("secret", result.stdout)
        self.assertFalse((secret.parent / "left-behind").exists())

    def test_program_cannot_be_changed(self):
        self.assertNotEqual(in_sandbox("touch /app/bin/codebook /usr/bin/codebook").returncode, 0)


class CommandLine(unittest.TestCase):
    def test_show(self):
        status, out, err = codebook("show", "404", LANGUAGE="ko")
        self.assertEqual((status, err), (0, ""))
        self.assertTrue(out.startswith("404 찾을 수 없음"), out[:80])
        status, out, err = codebook("show", "404", "--lang=en")
        self.assertEqual((status, err), (0, ""))
        self.assertTrue(out.startswith("404 Not Found"), out[:80])

    def test_search(self):
        status, out, _ = codebook("search", "찾을 수 없음", "--format=tsv")
        self.assertEqual(status, 0)
        self.assertTrue(out.startswith("status:404\t"), out[:80])

    def test_standard_input(self):
        status, out, _ = codebook("search", "--stdin", "--ids", stdin="404\n410\n")
        self.assertEqual(status, 0)
        self.assertEqual([line.split()[0] for line in out.splitlines()], ["status:404", "status:410"])

    def test_export(self):
        status, out, err = codebook("export")
        self.assertEqual((status, err), (0, ""))
        entries = {entry["id"]: entry for entry in json.loads(out)["entries"]}
        self.assertGreater(len(entries), 100)
        self.assertEqual(entries["status:404"]["title"], {"en": "Not Found", "ko": "찾을 수 없음"})

    def test_exit_status(self):
        self.assertEqual(codebook("show", "nonsense")[0], 1)
        self.assertEqual(codebook("show", "--nonsense")[0], 2)


class SandboxedWindow(Window):
    """The window of the installed Flatpak, whose process ids are its own."""

    def __init__(self, language="en_US.UTF-8"):
        super().__init__("/nonexistent", ID, language,
                         environment={"XDG_DATA_DIRS": os.environ["XDG_DATA_DIRS"]}, home=pathlib.Path.home())
        # As on a desktop: where the settings go is for the sandbox to say.
        del self.environment["GSETTINGS_BACKEND"]

    def start(self, *arguments):
        begin = time.monotonic()
        self.process = subprocess.Popen(["flatpak", "run", "--user", ID, *arguments], env=self.environment)
        wait_for("window", lambda: self.find("frame"), PATIENCE)
        print(f"# window of the Flatpak after {time.monotonic() - begin:.1f} s", flush=True)
        self.activate()

    def stop(self, kill=False):
        stop()
        self.process.wait(PATIENCE)

    def assert_alive(self):
        if self.process.poll() not in (None, 0):
            raise AssertionError(f"the program ended with status {self.process.returncode}")

    def application(self):
        self.assert_alive()
        return application()

    def activate(self):
        window = wait_for("window on the screen",
                          lambda: xdotool("search", "--onlyvisible", "--class", "codebook").split())
        activate(window[-1])

    def type(self, text):
        """A letter that is on no key is lent one for a moment, in which a program on a busy machine may not come to
        look: then the letter is lost, and all is typed again, more slowly."""
        for delay in (250, 500, 1000, 2000):
            xdotool("type", "--delay", str(delay), text)
            try:
                return wait_for("text", lambda: text in self.typed(), 5)
            except Timeout:
                print(f"# typed “{text}”, and there is {self.typed()}", flush=True)
                self.press("ctrl+a", "BackSpace")
        raise AssertionError(f"“{text}” cannot be typed")

    def picture(self, name):
        subprocess.run(["import", "-silent", "-window", "root", PICTURES / name], timeout=PATIENCE, check=False)


def application():
    """On the accessibility bus of this test there is no other program with a window."""
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child is not None and child.get_toolkit_name() == "GTK":
            child.clear_cache()
            return child
    return None


def is_korean(text):
    return any("가" <= letter <= "힣" for letter in text)


class InWindow(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.enterClassContext(Desktop())

    def test_search_open_and_switch_the_language(self):
        with SandboxedWindow() as w:
            w.type("찾을 수 없음")
            w.wait_first_row("404 Not Found")
            w.press("Return")
            w.wait_heading("404 Not Found")
            w.picture("flatpak-english.png")

            w.press("ctrl+comma")
            wait_for("preferences", lambda: "Preferences" in w.texts())
            w.walk_to(("Interface Language", "화면 언어"))
            w.press("space")
            wait_for("list of languages", lambda: "한국어" in w.texts())
            w.press("Down", "Return")
            wait_for("preferences in Korean", lambda: "기본 설정" in w.texts())
            w.wait_heading("404 찾을 수 없음")
            w.picture("flatpak-korean.png")

        # The sandbox keeps the settings.
        with SandboxedWindow() as w:
            wait_for("window in Korean", lambda: any(is_korean(row) for row in w.rows()))

    def test_with_an_entry(self):
        with SandboxedWindow() as w:
            w.stop()
            w.start("410")
            wait_for("page of 410", lambda: any(h.startswith("410 ") for h in w.headings()))


class OnTheBus(unittest.TestCase):
    """What the session bus starts by itself, from the files that were exported."""

    def setUp(self):
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        self.addCleanup(stop)

    def call(self, name, path, interface, method, parameters):
        return self.bus.call_sync(name, path, interface, method, parameters, None, Gio.DBusCallFlags.NONE,
                                  PATIENCE * 1000, None).unpack()

    def test_address(self):
        self.call(ID, OBJECT_PATH, "org.freedesktop.Application", "Open",
                  GLib.Variant("(asa{sv})", (["codebook:410"], {})))
        wait_for("window", application, PATIENCE)
        wait_for("page of 410", lambda: any(name.startswith("410 ") for name in headings()))

    def ask_provider(self, method, *parameters):
        return self.call(ID + ".SearchProvider", OBJECT_PATH + "/SearchProvider", "org.gnome.Shell.SearchProvider2",
                         method, GLib.Variant(*parameters))

    def test_search_provider(self):
        for terms in (["404"], ["찾을", "수", "없음"], ["ㅊㅇㅅㅇㅇ"]):
            with self.subTest(terms=terms):
                found, = self.ask_provider("GetInitialResultSet", "(as)", (terms,))
                self.assertEqual(found[0], "status:404")
                self.assertLessEqual(len(found), 20)
        meta, = self.ask_provider("GetResultMetas", "(as)", (["status:404"],))[0]
        self.assertEqual(meta["id"], "status:404")
        self.assertTrue(meta["name"].startswith("404 Not Found"))
        self.assertTrue(meta["description"])
        self.assertEqual(meta["clipboardText"], "404 Not Found")

    def test_search_provider_opens_the_window(self):
        self.ask_provider("ActivateResult", "(sasu)", ("status:410", ["gone"], 0))
        wait_for("window", application, PATIENCE)
        wait_for("page of 410", lambda: any(name.startswith("410 ") for name in headings()))
        self.ask_provider("LaunchSearch", "(asu)", (["찾을", "수", "없음"], 0))
        wait_for("terms in the search", lambda: "찾을 수 없음" in typed(application()))

    def test_command_goes_to_the_running_window(self):
        self.call(ID, OBJECT_PATH, "org.freedesktop.Application", "Activate", GLib.Variant("(a{sv})", ({},)))
        wait_for("window", application, PATIENCE)
        self.assertEqual(codebook("404")[0], 0)
        wait_for("page of 404", lambda: any(name.startswith("404 ") for name in headings()))
        self.assertEqual(len([node for node in walk(application()) if node.get_role_name() == "frame"]), 1)


def headings():
    return [node.get_name() for node in walk(application()) if node.get_role_name() == "heading"]


class Uninstalled(unittest.TestCase):
    def test_nothing_is_left(self):
        data = pathlib.Path.home() / ".var/app" / ID
        self.assertTrue(data.exists())
        result = flatpak("uninstall", "--user", "--noninteractive", "-y", "--delete-data", ID)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual([path for path in EXPORTS.rglob("*") if path.name.startswith(ID)], [])
        self.assertNotEqual(flatpak("info", "--user", ID).returncode, 0)
        self.assertFalse(data.exists())
        # Debian 12's Flatpak leaves the origin of what it installed from a directory.
        self.assertNotIn(ID, flatpak("list", "--user", "--all", "--columns=application").stdout.split())


def load_tests(loader, _tests, _pattern):
    """In this order: what is uninstalled cannot be looked at."""
    return unittest.TestSuite(loader.loadTestsFromTestCase(case) for case in (
        Manifests, Bundle, Exports, Permissions, CommandLine, InWindow, OnTheBus, Uninstalled))


if __name__ == "__main__":
    tap.main()
