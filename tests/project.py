# project.py: the files of the project, for tests that look at the tree itself
# SPDX-License-Identifier: GPL-3.0-or-later

import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent

# Each layer with the layers whose headers it may include, as in CONTRIBUTING.md.
LAYERS = {
    "catalog": [],
    "compiler": ["catalog"],
    "search": ["catalog"],
    "cli": ["catalog", "search"],
    "provider": ["catalog", "search"],
    "ui": ["catalog", "search"],
    "app": ["catalog", "search", "ui"],
}


def files(*patterns):
    """The files that the patterns name, relative to the project, sorted; nothing of build directories."""
    found = set()
    for pattern in patterns:
        for path in ROOT.glob(pattern):
            relative = path.relative_to(ROOT)
            if path.is_file() and not relative.parts[0].startswith(("build", "_build", ".git")):
                found.add(relative)
    return sorted(found)


def read(relative):
    """The text of a file of the project."""
    return (ROOT / relative).read_text(encoding="utf-8")
