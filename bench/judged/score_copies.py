#!/usr/bin/env python3
"""Scores the engine against copies that were judged by hand.

A judged copy is found again by its place: the reported copies of the same two articles that cover
at least half of it on both sides. It counts as evidence if any of them is neither quoted speech nor
furniture nor a formula. Prints what is wrong by verdict, then the precision of what is called
evidence among the judged copies and the recall of the right ones.

    score_copies.py LABELS TWOSOURCE INPUT...    (-v before LABELS lists the wrong decisions)
"""
import collections
import json
import subprocess
import sys

from draw import is_evidence


def read_labels(path):
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    for row in rows[1:]:
        yield (row[0], row[3]), (int(row[1]), int(row[2])), (int(row[4]), int(row[5])), row[7]


def read_copies(program, path):
    run = subprocess.run([program, "run", path, "--json"], capture_output=True, check=False)
    if not run.stdout:
        sys.exit(f"twosource run {path} ended with {run.returncode}: {run.stderr.decode()}")
    return json.loads(run.stdout)["copies"]


def place(copy, side):
    return copy[side]["start"], copy[side]["end"]


def covers(found, judged):
    shared = min(found[1], judged[1]) - max(found[0], judged[0])
    return 2 * shared >= judged[1] - judged[0]


def verdict_of(copies, pair, place_a, place_b):
    """"lost", "kept apart" or "evidence"; and the heaviest copy that covers the place."""
    if pair not in copies:
        pair, place_a, place_b = (pair[1], pair[0]), place_b, place_a
    found = [copy for copy in copies[pair]
             if covers(place(copy, "a"), place_a) and covers(place(copy, "b"), place_b)]
    if not found:
        return "lost", None
    best = max(found, key=lambda copy: (is_evidence(copy), copy["surprisal"]))
    return ("evidence" if is_evidence(best) else "kept apart"), best


def describe(copy):
    if copy is None:
        return "-"
    flags = [flag for flag in ("quoted", "furniture", "formula") if copy.get(flag)]
    return f"{copy['surprisal']:.0f} bits {copy.get('evidence', 0):.0f} {' '.join(flags)}\n" \
           f"    {copy['a']['exact']}\n    {copy['b']['exact']}"


def main(arguments):
    verbose = arguments[1:2] == ["-v"]
    arguments = arguments[2:] if verbose else arguments[1:]
    if len(arguments) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    copies = collections.defaultdict(list)
    for path in arguments[2:]:
        for copy in read_copies(arguments[1], path):
            copies[copy["a"]["article"], copy["b"]["article"]].append(copy)
    table = collections.Counter()
    for pair, place_a, place_b, verdict in read_labels(arguments[0]):
        decision, copy = verdict_of(copies, pair, place_a, place_b)
        table[verdict, decision] += 1
        if verbose and (verdict == "copy") != (decision == "evidence"):
            print(verdict, decision, *pair, describe(copy))
    decisions = ["evidence", "kept apart", "lost"]
    print(f"{'verdict':10}" + "".join(f"{decision:>12}" for decision in decisions))
    for verdict in sorted({verdict for verdict, _ in table}):
        print(f"{verdict:10}" + "".join(f"{table[verdict, d]:12}" for d in decisions))
    right = table["copy", "evidence"]
    called = sum(count for (_, decision), count in table.items() if decision == "evidence")
    judged = sum(count for (verdict, _), count in table.items() if verdict == "copy")
    print(f"judged.precision: {right / max(called, 1):.3f}")
    print(f"judged.recall: {right / max(judged, 1):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
