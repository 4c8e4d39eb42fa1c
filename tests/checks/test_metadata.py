# test_metadata.py: what an installation tells the desktop and the stores, as it is installed
# SPDX-License-Identifier: GPL-3.0-or-later

import configparser
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET

import tap

BUILD, MESON, APPLICATION_ID = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
del sys.argv[1:]

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
VALIDATORS = {
    "desktop": ["desktop-file-validate"],
    "metainfo": ["appstreamcli", "validate", "--pedantic", "--strict", "--no-net"],
    "schema": ["glib-compile-schemas", "--strict", "--dry-run"],
}
# The id is that of the desktop's other applications, whose last part is written like the name.
KNOWN_HINTS = {"cid-contains-uppercase-letter"}


def install(room):
    """Installs the build below a folder; returns where its share/ is. The build's own note of what it has installed,
    which uninstalling goes by, stays as it was."""
    log = BUILD / "meson-logs/install-log.txt"
    before = log.read_bytes() if log.exists() else None
    subprocess.run([MESON, "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", room], check=True,
                   stdout=subprocess.DEVNULL)
    if before is None:
        log.unlink()
    else:
        log.write_bytes(before)
    options = json.loads(subprocess.run([MESON, "introspect", "--buildoptions", BUILD], check=True, text=True,
                                        capture_output=True).stdout)
    prefix, datadir = (next(option["value"] for option in options if option["name"] == name)
                       for name in ("prefix", "datadir"))
    return pathlib.Path(room, prefix.lstrip("/"), datadir)


class Installed(unittest.TestCase):
    room = share = files = None

    def keyfile(self, path):
        parser = configparser.ConfigParser(interpolation=None, strict=True, delimiters="=")
        parser.optionxform = str
        parser.read(self.share / path, encoding="utf-8")
        return parser


def setUpModule():
    Installed.room = pathlib.Path(unittest.enterModuleContext(tempfile.TemporaryDirectory(prefix="codebook-metadata.")))
    Installed.share = install(Installed.room)
    Installed.files = {
        "desktop": Installed.share / f"applications/{APPLICATION_ID}.desktop",
        "metainfo": Installed.share / f"metainfo/{APPLICATION_ID}.metainfo.xml",
        "schema": Installed.share / f"glib-2.0/schemas/{APPLICATION_ID}.gschema.xml",
    }


class Validators(Installed):
    """Each accepts what is installed, and refuses a copy in which one thing is wrong."""

    def validate(self, kind, path):
        # The schemas of a folder are compiled together.
        argument = path.parent if kind == "schema" else path
        return subprocess.run([*VALIDATORS[kind], argument], capture_output=True, text=True, check=False)

    def check(self, kind, *breakages):
        if shutil.which(VALIDATORS[kind][0]) is None:
            self.skipTest(f"{VALIDATORS[kind][0]} is not installed")
        result = self.validate(kind, self.files[kind])
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)

        text = self.files[kind].read_text(encoding="utf-8")
        for pattern, replacement in breakages:
            with self.subTest(broken=pattern):
                broken, count = re.subn(pattern, replacement, text, count=1, flags=re.M | re.S)
                self.assertEqual(count, 1)
                with tempfile.TemporaryDirectory() as folder:
                    copy = pathlib.Path(folder, self.files[kind].name)
                    copy.write_text(broken, encoding="utf-8")
                    self.assertNotEqual(self.validate(kind, copy).returncode, 0)
        return result

    def test_desktop(self):
        result = self.check("desktop", (r"^Type=Application\n", ""), (r"^Name=Codebook\n", ""), (r"^Exec=codebook %u$", "Exec=codebook %x"),
                            (r"^Categories=[^\n]*", "Categories=Nonsense;"), (r"^Actions=new-window;", "Actions=other;"),
                            (r"^Terminal=false", "Terminal=perhaps"), (r"^\[Desktop Entry\]\n", ""))
        self.assertEqual(result.stdout + result.stderr, "")

    def test_metainfo(self):
        result = self.check("metainfo", (r"<id>.*?</id>", ""), (r"<name[^>]*>Codebook</name>", ""), (r"<summary>.*?</summary>", ""),
                            (r"<metadata_license>.*?</metadata_license>", ""), (r"CC0-1\.0</metadata_license>", "GPL-3.0</metadata_license>"),
                            (r"GPL-3.0-or-later</project_license>", "GPL-9</project_license>"), (r"<content_rating [^>]*>", ""),
                            (r'date="\d{4}-', 'date="soon-'), (r"#8fd3e8", "blue"), (r"<description>.*?</description>", ""),
                            (r"</component>", ""), (r'type="homepage"', 'type="home"'), (r"<ul>", "<li>Outside</li><ul>"))
        # Hints do not count as errors: they are read.
        hints = set(re.findall(r"^[EWIP]: \S+:\d+: (\S+)", result.stdout, re.M))
        self.assertLessEqual(hints, KNOWN_HINTS, result.stdout)

    def test_schema(self):
        self.check("schema", (r"<default>1040</default>", "<default>wide</default>"), (r"<default>'system'</default>", "<default>'fr'</default>"),
                   (r"<default>100</default>", "<default>300</default>"), (r'type="b"', 'type="boolean"'),
                   (r'name="window-height"', 'name="window-width"'), (r"<summary>", "<title>"), (r"</schemalist>", ""))


class Metainfo(Installed):
    """What the stores ask for, beyond what is valid."""

    def setUp(self):
        self.root = ET.parse(self.files["metainfo"]).getroot()

    def text(self, path, language=None):
        found = [node for node in self.root.findall(path) if node.get(LANG) == language]
        self.assertEqual(len(found), 1, (path, language))
        return "".join(found[0].itertext()).strip()

    def test_names(self):
        self.assertEqual(self.root.get("type"), "desktop-application")
        self.assertEqual(self.text("id"), APPLICATION_ID)
        self.assertEqual(self.text("launchable"), self.files["desktop"].name)
        self.assertEqual(self.text("name"), "Codebook")
        self.assertEqual(self.root.find("name").get("translate"), "no")
        self.assertTrue(self.root.find("developer").get("id"))
        self.assertEqual(self.root.find("developer/name").get("translate"), "no")

    def test_summary(self):
        for language in (None, "ko"):
            summary = self.text("summary", language)
            with self.subTest(summary=summary):
                self.assertTrue(8 <= len(summary) <= 35)
                self.assertNotRegex(summary.lower(), r"[.!]$|^(an?|the) |codebook|코드북")

    def test_description(self):
        description = self.root.find("description")
        for tag in ("p", "li"):
            nodes = [node for node in description.iter(tag)]
            english = [node for node in nodes if node.get(LANG) is None]
            self.assertTrue(english)
            self.assertEqual(sum(node.get(LANG) == "ko" for node in nodes), len(english))
        self.assertLessEqual(len(english), 10)

    def test_fields(self):
        self.assertEqual(self.text("metadata_license"), "CC0-1.0")
        self.assertEqual(self.text("project_license"), "GPL-3.0-or-later")
        self.assertEqual(self.root.find("translation").attrib, {"type": "gettext"})
        self.assertEqual(self.text("translation"), "codebook")
        self.assertEqual(self.root.find("content_rating").get("type"), "oars-1.1")
        self.assertLessEqual({"homepage", "bugtracker", "vcs-browser", "translate"}, {url.get("type") for url in self.root.iter("url")})
        self.assertEqual([(node.get("compare"), node.text) for node in self.root.findall("requires/display_length")], [("ge", "360")])
        self.assertEqual({node.text for node in self.root.findall("supports/control")}, {"keyboard", "pointing", "touch"})
        self.assertIn("x-scheme-handler/codebook", [node.text for node in self.root.findall("provides/mediatype")])
        self.assertIn("codebook", [node.text for node in self.root.findall("provides/binary")])
        colors = {node.get("scheme_preference"): node.text for node in self.root.findall("branding/color[@type='primary']")}
        self.assertEqual(set(colors), {"light", "dark"})
        self.assertNotEqual(colors["light"], colors["dark"])

    def test_releases(self):
        version = json.loads(subprocess.run([MESON, "introspect", "--projectinfo", BUILD], check=True, text=True,
                                            capture_output=True).stdout)["version"]
        releases = self.root.findall("releases/release")
        self.assertEqual(releases[0].get("version"), version)
        for release in releases:
            notes = release.findall("description//*")
            english = [node for node in notes if node.text and node.text.strip() and node.get(LANG) is None]
            self.assertTrue(english)
            self.assertEqual(len([node for node in notes if node.get(LANG) == "ko"]), len(english))


class Desktop(Installed):
    def test_desktop_file(self):
        entry = self.keyfile(self.files["desktop"])["Desktop Entry"]
        self.assertEqual((entry["DBusActivatable"], entry["Icon"]), ("true", APPLICATION_ID))
        self.assertFalse({"GTK", "GNOME"} & set(entry["Categories"].split(";")))
        self.assertEqual(entry["MimeType"], "x-scheme-handler/codebook;")
        # Who types Korean also types English; in the other direction nobody could.
        self.assertTrue(entry["Keywords[ko]"].startswith(entry["Keywords"]))
        for key in ("Name", "GenericName", "Comment", "Keywords"):
            self.assertRegex(entry[f"{key}[ko]"], "[가-힣]")

    def test_services(self):
        services = sorted((self.share / "dbus-1/services").iterdir())
        self.assertEqual([path.name for path in services], sorted([f"{APPLICATION_ID}.service", f"{APPLICATION_ID}.SearchProvider.service"]))
        for path in services:
            with self.subTest(file=path.name):
                service = self.keyfile(path)["D-BUS Service"]
                self.assertEqual(service["Name"], path.stem)
                program = self.room / service["Exec"].split()[0].lstrip("/")
                self.assertTrue(program.is_file() and program.stat().st_mode & 0o111, program)

    def test_search_provider(self):
        provider = self.keyfile(f"gnome-shell/search-providers/{APPLICATION_ID}.search-provider.ini")["Shell Search Provider"]
        self.assertEqual(dict(provider), {
            "DesktopId": self.files["desktop"].name, "BusName": APPLICATION_ID + ".SearchProvider", "Version": "2",
            "ObjectPath": "/" + APPLICATION_ID.replace(".", "/") + "/SearchProvider"})

    def test_icons(self):
        for folder, name in (("scalable", f"{APPLICATION_ID}.svg"), ("symbolic", f"{APPLICATION_ID}-symbolic.svg")):
            with self.subTest(icon=name):
                root = ET.parse(self.share / "icons/hicolor" / folder / "apps" / name).getroot()
                self.assertEqual(root.tag, "{http://www.w3.org/2000/svg}svg")
                self.assertEqual(root.get("width"), root.get("height"))
                self.assertGreater(len(root), 0)


if __name__ == "__main__":
    tap.main()
