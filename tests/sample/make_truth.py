#!/usr/bin/env python3
"""Turns examples/sample-truth.txt, which people write, into examples/sample-truth.json.

The truth names text by its own words ("first words … last words"); this program only looks up
where those words stand in the stored texts, as `twosource extract --json` gives them. It judges
nothing, and stops at the first marker that is missing or stands in two places.

    make_truth.py TWOSOURCE           writes the JSON file
    make_truth.py TWOSOURCE --check   fails if the JSON file is not what would be written
"""
import json
import os
import subprocess
import sys

EXAMPLES = os.path.normpath(os.path.join(os.path.dirname(__file__), "..", "..", "examples"))
SOURCE = os.path.join(EXAMPLES, "sample-truth.txt")
TARGET = os.path.join(EXAMPLES, "sample-truth.json")
STORY = os.path.join(EXAMPLES, "sample-story")


class TruthError(Exception):
    """A line of the truth that cannot be looked up; the text says which and why."""


def stored_texts(twosource):
    """File name (`file.jsonl:LINE` for records) → stored text."""
    run = subprocess.run([twosource, "extract", STORY, "--json"], capture_output=True, check=False)
    if run.returncode != 0:
        raise TruthError(f"twosource extract ended with {run.returncode}: {run.stderr.decode()}")
    articles = json.loads(run.stdout)["articles"]
    return {os.path.basename(article["path"]): article["text"] for article in articles}


def the_one_place(text, words, where):
    first = text.find(words)
    if first < 0:
        raise TruthError(f"{where}: not in the text: {words}")
    if text.find(words, first + 1) >= 0:
        raise TruthError(f"{where}: stands in two places: {words}")
    return first


def find(text, marker, where):
    """Code points [start, end) of `begin … end`, or of the marker itself."""
    begin, ellipsis, end = marker.partition(" … ")
    start = the_one_place(text, begin, where)
    if not ellipsis:
        return start, start + len(begin)
    stop = text.find(end, start + len(begin))
    if stop < 0 or "\n\n" in text[start:stop]:
        raise TruthError(f"{where}: does not end in its paragraph: {marker}")
    return start, stop + len(end)


def fields_of(line):
    kind, _, rest = line.partition(" ")
    return kind, [field.strip() for field in rest.split("|")]


class Truth:
    def __init__(self, texts):
        self.texts = texts
        self.file = None
        self.json = {"articles": {}, "origins": [], "copies": [], "sentences": [],
                     "conflicts": [], "speakers": []}
        self.names = {}

    def span(self, file, marker, where):
        if file not in self.texts:
            raise TruthError(f"{where}: no such article: {file}")
        start, end = find(self.texts[file], marker, where)
        return {"file": file, "start": start, "end": end}

    def read_origin(self, where, key, kind, name, counted):
        if counted not in ("counted", "addition"):
            raise TruthError(f"{where}: an origin is counted or an addition")
        self.names[key] = name
        self.json["origins"].append(
            {"name": name, "kind": kind, "counted": counted == "counted", "articles": []})

    def read_copy(self, where, a, b, kind, nature):
        for file in (a, b):
            if file not in self.texts:
                raise TruthError(f"{where}: no such article: {file}")
        self.json["copies"].append({"a": a, "b": b, "kind": kind, "quoted": nature == "quoted",
                                    "furniture": nature == "furniture"})

    def read_conflict(self, where, kind, file_a, text_a, file_b, text_b, note):
        self.json["conflicts"].append({"kind": kind, "a": self.span(file_a, text_a, where),
                                       "b": self.span(file_b, text_b, where), "note": note})

    def read_article(self, where, file):
        if file not in self.texts:
            raise TruthError(f"{where}: no such article: {file}")
        self.file = file
        self.json["articles"][file] = {}

    def read_story(self, _, story):
        self.json["articles"][self.file]["story"] = story

    def read_language(self, _, language):
        self.json["articles"][self.file]["language"] = language

    def read_sentence(self, where, key, marker):
        origin = None if key == "-" else self.names[key]
        self.json["sentences"].append(self.span(self.file, marker, where) | {"origin": origin})
        for known in self.json["origins"]:
            if known["name"] == origin and self.file not in known["articles"]:
                known["articles"].append(self.file)

    def read_speaker(self, where, kind, name, marker):
        self.json["speakers"].append(self.span(self.file, marker, where) | {
            "name": None if name == "unnamed" else name, "kind": kind})


def read_truth(texts):
    truth = Truth(texts)
    with open(SOURCE, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            where = f"sample-truth.txt:{number}"
            kind, fields = fields_of(line)
            reader = getattr(truth, "read_" + kind, None)
            if reader is None:
                raise TruthError(f"{where}: unknown word: {kind}")
            try:
                reader(where, *fields)
            except (TypeError, KeyError) as error:
                raise TruthError(f"{where}: {error}") from error
    missing = sorted(set(texts) - set(truth.json["articles"]))
    if missing:
        raise TruthError(f"no truth for {', '.join(missing)}")
    return truth.json


def to_text(truth):
    """One entry a line, so that a change shows as the lines it touches."""
    def block(key, value):
        if isinstance(value, dict):
            entries = [f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}"
                       for k, v in value.items()]
            return f'"{key}": {{\n  ' + ",\n  ".join(entries) + "\n}"
        entries = [json.dumps(entry, ensure_ascii=False) for entry in value]
        return f'"{key}": [\n  ' + ",\n  ".join(entries) + "\n]"

    return "{\n" + ",\n".join(block(key, value) for key, value in truth.items()) + "\n}\n"


def main(arguments):
    if len(arguments) not in (2, 3) or arguments[2:] not in ([], ["--check"]):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        text = to_text(read_truth(stored_texts(arguments[1])))
    except TruthError as error:
        print(error, file=sys.stderr)
        return 1
    if len(arguments) == 2:
        with open(TARGET, "w", encoding="utf-8") as file:
            file.write(text)
        return 0
    with open(TARGET, encoding="utf-8") as file:
        if file.read() != text:
            print("sample-truth.json is not what sample-truth.txt says: run make_truth.py",
                  file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
