#!/usr/bin/env python3
"""Draws what is read by hand: copies that count as evidence, or counted origins of several articles.

Ordered by a hash of their places, so the same input gives the same sample and a change of the engine
moves only what it changes. Of each pair of articles one copy is taken at most, and of each label (the
part of an article's id before its last '-') at most MOST, so that one much reprinted text does not
fill the sample. Prints sheets for reading; label files keep ids, offsets and verdicts only.

    draw.py REPORT.json copies|folds COUNT MOST [--without LABEL...]
"""
import collections
import hashlib
import json
import sys


def rank(*parts):
    return hashlib.sha1(" ".join(map(str, parts)).encode()).hexdigest()


def label_of(article):
    return article.rpartition("-")[0]


def is_evidence(copy):
    return not (copy["quoted"] or copy["furniture"] or copy.get("formula"))


def take(items, key, labels_of, count, most, without):
    taken = collections.Counter()
    drawn = []
    for item in sorted(items, key=key):
        labels = labels_of(item)
        if labels & without or any(taken[label] >= most for label in labels):
            continue
        if len(drawn) == count:
            break
        taken.update(labels)
        drawn.append(item)
    return drawn


def one_line(text):
    return " / ".join(text.split("\n"))


def draw_copies(report, count, most, without):
    evidence = [copy for copy in report["copies"] if is_evidence(copy)]

    def key(copy):
        return rank(copy["a"]["article"], copy["a"]["start"], copy["b"]["article"], copy["b"]["start"])
    pairs = {}
    for copy in sorted(evidence, key=key):
        pairs.setdefault((copy["a"]["article"], copy["b"]["article"]), copy)
    drawn = take(pairs.values(), key,
                 lambda c: {label_of(c["a"]["article"]), label_of(c["b"]["article"])},
                 count, most, without)
    texts = {a["id"]: a for a in report["articles"]}
    for number, copy in enumerate(drawn, 1):
        place = [copy[s][f] for s in "ab" for f in ("article", "start", "end")]
        print(number, *place, copy["kind"], round(copy.get("evidence", 0)), sep="\t")
        for side in "ab":
            article = texts[copy[side]["article"]]
            print(f"  {side.upper()} {article['outlet'] or article['url']} – {article['title']}")
            print("    ", one_line(copy[side]["exact"]))


def draw_folds(report, count, most, without):
    folds = [o for o in report["origins"] if o["counted"] and len(o["articles"]) >= 2]
    drawn = take(folds, lambda o: rank(*sorted(o["articles"]), o["kind"]),
                 lambda o: {label_of(a) for a in o["articles"]}, count, most, without)
    articles = {a["id"]: a for a in report["articles"]}
    for number, origin in enumerate(drawn, 1):
        print(f"== {number}\t{origin['kind']}\t{origin['name']}\t{' '.join(origin['articles'])}")
        for reason in origin["reasons"]:
            print(f"  because {reason['code']}: {reason['text']}")
        for article in origin["articles"]:
            spans = [p for p in origin["passages"] if p["article"] == article]
            a = articles[article]
            print(f"  -- {article} {a['outlet'] or a['url']} – {a['title']} ({len(spans)} sentences)")
            for span in spans[:14]:
                print("      .", one_line(span["exact"])[:240])


def main(arguments):
    if len(arguments) < 5 or arguments[2] not in ("copies", "folds"):
        print(__doc__, file=sys.stderr)
        return 2
    with open(arguments[1], encoding="utf-8") as file:
        report = json.load(file)
    draw = draw_copies if arguments[2] == "copies" else draw_folds
    draw(report, int(arguments[3]), int(arguments[4]), set(arguments[6:]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
