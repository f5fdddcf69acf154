#!/usr/bin/env python3
"""docs/way-of-the-data.md quotes a real run on the sample story: every value that this program
computes from the run must stand in the page, word for word.

    check_way.py TWOSOURCE docs/way-of-the-data.md
"""
import json
import os
import subprocess
import sys

STORY = os.path.relpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..",
                                     "examples", "sample-story"))


def run(twosource, *arguments):
    done = subprocess.run([twosource, *arguments], capture_output=True, check=True)
    return done.stdout.decode()


def values_of(report, texts):
    file_of = {a["id"]: os.path.basename(a["path"]) for a in report["articles"]}
    gazette = next(a for a in report["articles"] if "port-ansel-gazette" in a["path"])
    yield gazette["id"]
    yield f"{gazette['chars']:,} code points, {len(texts[gazette['id']].encode()):,} bytes"
    yield f"{gazette['words']} `words`"
    yield f"{gazette['sentences']} `sentences`"
    yield f"{os.path.getsize(os.path.join(STORY, file_of[gazette['id']])):,} bytes"
    yield gazette["published"].replace("T", " ").replace("Z", " UTC")

    def between(name):
        return [c for c in report["copies"] if gazette["id"] in
                (c["a"]["article"], c["b"]["article"]) and any(
                    file_of[c[s]["article"]].startswith(name) for s in "ab")]

    longest = max(between("morning-ledger"), key=lambda c: c["equal_words"])
    yield (f"the Ledger's {longest['a']['start']}–{longest['a']['end']}, "
           f"the Gazette's {longest['b']['start']}–{longest['b']['end']}")
    yield f"{longest['equal_words']} of {longest['words_a']} and {longest['words_b']} words"
    yield f"| {longest['similarity']:.3f} ="
    yield f"{longest['surprisal']:,.0f} bits"
    yield "of {} and {} words".format(*sorted((c["equal_words"] for c in between("capital-review")),
                                              reverse=True))

    story = next(s for s in report["stories"] if gazette["id"] in s["articles"])
    total = story["sum"]
    unknown = sum(a["owner"] is None for a in report["articles"] if a["id"] in story["articles"])
    yield f"{len(story['articles'])} of the {len(report['articles'])} articles"
    yield (f"{total['articles']} articles → {total['outlets']} outlets → {total['owners']} owners "
           f"({unknown} unknown) → {total['shown']} independent origins shown, at most "
           f"{total['possible']}")

    agency = next(o for o in report["origins"] if o["kind"] == "agency"
                  and gazette["id"] in o["articles"])
    yield f"\"{agency['name']}\""
    yield f"| {len(agency['articles'])}: five prints"
    shared = next(r["text"] for r in agency["reasons"] if r["code"] == "shared_text")
    yield shared.replace(" of it stand", "").rstrip(".")
    share = next(x["share"] for x in report["lineage"] if x["to"] == gazette["id"])
    yield f"{share:.0%}".replace("%", " %") + " of the Gazette's words"
    for words in ("Monday evening", "7:40 p.m.", "14 years"):
        time = next(t for t in report["times"] if t["span"]["article"] == gazette["id"]
                    and t["span"]["exact"] == words)
        yield f"| {words} | `{time['kind']}`, `{time['value']}` |"


def main(arguments):
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    with open(arguments[2], encoding="utf-8") as file:
        page = " ".join(file.read().split())
    report = json.loads(run(arguments[1], "run", STORY, "--json"))
    texts = {a["id"]: a["text"]
             for a in json.loads(run(arguments[1], "extract", STORY, "--json"))["articles"]}
    values = list(values_of(report, texts))
    values += [line for line in run(arguments[1], "run", STORY).splitlines()
               if "Port Ansel Gaz" in line]
    missing = [value for value in values if " ".join(value.split()) not in page]
    for value in missing:
        print(f"not in {arguments[2]}: {value}")
    print(f"{len(values) - len(missing)} of {len(values)} values stand in the page")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
