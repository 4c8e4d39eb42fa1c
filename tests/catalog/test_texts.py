# test_texts.py: the quality of the texts that can be checked by a program, over what `codebook export` gives
# SPDX-License-Identifier: GPL-3.0-or-later

import glob
import json
import os
import re
import subprocess
import sys
import unicodedata
import unittest

import project
import tap

CODEBOOK = sys.argv.pop(1)
LANGUAGES = ("en", "ko")

# Particles by the last sound of what stands before them: after a consonant, and after a vowel.
AFTER_CONSONANT, AFTER_VOWEL = ("은", "이", "을", "과"), ("는", "가", "를", "와")
# Digits as they are read aloud: 영 일 이 삼 사 오 육 칠 팔 구.
DIGITS_WITH_CONSONANT = "013678"
# Latin words as they are read aloud, by whether they end in a consonant.
LATIN = {"GET": True, "PUT": True, "URL": True, "JSON": True, "XML": True, "HTML": True, "LOCK": True, "UNLOCK": True,
         "MKCOL": True, "POST": False, "PATCH": False, "DELETE": False, "URI": False, "HTTP": False, "HTTPS": False,
         "TLS": False, "ETag": False, "TRACE": False, "OPTIONS": False, "QUERY": False, "RFC": False, "API": False,
         "COPY": False, "MOVE": False, "PROPFIND": False, "CSRF": False, "CORS": False, "IANA": False}


def load_catalog():
    result = subprocess.run([CODEBOOK, "export"], capture_output=True, check=True)
    return json.loads(result.stdout.decode("utf-8"))


def load_table(name):
    lines = [line for line in project.read(f"tests/data/{name}").splitlines() if line and not line.startswith("# ")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"))) for line in lines[1:]]


def texts(value, path=""):
    """Every text in both languages below a value, with the path to it."""
    if isinstance(value, dict):
        if "en" in value and "ko" in value:
            yield path, value
            return
        for name, member in value.items():
            if name != "aliases":
                yield from texts(member, f"{path}.{name}")
    elif isinstance(value, list):
        for position, member in enumerate(value):
            yield from texts(member, f"{path}[{position}]")


def prose(text):
    """A text without its code."""
    return re.sub(r"`[^`]*`", "", text)


def shown(text):
    """A text as it is read: links without words as the code or the method that they lead to."""
    text = re.sub(r"\[\[[^\]|]*\|([^\]]*)\]\]", r"\1", text)
    return text.replace("`", "")


def shingles(words, size):
    return {tuple(words[i:i + size]) for i in range(len(words) - size + 1)}


class Texts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.catalog = load_catalog()
        cls.entries = cls.catalog["entries"]
        cls.all = [(entry["id"] + path, text) for entry in cls.entries for path, text in texts(entry)]

    def fail_with(self, wrong):
        self.assertEqual([], wrong, "\n".join(str(each) for each in wrong[:20]))

    def test_counts(self):
        registered = [e for e in self.entries
                      if e["kind"] == "status" and e["state"] not in ("unofficial", "not-a-status")]
        self.assertEqual(len(registered), 64)
        self.assertEqual(len([e for e in self.entries if e["kind"] == "method"]), 41)
        self.assertEqual(len([e for e in self.entries if e["kind"] == "class"]), 5)
        self.assertGreater(len(self.all), 2000)

    def test_both_languages(self):
        wrong = [path for path, text in self.all if not text["en"].strip() or not text["ko"].strip()]
        # What is the same in both languages is code, and says so by having no Hangul in it.
        wrong += [path for path, text in self.all if text["en"] != text["ko"] and not re.search("[가-힣]", text["ko"])]
        wrong += [path for path, text in self.all if re.search("[가-힣]", text["en"]) and "glossary" not in path]
        wrong += [path for path, text in self.all
                  if text["en"] == text["ko"] and re.search(r"\.(summary|explanation|title)", path)
                  and "Reserved" not in text["en"]]
        self.fail_with(wrong)

    def test_typography(self):
        wrong = []
        for path, text in self.all:
            for language in LANGUAGES:
                value = text[language]
                bare = prose(value)
                if unicodedata.normalize("NFC", value) != value:
                    wrong.append((path, "not NFC"))
                if "  " in value or value != value.strip():
                    wrong.append((path, "spaces"))
                # What is the same in both languages is code.
                if text["en"] != text["ko"] and re.search("""["']|\\.\\.\\.""", bare):
                    wrong.append((path, "typewriter marks", value))
        self.fail_with(wrong)

    def test_explanations(self):
        wrong = []
        for entry in self.entries:
            for language in LANGUAGES:
                body = " ".join(p[language] for p in entry.get("explanation", []))
                if entry["kind"] in ("class", "status", "method", "situation") \
                        and len(re.findall(r"[.?!](?=\s|$)", body)) < 3:
                    wrong.append((entry["id"], language, "fewer than three sentences"))
                if len(body) > 4000:
                    wrong.append((entry["id"], language, "a wall of text"))
            if len(entry["summary"]["en"].split()) > 40 or not entry["summary"]["en"].endswith((".", "?")):
                wrong.append((entry["id"], "summary", entry["summary"]["en"]))
        self.fail_with(wrong)

    def test_korean_style(self):
        wrong = []
        for path, text in self.all:
            korean = prose(text["ko"])
            if re.search(r"(하세요|해요|이에요|예요)[.!]", korean):
                wrong.append((path, "해요체", korean))
            if re.search(r"\.(summary|explanation|when_to_send|when_not_to_send|history|check_\w+)", path) \
                    and not re.search(r"(다|오|까)[.?:!]$", text["ko"]):
                wrong.append((path, "합쇼체", text["ko"]))
        self.fail_with(wrong)

    def test_korean_terms(self):
        rejected = [(word.strip(), row["term_ko"]) for row in load_table("terms-ko.tsv")
                    for word in row.get("reject", "").split(";") if word.strip()]
        self.assertGreater(len(rejected), 20)
        wrong = [(path, word, f"use {term}") for path, text in self.all for word, term in rejected
                 if word in prose(text["ko"]) and "glossary" not in path]
        self.fail_with(wrong)

    def test_korean_particles(self):
        latin = "|".join(sorted(LATIN, key=len, reverse=True))
        pattern = re.compile(rf"(?:(\d)|(?<![A-Za-z-])({latin}))({'|'.join(AFTER_CONSONANT + AFTER_VOWEL)})(?=[\s,.)]|$)")
        wrong = []
        for path, text in self.all:
            for match in pattern.finditer(shown(text["ko"])):
                digit, word, particle = match.groups()
                consonant = digit in DIGITS_WITH_CONSONANT if digit else LATIN[word]
                if (particle in AFTER_CONSONANT) != consonant:
                    wrong.append((path, match.group(0), text["ko"]))
        self.fail_with(wrong)

    def test_examples(self):
        wrong = []
        for entry in self.entries:
            for message in entry.get("example", []) + [item for item in entry.get("article", [])
                                                       if "request" in item or "response" in item]:
                kind = "request" if "request" in message else "response"
                problem = self.check_message(kind, message[kind])
                if problem:
                    wrong.append((entry["id"], problem, message[kind]))
        self.fail_with(wrong)

    def check_message(self, kind, text):
        head, _, body = text.partition("\n\n")
        start, *fields = head.split("\n")
        pattern = r"[A-Z*-]+ \S+ HTTP/1\.[01]" if kind == "request" else r"HTTP/1\.[01] [0-9]{3} ?.*"
        if not re.fullmatch(pattern, start):
            return f"start line {start!r}"
        for field in fields:
            if not re.fullmatch(r"[A-Za-z0-9-]+: ?\S.*", field):
                return f"field line {field!r}"
        values = {name.lower(): value.strip() for name, _, value in (field.partition(":") for field in fields)}
        if kind == "request" and not re.search(r"(^|\.)example(\.(com|org|net))?(:\d+)?$", values.get("host", "")):
            return "Host is not a reserved name (RFC 2606)"
        if body and "transfer-encoding" not in values:
            if values.get("content-length") != str(len(body.encode("utf-8"))):
                return f"Content-Length {values.get('content-length')}, the body has {len(body.encode('utf-8'))} bytes"
        return None

    def test_examples_have_required_fields(self):
        required = {"status:401": "WWW-Authenticate", "status:405": "Allow", "status:407": "Proxy-Authenticate",
                    "status:426": "Upgrade", "status:101": "Upgrade", "status:206": "Content-Range"}
        by_id = {entry["id"]: entry for entry in self.entries}
        for entry_id, field in required.items():
            responses = [m["response"] for m in by_id[entry_id]["example"] if "response" in m]
            self.assertTrue(any(f"\n{field}: " in response for response in responses), entry_id)

    def test_every_code_shows_itself(self):
        wrong = []
        for entry in self.entries:
            if entry["kind"] == "status" and "example" in entry and entry["state"] == "permanent":
                responses = [m["response"] for m in entry["example"] if "response" in m]
                if not any(f" {entry['number']} " in r.split("\n")[0] + " " or str(entry["number"]) in r for r in responses):
                    wrong.append(entry["id"])
        self.fail_with(wrong)

    def test_aliases(self):
        wrong = []
        for entry in self.entries:
            words = [alias["words"] for alias in entry.get("aliases", [])]
            if len(words) != len(set(words)):
                wrong.append((entry["id"], "twice"))
            if not words:
                wrong.append((entry["id"], "none"))
        self.fail_with(wrong)

    def test_confusions(self):
        pairs = {frozenset((entry["id"], other["id"])) for entry in self.entries
                 for other in entry.get("confused_with", [])}
        self.assertGreaterEqual(len(pairs), 25)
        self.assertFalse([pair for pair in pairs if len(pair) < 2])

    def test_links_lead_back(self):
        """A page lists the guides on it and the situations that it answers, and an “A or B” guide names its codes."""
        by_id = {entry["id"]: entry for entry in self.entries}
        wrong = []
        for entry in self.entries:
            if entry["kind"] == "situation":
                wrong += [(entry["id"], a["id"]) for a in entry["answers"]
                          if entry["id"] not in [back["id"] for back in by_id[a["id"]]["see_also"]]]
            if "-vs-" in entry["id"]:
                for token in entry["id"][len("guide:"):].split("-vs-"):
                    other = "status:" + token if token.isdigit() else "method:" + token.upper()
                    if entry["id"] not in [back["id"] for back in by_id[other].get("see_also", [])]:
                        wrong.append((entry["id"], other))
        self.fail_with(wrong)

    def test_mistakes_seen_elsewhere(self):
        by_id = {entry["id"]: entry for entry in self.entries}
        self.assertEqual(by_id["status:302"]["title"]["en"], "Found")
        self.assertEqual(by_id["status:412"]["title"]["ko"], "전제 조건 실패")
        self.assertEqual(by_id["status:503"]["title"]["en"], "Service Unavailable")
        self.assertEqual(by_id["status:208"]["title"]["en"], "Already Reported")
        self.assertEqual(by_id["status:413"]["title"]["en"], "Content Too Large")
        self.assertEqual(by_id["status:103"]["title"]["en"], "Early Hints")
        kept = {e: next(p["value"] for p in by_id[f"status:{e}"]["behavior"] if p["name"] == "method-kept")
                for e in (301, 302, 303, 307, 308)}
        self.assertEqual(kept, {301: "may-change", 302: "may-change", 303: "no", 307: "yes", 308: "yes"})

    @unittest.skipUnless(os.environ.get("CODEBOOK_ORIGINALS"), "CODEBOOK_ORIGINALS names no folder")
    def test_own_words(self):
        folder = os.environ["CODEBOOK_ORIGINALS"]
        english, korean = set(), set()
        for name in glob.glob(os.path.join(folder, "*.txt")):
            with open(name, encoding="utf-8", errors="replace") as file:
                original = re.sub(r"-\n\s*", "-", file.read())
            english |= shingles(re.findall(r"[a-z0-9’']+", original.lower()), 8)
            korean |= shingles(re.findall("[가-힣]", original), 20)
        self.assertTrue(english)
        wrong = []
        for path, text in self.all:
            wrong += [(path, words) for words in shingles(re.findall(r"[a-z0-9’']+", text["en"].lower()), 8) & english]
            wrong += [(path, "".join(w)) for w in shingles(re.findall("[가-힣]", text["ko"]), 20) & korean]
        self.fail_with(wrong)


if __name__ == "__main__":
    tap.main()
