# test_seed_facts.py: whatever common Korean write-ups tell can be found here, by the words that they use
# SPDX-License-Identifier: GPL-3.0-or-later

"""tests/data/seed-facts.tsv lists what five widely read documents say, with words from each that people search by."""

import json
import subprocess
import sys
import unittest

import project
import tap

CODEBOOK = sys.argv.pop(1)

# Rows that are not about a code or a class.
TOPICS = {
    "topic-http-intro": ["guide:what-is-http"],
    "topic-status-code-intro": ["guide:what-is-a-status-code"],
    "topic-conditional-get": ["guide:conditional-requests"],
    "faq-301-vs-302": ["guide:301-vs-302"],
    "faq-401-vs-403": ["guide:401-vs-403"],
    "faq-login-failure": ["situation:login-failed"],
    "faq-token-expired": ["situation:token-expired"],
}
FIRST = 5
SHARE = 0.8


def rows():
    lines = [line for line in project.read("tests/data/seed-facts.tsv").splitlines()
             if line and not line.startswith("# ")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"))) for line in lines[1:]]


def expected(code):
    if code in TOPICS:
        return TOPICS[code]
    if code.startswith("class-"):
        return ["class:" + code[len("class-"):]]
    return ["status:" + code]


def search(queries):
    result = subprocess.run([CODEBOOK, "search", "--stdin", "--ids"], input="\n".join(queries).encode("utf-8"),
                            capture_output=True, check=True)
    return [line.split(" ") for line in result.stdout.decode("utf-8").splitlines()]


class SeedFacts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rows = rows()
        export = subprocess.run([CODEBOOK, "export"], capture_output=True, check=True)
        cls.ids = {entry["id"] for entry in json.loads(export.stdout)["entries"]}

    def test_rows(self):
        self.assertEqual(len(self.rows), 172)

    def test_entries_exist(self):
        missing = [(row["code"], wanted) for row in self.rows for wanted in expected(row["code"])
                   if wanted not in self.ids]
        self.assertEqual(missing, [])

    def test_words_find_them(self):
        pairs = [(number, word) for number, row in enumerate(self.rows)
                 for word in row["search_words_ko"].split(";") if word]
        hits = search([word for _, word in pairs])
        self.assertEqual(len(hits), len(pairs))
        found, by_row, missed = 0, {}, []
        for (number, word), ids in zip(pairs, hits):
            wanted = expected(self.rows[number]["code"])
            hit = any(each in ids[:FIRST] for each in wanted)
            found += hit
            by_row[number] = by_row.get(number, False) or hit
            if not hit:
                missed.append((word, wanted, ids[:FIRST]))
        for miss in missed:
            print("# not among the first:", *miss)
        share = found / len(pairs)
        print(f"# {found} of {len(pairs)} words = {share:.3f}")
        self.assertEqual([self.rows[number] for number, hit in by_row.items() if not hit], [])
        self.assertGreaterEqual(share, SHARE)

    def test_ids(self):
        """Every id that must exist does: registered and unofficial codes, methods, guides and situations."""
        wanted = set()
        for name, column, kind in (("iana-status-codes.tsv", 0, "status:"), ("unofficial-status-codes.tsv", 0, "status:"),
                                   ("iana-methods.tsv", 0, "method:"), ("ids.tsv", 0, "")):
            lines = [line for line in project.read(f"tests/data/{name}").splitlines()
                     if line and not line.startswith("# ")]
            wanted |= {kind + line.split("\t")[column] for line in lines[1:]}
        self.assertEqual(sorted(wanted - self.ids), [])


if __name__ == "__main__":
    tap.main()
