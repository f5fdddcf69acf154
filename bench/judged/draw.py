#!/usr/bin/env python3
"""Draws what is read by hand: copies that count as evidence, or counted origins of several outlets.

Ordered by a hash of their places, so the same input gives the same sample and a change of the engine
moves only what it changes. Of each pair of articles one copy is taken at most, and of each label (the
part of an article's id before its last '-') at most MOST, so that one much reprinted text does not
fill the sample. Prints sheets for reading; label files keep ids, offsets and verdicts only.

    draw.py REPORT.json copies|folds COUNT MOST [--salt WORD] [--short] [--not-in LABELS.tsv]...
            [--most-joins 10] [--without LABEL...]

A salt gives another sample of the same report. --not-in leaves out the pairs of articles, or the
folds, that a label file has. --short cuts long passages in the middle. A fold
is shown with the heaviest copies that join its articles, so many at most.
"""
import argparse
import collections
import hashlib
import json
import sys


def rank(salt, *parts):
    return hashlib.sha1(" ".join(map(str, ([salt] if salt else []) + list(parts))).encode()).hexdigest()


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


def read_pairs(paths):
    """Every two articles that stand in one row of the label files."""
    pairs = set()
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                ids = {word for word in line.replace("\t", " ").split() if "-" in word and "_" in word}
                pairs.add(frozenset(ids))
    return pairs


def one_line(text, longest):
    text = " / ".join(text.split("\n"))
    if len(text) <= longest:
        return text
    half = longest // 2
    return f"{text[:half]} […] {text[-half:]}"


def draw_copies(report, options):
    known = read_pairs(options.not_in)
    evidence = [copy for copy in report["copies"] if is_evidence(copy) and
                frozenset((copy["a"]["article"], copy["b"]["article"])) not in known]

    def key(copy):
        return rank(options.salt, copy["a"]["article"], copy["a"]["start"],
                    copy["b"]["article"], copy["b"]["start"])
    pairs = {}
    for copy in sorted(evidence, key=key):
        pairs.setdefault((copy["a"]["article"], copy["b"]["article"]), copy)
    drawn = take(pairs.values(), key,
                 lambda c: {label_of(c["a"]["article"]), label_of(c["b"]["article"])},
                 options.count, options.most, set(options.without))
    texts = {a["id"]: a for a in report["articles"]}
    longest = 700 if options.short else 1 << 30
    for number, copy in enumerate(drawn, 1):
        place = [copy[s][f] for s in "ab" for f in ("article", "start", "end")]
        print(number, *place, copy["kind"], round(copy.get("evidence", 0)), sep="\t")
        for side in "ab":
            article = texts[copy[side]["article"]]
            print(f"  {side.upper()} {article['outlet'] or article['url']} – {article['title']}")
            print("    ", one_line(copy[side]["exact"], longest))


def joins_of(origin, copies):
    """For each article of a fold but the first the heaviest copy that joins it to those before: those
    of its copies that overlap the fold's sentences on both sides."""
    spans = collections.defaultdict(list)
    for span in origin["passages"]:
        spans[span["article"]].append((span["start"], span["end"]))

    def overlaps(side):
        return any(start < side["end"] and side["start"] < end for start, end in spans[side["article"]])
    links = [c for c in copies if c["a"]["article"] in spans and c["b"]["article"] in spans and
             overlaps(c["a"]) and overlaps(c["b"])]
    links.sort(key=lambda c: (-c["evidence"], c["id"]))
    joined, left = [origin["articles"][0]], origin["articles"][1:]
    while left:
        link = next((c for c in links if (c["a"]["article"] in joined) != (c["b"]["article"] in joined)),
                    None)
        if link is None:
            break
        new = next(link[s]["article"] for s in "ab" if link[s]["article"] not in joined)
        joined.append(new)
        left.remove(new)
        pair = {link["a"]["article"], link["b"]["article"]}
        yield link, [c for c in links if {c["a"]["article"], c["b"]["article"]} == pair]
    for article in left:
        yield article, []


def draw_folds(report, options):
    """What folds are articles of several outlets that carry text of one origin. All reporting of one
    outlet counts once whatever it shares, and who only cites an origin carries none of its text."""
    known = read_pairs(options.not_in)
    articles = {a["id"]: a for a in report["articles"]}
    folds = []
    for origin in report["origins"]:
        carriers = [a for a in origin["articles"] if a not in origin["citing"]]
        outlets = {articles[a]["outlet"] or a for a in carriers}
        if origin["counted"] and len(outlets) >= 2 and frozenset(carriers) not in known:
            folds.append(dict(origin, articles=carriers))
    drawn = take(folds, lambda o: rank(options.salt, *sorted(o["articles"]), o["kind"]),
                 lambda o: {label_of(a) for a in o["articles"]},
                 options.count, options.most, set(options.without))
    evidence = [copy for copy in report["copies"] if is_evidence(copy)]
    longest = 420 if options.short else 1 << 30
    for number, origin in enumerate(drawn, 1):
        print(f"== {number}\t{origin['kind']}\t{origin['name']}\t{' '.join(origin['articles'])}")
        for reason in origin["reasons"]:
            print(f"  because {reason['code']}: {one_line(reason['text'], longest)}")
            for span in reason["spans"][:4]:
                print(f"      [{span['article']}] {one_line(span['exact'], 160)}")
        for article in origin["articles"]:
            spans = [p for p in origin["passages"] if p["article"] == article]
            a = articles[article]
            print(f"  -- {article} {a['outlet'] or a['url']} – {a['title']} ({len(spans)} sentences)")
        for link, of_pair in list(joins_of(origin, evidence))[:options.most_joins]:
            if not of_pair:
                print(f"  joined without a copy: {link}")
                for span in [p for p in origin["passages"] if p["article"] == link][:6]:
                    print("     .", one_line(span["exact"], longest))
                continue
            bits = sum(copy["evidence"] for copy in of_pair)
            print(f"  joined: {link['a']['article']} and {link['b']['article']}, {len(of_pair)} copies, "
                  f"{bits:.0f} bits; heaviest: {link['kind']}, {link['evidence']:.0f} bits")
            for side in "ab":
                print(f"     {side.upper()} {one_line(link[side]['exact'], longest)}")


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report")
    parser.add_argument("what", choices=("copies", "folds"))
    parser.add_argument("count", type=int)
    parser.add_argument("most", type=int)
    parser.add_argument("--salt", default="")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--most-joins", type=int, default=10)
    parser.add_argument("--not-in", action="append", default=[], metavar="LABELS.tsv")
    parser.add_argument("--without", nargs="*", default=[], metavar="LABEL")
    options = parser.parse_args(arguments[1:])
    with open(options.report, encoding="utf-8") as file:
        report = json.load(file)
    (draw_copies if options.what == "copies" else draw_folds)(report, options)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
