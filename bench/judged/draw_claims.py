#!/usr/bin/env python3
"""Prints the conflicts and a sample of the agreements of a report, to be read by hand.

Agreements are ordered by a hash of their ids, so the same report gives the same sample; conflicts
are all printed. Prints sheets for reading, with texts; label files keep ids, offsets and verdicts only.

    draw_claims.py REPORT.json [--agreements N] [--salt WORD]
"""
import argparse
import hashlib
import json


def rank(salt, name):
    return hashlib.sha1(f"{salt} {name}".encode()).hexdigest()


def line(text):
    return " / ".join(part for part in text.splitlines() if part)


class Sheets:
    def __init__(self, report):
        self.articles = {article["id"]: article for article in report["articles"]}
        self.origins = {origin["id"]: origin for origin in report["origins"]}
        self.statements = {statement["id"]: statement for statement in report["statements"]}

    def place(self, span):
        outlet = self.articles[span["article"]]["outlet"] or "-"
        return f"{span['article']} ({outlet}) {span['start']}-{span['end']} [{line(span['exact'])}]"

    def speaker(self, statement):
        if statement is None:
            return ""
        speaker = self.statements[statement]["speaker"]
        return f"  said by {speaker['name'] if speaker else '?'}"

    def named(self, origins):
        return "; ".join(self.origins[origin]["name"] for origin in origins) or "none"

    def claim(self, claim):
        speakers = ", ".join(speaker["name"] for speaker in claim["speakers"]) or "-"
        print(f"    status {claim['status']}, score {claim['score']:.2f}, speakers: {speakers}; "
              f"origins: {self.named(claim['origins'])}")
        for member in claim["members"]:
            print(f"    {member.get('stance', 'says'):12} {self.place(member)}"
                  f"{self.speaker(member.get('statement'))}")
            sentence = member.get("sentence")
            if isinstance(sentence, dict) and sentence["exact"] != member["exact"]:
                print(f"        in: {line(sentence['exact'])}")

    def conflict(self, conflict):
        print(f"    {conflict['kind']}{' (update)' if conflict.get('update') else ''}: {conflict['note']}")
        for side in "ab":
            print(f"    {side}: {self.place(conflict[side])}{self.speaker(conflict.get('statement_' + side))}; "
                  f"origins: {self.named(conflict.get('origins_' + side, []))}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("report")
    parser.add_argument("--agreements", type=int, default=50)
    parser.add_argument("--salt", default="")
    options = parser.parse_args()
    with open(options.report, encoding="utf-8") as file:
        report = json.load(file)
    sheets = Sheets(report)
    claims = sorted(report["claims"], key=lambda claim: rank(options.salt, claim["id"]))
    for claim in claims:
        for number, conflict in enumerate(claim["conflicts"]):
            print(f"\n==== conflict {claim['id']} {number}")
            sheets.conflict(conflict)
            sheets.claim(claim)
    for claim in [claim for claim in claims if claim["status"] == "agree"][:options.agreements]:
        print(f"\n==== agreement {claim['id']}")
        sheets.claim(claim)


if __name__ == "__main__":
    main()
