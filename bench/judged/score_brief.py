#!/usr/bin/env python3
"""Checks the briefs of reports by machine, and counts the verdicts of citations judged by hand.

By machine: the text is a piece of the place that it is from, word for word; every number of it in
digits stands in every place that it cites; no article is cited twice. Exits with 1 if one fails.
Verdicts are found again by the places of the citation and of the sentence that it is cited for.

    score_brief.py LABELS REPORT.json...
"""
import collections
import json
import re
import sys

from draw_brief import sheets


def read_labels(path):
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    return {tuple(row[:5]): row[6] for row in rows[1:]}


def numbers_of(text):
    return set(re.findall(r"\d+(?:[.,]\d+)*", text))


def failures_of(sentence):
    first = " ".join(sentence["cites"][0]["exact"].split())
    if sentence["text"] not in first:
        yield "the text is no piece of its first citation"
    cited = [cite["article"] for cite in sentence["cites"]]
    if len(set(cited)) < len(cited):
        yield "an article is cited twice"
    for cite in sentence["cites"][1:]:
        lacking = numbers_of(sentence["text"]) - numbers_of(cite["exact"])
        if lacking:
            yield f"{cite['article']} lacks {', '.join(sorted(lacking))}"


def main():
    labels = read_labels(sys.argv[1])
    verdicts = collections.Counter()
    failures = 0
    sentences = 0
    for path in sys.argv[2:]:
        with open(path, encoding="utf-8") as file:
            report = json.load(file)
        for sentence, cites in sheets(report):
            sentences += 1
            for failure in failures_of(sentence):
                failures += 1
                print(f"{sentence['id']}: {failure}")
            own = cites[0][0]
            for cite, _ in cites:
                key = (own["article"], str(own["start"]), cite["article"], str(cite["start"]),
                       str(cite["end"]))
                verdicts[labels.get(key, "not judged")] += 1
    print(f"brief.sentences: {sentences}")
    print(f"brief.failures: {failures}")
    for verdict, count in sorted(verdicts.items()):
        print(f"brief.{verdict.replace(' ', '_')}: {count}")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
