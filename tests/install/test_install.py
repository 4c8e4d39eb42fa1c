# test_install.py: installing and uninstalling what a tarball of the tree builds
# SPDX-License-Identifier: GPL-3.0-or-later

import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest

import tap

SOURCE, BUILD = map(pathlib.Path, sys.argv[1:3])
MESON = sys.argv[3:]
del sys.argv[1:]

# A repository that this runs within is none of its business.
for name in [name for name in os.environ if name.startswith("GIT_")]:
    del os.environ[name]

# Two places where the tarball is built, with and without tests: neither makes a difference to what is installed.
BUILDS = {"one": "true", "the-other-place": "false"}
# What needs no display and does not look at the tree; the rest of the suites ran on the tree itself.
SUITES = ["catalog", "search", "cli", "metadata"]


def run(*command, cwd=None, **environment):
    result = subprocess.run(command, cwd=cwd, env={**os.environ, **environment}, stdout=subprocess.PIPE,
                            stderr=subprocess.STDOUT, text=True, errors="replace", check=False)
    if result.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, command))}:\n{result.stdout[-4000:]}")
    return result.stdout


def meson(*arguments, **options):
    return run(*MESON, *arguments, **options)


def files(folder):
    """The files and links below a folder, with a checksum of what is in them."""
    return {str(path.relative_to(folder)): hashlib.sha256(
                str(path.readlink()).encode() if path.is_symlink() else path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_symlink() or path.is_file()}


def copy_tree(destination):
    """The tree as it is, which need not be committed yet."""
    def left_out(folder, names):
        paths = {name: pathlib.Path(folder, name) for name in names}
        return [name for name, path in paths.items() if name in (".git", "__pycache__") or
                path in (SOURCE / "build", BUILD) or (path / "meson-private").is_dir()]

    shutil.copytree(SOURCE, destination, symlinks=True, ignore=left_out)


def make_tarball(room):
    checkout = room / "checkout"
    copy_tree(checkout)
    who = {f"GIT_{role}_{what}": "test@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    run("git", "init", "--quiet", cwd=checkout)
    run("git", "add", "--all", cwd=checkout)
    run("git", "commit", "--quiet", "--message=test", cwd=checkout, **who)
    meson("setup", "-Dtests=false", checkout / "_build", checkout)
    meson("dist", "--no-tests", "--formats=xztar", "-C", checkout / "_build")
    return next((checkout / "_build/meson-dist").glob("codebook-*.tar.xz"))


@unittest.skipUnless(shutil.which("git"), "no git here: meson dist makes a tarball of what is committed")
class Tarball(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # Beside the build, where there is room: /tmp may be memory.
        cls.room = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="install-test.", dir=BUILD)))
        cls.prefix = cls.room / "prefix"
        cls.tarball = make_tarball(cls.room)
        cls.builds = []
        for name, tests in BUILDS.items():
            with tarfile.open(cls.tarball) as archive:
                archive.extractall(cls.room / name, filter="data")
            tree = next((cls.room / name).iterdir())
            meson("setup", f"--prefix={cls.prefix}", "--libdir=lib", f"-Dtests={tests}", tree / "_build", tree)
            # Compiled anew, even where a compiler cache knows the other one.
            run("ninja", "-C", tree / "_build", CCACHE_DISABLE="1")
            cls.builds.append(tree / "_build")

    def stage(self, build, name):
        """Installs below DESTDIR, which holds a new root for each name; returns where the prefix is then."""
        meson("install", "-C", build, "--no-rebuild", "--quiet", DESTDIR=str(self.room / name))
        return self.room / name / self.prefix.relative_to("/")

    def test_holds_the_source_alone(self):
        with tarfile.open(self.tarball) as archive:
            top = {pathlib.PurePath(name).parts[1] for name in archive.getnames() if "/" in name}
        self.assertLessEqual({"COPYING", "README.md", "meson.build", "src"}, top)
        self.assertEqual(top & {".git", "build", "_build"}, set())

    def test_passes_its_own_tests(self):
        suites = [word for suite in SUITES for word in ("--suite", suite)]
        log = self.builds[0] / "meson-logs/testlog.json"
        meson("test", "-C", self.builds[0], "--no-rebuild", "--print-errorlogs", *suites)
        results = [json.loads(line)["result"] for line in log.read_text(encoding="utf-8").splitlines()]
        self.assertGreater(results.count("OK"), 10)

    def test_destdir(self):
        """Everything that is to be installed goes below DESTDIR, and nothing else does."""
        planned = set(json.loads(meson("introspect", "--installed", self.builds[0])).values())
        found = {str(self.prefix / path) for path in files(self.stage(self.builds[0], "destdir"))}
        self.assertEqual(found, planned)
        self.assertEqual({path.name for path in (self.room / "destdir").iterdir()}, {self.prefix.parts[1]})
        self.assertFalse(self.prefix.exists())

    def test_reproducible(self):
        """The same bytes, wherever it is built."""
        one, other = (files(self.stage(build, f"staged-{number}")) for number, build in enumerate(self.builds))
        self.assertIn("bin/codebook", one)
        self.assertGreater(len(one), 15)
        self.assertEqual(one, other)

    def test_holds_no_path_of_the_build(self):
        for path in self.stage(self.builds[0], "paths").rglob("*"):
            if path.is_file():
                with self.subTest(file=path.name):
                    self.assertNotIn(str(self.builds[0].parent).encode(), path.read_bytes())

    def test_uninstall(self):
        """Nothing is left of all that was installed, not in the desktop's caches either; others' things stay."""
        theirs = self.prefix / "share/applications/theirs.desktop"
        theirs.parent.mkdir(parents=True)
        theirs.write_text("[Desktop Entry]\nType=Application\nName=Theirs\nExec=true\nMimeType=text/plain;\n",
                          encoding="ascii")
        self.addCleanup(shutil.rmtree, self.prefix, ignore_errors=True)

        meson("install", "-C", self.builds[0], "--no-rebuild", "--quiet")
        self.assertTrue(run(self.prefix / "bin/codebook", "show", "404", "--lang=en").startswith("404 Not Found"))
        caches = [self.prefix / "share" / name for name in (
            "glib-2.0/schemas/gschemas.compiled", "applications/mimeinfo.cache", "icons/hicolor/icon-theme.cache")]
        self.assertEqual([cache for cache in caches if not cache.is_file()], [])
        self.assertIn("codebook", caches[1].read_text(encoding="ascii"))

        run(SOURCE / "build-aux/uninstall", self.builds[0])
        self.assertEqual([str(path.relative_to(self.prefix)) for path in sorted(self.prefix.rglob("*"))],
                         ["share", "share/applications", "share/applications/mimeinfo.cache", "share/applications/theirs.desktop"])
        self.assertNotIn("codebook", caches[1].read_text(encoding="ascii"))

        # And where nobody else is, no folder either.
        shutil.rmtree(self.prefix)
        meson("install", "-C", self.builds[0], "--no-rebuild", "--quiet")
        run(SOURCE / "build-aux/uninstall", self.builds[0])
        self.assertFalse(self.prefix.exists())


if __name__ == "__main__":
    tap.main()
