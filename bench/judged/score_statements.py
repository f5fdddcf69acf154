#!/usr/bin/env python3
"""Finds the judged statements again in a report and says what became of them.

A judged statement is there again if a statement of the article has the same kind, and their contents
share four fifths of the longer one. What is new in the report was not judged and is not counted, so
this tells of lost and mended statements; only a new sample measures precision.

    score_statements.py REPORT.json LABELS.tsv...
"""
import collections
import csv
import json
import sys


def extent(statement):
    return statement["content"][0]["start"], statement["content"][-1]["end"]


def same(one, other):
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared >= 0.8 * max(one[1] - one[0], other[1] - other[0])


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        report = json.load(file)
    extents = collections.defaultdict(list)
    for statement in report["statements"]:
        place = (statement["content"][0]["article"], statement["kind"])
        extents[place].append(extent(statement))
    for path in sys.argv[2:]:
        counts = collections.Counter()
        with open(path, encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                verdicts = {value for name, value in row.items() if name.startswith("span")}
                verdict = verdicts.pop() if len(verdicts) == 1 else "readers differ"
                found = any(same((int(row["start"]), int(row["end"])), other)
                            for other in extents[row["article"], row["kind"]])
                counts[verdict, found] += 1
        print(path)
        for verdict in sorted({verdict for verdict, _ in counts}):
            found, lost = counts[verdict, True], counts[verdict, False]
            print(f"  {verdict}: {found} of {found + lost} found again")


if __name__ == "__main__":
    main()
