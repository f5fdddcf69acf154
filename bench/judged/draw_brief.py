#!/usr/bin/env python3
"""Prints the brief of reports with every place that it cites, to be read by hand.

A citation has to carry what the sentence tells. The share of the sentence's words that stand in the
cited sentence is printed beside it; `--below SHARE` leaves out those that have more, for they are
copies. With --labels, lines for a label file come out instead: ids, places and shares, no text, with
a verdict to be filled in.

    draw_brief.py REPORT.json... [--below SHARE] [--labels]
"""
import argparse
import json
import re


def words_of(text):
    return re.findall(r"\w+", text.casefold())


def share_in(sentence, cited):
    """Share of the words of the sentence that the cited place has, 0..1."""
    words = words_of(sentence)
    known = set(words_of(cited))
    return sum(word in known for word in words) / len(words) if words else 0.0


def sheets(report):
    """(sentence, [(cite, share)...]) of a report; the first cite is where the text is from."""
    for sentence in report["brief"]:
        yield sentence, [(cite, share_in(sentence["text"], cite["exact"]))
                         for cite in sentence["cites"]]


def print_sheet(sentence, cites, below):
    print(f"\n==== {sentence['id']} {sentence['status']}\n{sentence['text']}")
    for cite, share in cites[1:]:
        if share < below:
            text = " ".join(cite["exact"].split())
            print(f"  {share:.2f} {cite['article']} {cite['start']}-{cite['end']}: {text}")


def print_labels(sentence, cites):
    for cite, share in cites:
        print("\t".join([cites[0][0]["article"], f"{cites[0][0]['start']}", cite["article"],
                         f"{cite['start']}", f"{cite['end']}", f"{share:.2f}", "?"]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("reports", nargs="+")
    parser.add_argument("--below", type=float, default=2.0)
    parser.add_argument("--labels", action="store_true")
    options = parser.parse_args()
    for path in options.reports:
        with open(path, encoding="utf-8") as file:
            report = json.load(file)
        for sentence, cites in sheets(report):
            if options.labels:
                print_labels(sentence, cites)
            else:
                print_sheet(sentence, cites, options.below)


if __name__ == "__main__":
    main()
