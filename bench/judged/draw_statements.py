#!/usr/bin/env python3
"""Draws articles whose statements are read by hand, and prints each with its statements.

Stories and articles are ordered by a hash of their ids, so the same input gives the same sample. A
story is the part of an article's id before its last '-'; only stories of enough English articles of
150 to 900 words are taken. Prints sheets for reading, with texts; label files keep ids, offsets and
verdicts only.

    draw_statements.py REPORT.json ARTICLES.jsonl STORIES ARTICLES [--salt WORD] [--not-in LABELS.tsv]...
"""
import argparse
import collections
import hashlib
import json


def rank(salt, name):
    return hashlib.sha1(f"{salt} {name}".encode()).hexdigest()


def story_of(article):
    return article.rpartition("-")[0]


def draw(report, options):
    known = set()
    for path in options.not_in:
        with open(path, encoding="utf-8") as lines:
            known |= {story_of(line.split("\t")[0]) for line in lines if "-" in line.split("\t")[0]}
    stories = collections.defaultdict(list)
    for article in report["articles"]:
        if article["language"] == "en" and 150 <= article["words"] <= 900:
            stories[story_of(article["id"])].append(article["id"])
    chosen = [story for story in sorted(stories, key=lambda name: rank(options.salt, name))
              if story not in known and len(stories[story]) >= 2 * options.articles]
    return {article for story in chosen[:options.stories]
            for article in sorted(stories[story], key=lambda name: rank(options.salt, name))[:options.articles]}


def part(span):
    return f"{span['start']}-{span['end']} [{' / '.join(span['exact'].splitlines())}]"


def sheet(number, statement):
    speaker = statement["speaker"]["name"] if statement["speaker"] else "-"
    lines = [f"({number}) {statement['kind']}, speaker: {speaker}, {statement['resolved_by']}, "
             f"score {statement['score']:.2f}" +
             (f", via {', '.join(statement['via'])}" if statement["via"] else "")]
    for name in ("source", "cue"):
        if statement[name]:
            lines.append(f"    {name} {part(statement[name])}")
    lines += [f"    content {part(span)}" for span in statement["content"]]
    lines += [f"    because: {reason['text']}" for reason in statement["reasons"]]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("report")
    parser.add_argument("texts")
    parser.add_argument("stories", type=int)
    parser.add_argument("articles", type=int)
    parser.add_argument("--salt", default="")
    parser.add_argument("--not-in", action="append", default=[])
    options = parser.parse_args()
    with open(options.report, encoding="utf-8") as file:
        report = json.load(file)
    with open(options.texts, encoding="utf-8") as lines:
        texts = {record["id"]: record for record in map(json.loads, lines)}
    statements = collections.defaultdict(list)
    for statement in report["statements"]:
        statements[statement["content"][0]["article"]].append(statement)
    for article in sorted(draw(report, options)):
        print(f"======== {article}\n# {texts[article]['title']}\n{texts[article]['text']}\n--------")
        ordered = sorted(statements[article], key=lambda found: found["content"][0]["start"])
        for number, statement in enumerate(ordered, 1):
            print(sheet(number, statement))


if __name__ == "__main__":
    main()
