#!/usr/bin/env python3
"""Draws the copies that are read by hand.

Of each input, copies that are evidence (no quoted speech, no furniture, no formula) are ordered by
a hash of their places, and of each pair of articles the first one is taken: the same input gives
the same sample, and a change of the engine moves only what it changes. Prints the texts for
reading; the label file keeps ids, offsets and verdicts only.

    sample_copies.py TWOSOURCE COUNT INPUT...
"""
import hashlib
import json
import subprocess
import sys


def place_of(copy):
    return [field for side in "ab" for field in
            (copy[side]["article"], copy[side]["start"], copy[side]["end"])]


def order_of(copy):
    a, b = copy["a"], copy["b"]
    key = f"{a['article']} {a['start']} {b['article']} {b['start']}"
    return hashlib.sha1(key.encode()).hexdigest()


def is_evidence(copy):
    return not (copy["quoted"] or copy["furniture"] or copy.get("formula", False))


def sample(copies, count):
    pairs = set()
    for copy in sorted(copies, key=order_of):
        pair = (copy["a"]["article"], copy["b"]["article"])
        if not is_evidence(copy) or pair in pairs or len(pairs) == count:
            continue
        pairs.add(pair)
        yield copy


def main(arguments):
    if len(arguments) < 4:
        print(__doc__, file=sys.stderr)
        return 2
    for path in arguments[3:]:
        run = subprocess.run([arguments[1], "run", path, "--json"], capture_output=True, check=False)
        if not run.stdout:
            sys.exit(f"twosource run {path} ended with {run.returncode}: {run.stderr.decode()}")
        for copy in sample(json.loads(run.stdout)["copies"], int(arguments[2])):
            print(*place_of(copy), copy["kind"], round(copy["surprisal"]), sep="\t")
            print("   ", copy["a"]["exact"].replace("\n", " / "))
            print("   ", copy["b"]["exact"].replace("\n", " / "))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
