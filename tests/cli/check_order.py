#!/usr/bin/env python3
"""The same articles give the same bytes, in whatever order and on however many threads; and what
their files are called changes nothing but the numbers that a reader is shown. On the sample and on
generated articles. Usage: check_order.py PROGRAM SAMPLE_FOLDER"""
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
SAMPLE = pathlib.Path(sys.argv[2]).resolve()
OUTPUTS = ("summary", "report.json", "report.html")


def run(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], check=True, capture_output=True).stdout


def outputs_of(folder, files, jobs):
    out = folder / "out"
    summary = run("run", "-j", jobs, "-o", out, *files)
    written = [(out / name).read_bytes() for name in OUTPUTS[1:]]
    shutil.rmtree(out)
    return [summary, *written]


def sample(folder):
    shutil.copytree(SAMPLE, folder)


def generated(*base, articles, seed):
    """One file an article, so that the order of the files is that of the articles."""
    def write(folder):
        made = folder / "made"
        run("bench", "generate", *base, "--articles", articles, "--seed", seed, "-o", made)
        for number, line in enumerate((made / "articles.jsonl").read_text().splitlines()):
            (folder / f"article{number}.json").write_text(line)
        shutil.rmtree(made)
    return write


COLLECTIONS = {
    "sample": sample,
    "made-up language": generated(articles=60, seed=5),
    "from the sample": generated(SAMPLE, articles=25, seed=6),
}


def check_bytes(folder, files, dice):
    """The order of the inputs and the number of threads."""
    expected = outputs_of(folder, files, 1)
    problems = []
    for jobs in (1, 2, 3, 4):
        dice.shuffle(files)
        for name, first, again in zip(OUTPUTS, expected, outputs_of(folder, files, jobs)):
            if first != again:
                problems.append(f"{name} differs with {jobs} threads in another order")
    return problems


def side(place):
    return place["article"], place["byte_start"], place["byte_end"]


def answers_of(report):
    """What a report says, without the order of the articles, their paths and numbers."""
    turned = {"a_to_b": "b_to_a", "b_to_a": "a_to_b"}
    copies = set()
    for copy in report["copies"]:
        a, b, direction = side(copy["a"]), side(copy["b"]), copy["direction"]
        if a > b:
            a, b, direction = b, a, turned.get(direction, direction)
        copies.add((a, b, direction, copy["kind"], copy["quoted"], copy["furniture"],
                    copy["similarity"]))
    origins = {origin["id"]: (origin["kind"], tuple(sorted(origin["articles"])),
                              origin["counted"], tuple(sorted(map(side, origin["passages"]))))
               for origin in report["origins"]}
    stories = {(tuple(sorted(story["articles"])), story["sum"]["shown"], story["sum"]["possible"])
               for story in report["stories"]}
    # Which of two undated versions is the later one, nothing tells but their order.
    lineage = {(str(origins.get(edge["from"], edge["from"])), edge["to"], edge["share"],
                edge["kind"]) for edge in report["lineage"] if edge["kind"] != "version"}
    # Which of the statements with the same words is the first depends on the order; who spoke not.
    said = {(tuple(map(side, each["content"])), each["kind"], each["resolved_by"], each["score"],
             (each["speaker"] or {}).get("name"), tuple(each["via"]), bool(each["conflicts"]))
            for each in report["statements"]}
    names = {(each["name"], each["kind"], tuple(sorted(each["roles"])),
              tuple(sorted(map(side, each["mentions"])))) for each in report["entities"]}
    return {"statements": said, "names": names, "copies": copies,
            "origins": set(origins.values()), "stories": stories, "lineage": lineage,
            **accounts_of(report)}


def accounts_of(report):
    """Times, claims, flags, timeline and brief, by the places that tell them: in whose words, the
    order may decide."""
    times = {(side(each["span"]), each["value"], each["doubt"]) for each in report["times"]}
    claims = {(each["status"], frozenset((side(member), member["stance"])
                                         for member in each["members"]))
              for each in report["claims"]}
    flags = {(side(each["span"]), each["kind"]) for each in report["flags"]}
    moments = {(each["date"], frozenset(map(side, each["sources"])))
               for each in report["timeline"]}
    brief = {(each["status"], frozenset(map(side, each["cites"]))) for each in report["brief"]}
    return {"times": times, "claims": claims, "flags": flags, "timeline": moments, "brief": brief}


def check_names(folder, files, dice):
    """Other names of the files: another order among articles without a date."""
    def answers(names):
        other = folder / "named"
        other.mkdir()
        for path, name in zip(files, names):
            shutil.copy(path, other / (name + "".join(path.suffixes)))
        report = json.loads(run("run", "--json", other))
        shutil.rmtree(other)
        return answers_of(report)
    names = [f"n{number:03}" for number in range(len(files))]
    expected = answers(names)
    problems = []
    for _ in range(3):
        dice.shuffle(names)
        for what, found in answers(names).items():
            if found != expected[what]:
                missing = sorted(map(str, expected[what] - found))[:2]
                instead = sorted(map(str, found - expected[what]))[:2]
                problems.append(f"other names of the files change the {what}:\n  - "
                                + "\n  - ".join(missing) + "\n  + " + "\n  + ".join(instead))
    return problems


def main():
    problems = []
    for name, write in COLLECTIONS.items():
        with tempfile.TemporaryDirectory(prefix="twosource-order-") as scratch:
            folder = pathlib.Path(scratch)
            articles = folder / "articles"
            if name != "sample":
                articles.mkdir()
            write(articles)
            files = sorted(articles.iterdir())
            dice = random.Random(3)
            for check in (check_bytes, check_names):
                problems += [f"{name}: {problem}" for problem in check(folder, files, dice)]
    print("\n".join(problems) or f"{len(COLLECTIONS)} collections, the same in every order")
    sys.exit(1 if problems else 0)


main()
