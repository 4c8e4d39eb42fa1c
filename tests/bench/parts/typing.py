# typing.py: how the window keeps up with one who types and scrolls, over the shipped catalog and over a large one
# SPDX-License-Identifier: GPL-3.0-or-later

import pathlib
import random
import re
import shutil
import tempfile

SHIPPED = "shipped catalog"


def run(bench):
    n_entries = 500 if bench.quick else 10000
    n_keys, n_frames = (10, 30) if bench.quick else (150, 600)
    large = f"{n_entries:,} entries more"
    activities = ["nothing", "typing", "scrolling"]
    keys = {
        "key": bench.figures.measure("typing: from a key to the painted list, ms", (SHIPPED, large), SHIPPED),
        "key-work": bench.figures.measure("typing: processor time of that, ms", (SHIPPED, large), SHIPPED),
    }
    subjects = [f"{activity}, {catalog}" for catalog in (SHIPPED, large) for activity in activities]
    measures = {
        "work": bench.figures.measure("typing: processor time of a frame, ms", subjects),
        "gap": bench.figures.measure("typing: from frame to frame, ms", subjects),
        "dropped": bench.figures.measure(f"typing: dropped beside {n_frames} frames", subjects),
        "heavy": bench.figures.measure(f"typing: longer of themselves than a refresh, of {n_frames} frames", subjects),
    }
    with tempfile.TemporaryDirectory(prefix="codebook-bench.") as folder:
        generate(bench.programs.build / "data/catalog", pathlib.Path(folder), n_entries)
        for catalog, arguments in ((SHIPPED, []), (large, [folder])):
            bench.say(f"typing: {catalog}")
            lines = bench.programs.output(str(bench.programs.bench / "window/bench-window"), str(n_keys), str(n_frames),
                                          *arguments)
            for line in lines.splitlines():
                measure, activity, value = line.split("\t")
                if measure in keys:
                    keys[measure].add(catalog, float(value))
                else:
                    measures[measure].add(f"{activity}, {catalog}", float(value))


def generate(shipped, folder, n_entries):
    """The merged files of the catalog, and one more with so many entries made of the words of the others: the same at
    each run."""
    for file in shipped.glob("*.xml"):
        shutil.copy(file, folder)
    guides = (folder / "guides.xml").read_text(encoding="utf-8")
    korean = sorted(set(re.findall(r"[가-힣]{2,}", guides)))
    english = sorted(set(re.findall(r"\b[a-z]{3,}\b", re.sub(r"<[^>]*>", "", guides))))
    choose = random.Random(1)

    def pair(element, n_words):
        """The same thing in both languages."""
        return "".join(f"<{element}{attribute}>{' '.join(choose.choices(words, k=n_words))}</{element}>"
                       for attribute, words in (("", english), (' xml:lang="ko"', korean)))

    with open(folder / "generated.xml", "w", encoding="utf-8") as file:
        file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<group id="generated">{pair("title", 1)}\n')
        for number in range(n_entries):
            file.write(f'<guide id="guide:generated-{number}" reviewed="2026-01-01">{pair("title", 3)}{pair("summary", 10)}'
                       f'<article>{pair("p", 20)}</article></guide>\n')
        file.write("</group>\n")
    files = (folder / "catalog.xml").read_text(encoding="utf-8")
    (folder / "catalog.xml").write_text(files.replace("</catalog>", '<file name="generated.xml"/></catalog>'),
                                        encoding="utf-8")
