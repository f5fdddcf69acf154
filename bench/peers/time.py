#!/usr/bin/env python3
"""Measures other readers of times beside `twosource times`, on the texts of TimeML documents.

    bench/peers/time.py build/release/cli/twosource --timeml FOLDER --work FOLDER [--only NAME ...]

Nothing outside the work folder is written: the packages of npm go there. See README.md here.
"""
import argparse
import html
import json
import re
import resource
import subprocess
import sys
from pathlib import Path

PACKAGES = ("chrono-node", "@microsoft/recognizers-text-suite")
NAMES = ("twosource", "chrono-node", "recognizers-text")


def attribute(tag, name):
    found = re.search(rf'\s{name}="([^"]*)"', tag)
    return found.group(1) if found else ""


def document(path):
    """Text, time of creation and [begin, end, value] of the TIMEX3 in TEXT; code points."""
    xml = path.read_text(encoding="utf-8")
    body = xml[xml.index("<TEXT>") + len("<TEXT>"):xml.rindex("</TEXT>")]
    created = attribute(re.search(r"<TIMEX3[^>]*CREATION_TIME[^>]*>", xml).group(0), "value")
    text, gold, opened = "", [], None
    for part in re.split(r"(<[^>]*>)", body):
        if not part.startswith("<"):
            text += html.unescape(part)
        elif part.startswith("<TIMEX3") and "CREATION_TIME" not in part:
            opened = (len(text), attribute(part, "value"))
        elif part == "</TIMEX3>" and opened:
            if len(text) > opened[0]:
                gold.append([opened[0], len(text), opened[1]])
            opened = None
    return {"text": text, "created": created, "gold": gold}


def twosource(program, documents, work):
    """`twosource times` over one JSON Lines file; its processor time is that of the process."""
    records = work / "texts.jsonl"
    records.write_text("".join(
        json.dumps({"id": f"{number:016x}", "text": "Text\n\n" + each["text"],
                    "date": each["created"][:10], "language": "en"}) + "\n"
        for number, each in enumerate(documents)), encoding="utf-8")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([program, "times", "--json", "-q", "-j", "1", records], check=True,
                          capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    found = [[] for _ in documents]
    for time in json.loads(done.stdout)["times"]:
        number = int(time["span"]["article"], 16)
        # Stored texts have other white space at their ends: the words are looked up in order.
        words, times = time["span"]["exact"], found[number]
        begin = documents[number]["text"].find(words, times[-1][1] if times else 0)
        if begin >= 0:
            times.append([begin, begin + len(words), time["value"]])
    return found, seconds


def npm_tool(name, documents, work):
    if not (work / "node_modules").exists():
        subprocess.run(["npm", "install", "--prefix", work, *PACKAGES], check=True,
                       capture_output=True)
    texts, answer = work / "texts.json", work / f"{name}.json"
    texts.write_text(json.dumps(documents), encoding="utf-8")
    script = work / "time.js"
    script.write_text((Path(__file__).parent / "time.js").read_text(encoding="utf-8"),
                      encoding="utf-8")
    subprocess.run(["node", script, name, texts, answer], check=True)
    result = json.loads(answer.read_text(encoding="utf-8"))
    return result["found"], result["seconds"]


def score(documents, found):
    """Strict, relaxed and value F1 as `twosource bench timex` counts them."""
    total = strict = relaxed = value = 0
    for each, times in zip(documents, found):
        gold, times = each["gold"], sorted(times)
        total += len(gold) + len(times)
        i = j = 0
        while i < len(gold) and j < len(times):
            if gold[i][1] <= times[j][0]:
                i += 1
            elif times[j][1] <= gold[i][0]:
                j += 1
            else:
                relaxed += 1
                strict += gold[i][:2] == times[j][:2]
                value += gold[i][2] == times[j][2]
                i, j = i + 1, j + 1
    return [2 * right / max(total, 1) for right in (strict, relaxed, value)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--timeml", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--only", nargs="*", choices=NAMES, default=NAMES)
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    documents = [document(path) for path in sorted(arguments.timeml.glob("*.tml"))]
    if not documents:
        sys.exit(f"{arguments.timeml} holds no .tml file")
    megabytes = sum(len(each["text"].encode()) for each in documents) / 1e6
    print(f"{'':18}{'strict':>8}{'relaxed':>9}{'value':>8}{'MB/s':>9}")
    for name in arguments.only:
        if name == "twosource":
            found, seconds = twosource(arguments.program, documents, arguments.work)
        else:
            found, seconds = npm_tool(name, documents, arguments.work)
        strict, relaxed, value = score(documents, found)
        print(f"{name:18}{strict:8.4f}{relaxed:9.4f}{value:8.4f}{megabytes / seconds:9.3f}")


if __name__ == "__main__":
    main()
