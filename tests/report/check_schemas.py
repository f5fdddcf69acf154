#!/usr/bin/env python3
"""Validates every JSON output of the renderers against the JSON Schemas they print, and proves
that the schemas are strict: each of a list of small damages must be refused."""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    from jsonschema import Draft202012Validator
except ImportError:
    sys.exit("check_schemas.py needs python3-jsonschema; scripts/setup installs it")

folder = pathlib.Path(tempfile.mkdtemp(prefix="twosource-schemas-"))
problems = []


def load_schema(name):
    schema = json.loads((folder / f"{name}.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def refuse_duplicates(pairs):
    names = [name for name, _ in pairs]
    if len(names) != len(set(names)):
        raise ValueError(f"a member stands twice: {names}")
    return dict(pairs)


def load_json(text):
    return json.loads(text, object_pairs_hook=refuse_duplicates)


def check(validator, value, where):
    for error in validator.iter_errors(value):
        problems.append(f"{where}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")


def check_spans(value, texts, where):
    """Every span of the document: its offsets give its exact text in both units."""
    count = 0
    if isinstance(value, list):
        return sum(check_spans(item, texts, where) for item in value)
    if not isinstance(value, dict):
        return 0
    if "byte_start" in value:
        text = texts[value["article"]]
        by_points = text[value["start"]:value["end"]]
        by_bytes = text.encode()[value["byte_start"]:value["byte_end"]].decode()
        if not by_points == by_bytes == value["exact"]:
            problems.append(f"{where}: span {value} gives {by_points!r} and {by_bytes!r}")
        count = 1
    return count + sum(check_spans(item, texts, where) for item in value.values())


def damages(report):
    """Copies of a valid report with one thing wrong in each."""
    def changed(change):
        broken = copy.deepcopy(report)
        change(broken)
        return broken

    yield "no coverage", changed(lambda r: r.pop("coverage"))
    yield "unknown schema", changed(lambda r: r.update(schema="twosource/report/2"))
    yield "empty article id", changed(lambda r: r["articles"][0].update(id=""))
    yield "date with blank", changed(lambda r: r["articles"][0].update(published="2031-05-04 10:20"))
    yield "chars as text", changed(lambda r: r["articles"][0].update(chars="12"))
    yield "negative offset", changed(lambda r: r["copies"][0]["a"].update(start=-1))
    yield "span without exact", changed(lambda r: r["copies"][0]["a"].pop("exact"))
    yield "unknown kind of copy", changed(lambda r: r["copies"][0].update(kind="similar"))
    yield "similarity above 1", changed(lambda r: r["copies"][0].update(similarity=1.5))
    yield "reason without code", changed(lambda r: r["origins"][0]["reasons"][0].pop("code"))
    yield "code with blanks", changed(lambda r: r["origins"][0]["reasons"][0].update(code="Not so"))
    yield "unknown kind of origin", changed(lambda r: r["origins"][0].update(kind="truth"))
    yield "story without articles", changed(lambda r: r["stories"][0].update(articles=[]))
    yield "sum without steps", changed(lambda r: r["stories"][0]["sum"].pop("steps"))
    yield "lineage from a story", changed(lambda r: r["lineage"][0].update(from_type="story"))
    yield "claim without members", changed(lambda r: r["claims"][0].update(members=[]))
    yield "status true", changed(lambda r: r["claims"][0].update(status="true"))
    yield "member without stance", changed(lambda r: r["claims"][0]["members"][0].pop("stance"))
    yield "member without exact", changed(lambda r: r["claims"][0]["members"][0].pop("exact"))
    yield "conflict of taste", changed(lambda r: r["claims"][1]["conflicts"][0].update(kind="taste"))
    yield "speaker without name", changed(
        lambda r: r["claims"][1]["conflicts"][0]["speaker_b"].pop("name"))
    yield "time zone", changed(lambda r: r["times"][0]["interval"].update(begin="2031-05-04T00:00:00Z"))
    yield "unknown kind of time", changed(lambda r: r["times"][0].update(kind="year"))
    yield "unknown kind of flag", changed(lambda r: r["flags"][0].update(kind="lie"))
    yield "moment without sources", changed(lambda r: r["timeline"][0].update(sources=[]))
    yield "brief without cites", changed(lambda r: r["brief"][0].update(cites=[]))
    yield "unknown problem", changed(lambda r: r["problems"][0].update(kind="sad"))
    yield "languages as list", changed(lambda r: r["coverage"].update(languages=["en"]))


def check_report(name):
    subprocess.run([sys.argv[1], name, str(folder)], check=True)
    report = load_json((folder / f"{name}.report.json").read_text(encoding="utf-8"))
    check(load_schema("report"), report, f"{name}.report.json")
    extracts = load_json((folder / f"{name}.articles.json").read_text(encoding="utf-8"))
    texts = {article["id"]: article["text"] for article in extracts["articles"]}
    spans = check_spans(report, texts, name)
    if spans < 4:
        problems.append(f"{name}: only {spans} spans were seen")
    for kind in ("articles", "copies", "stories", "origins", "times", "claims", "brief"):
        document = load_json((folder / f"{name}.{kind}.json").read_text(encoding="utf-8"))
        check(load_schema(kind), document, f"{name}.{kind}.json")
        lines = (folder / f"{name}.{kind}.jsonl").read_text(encoding="utf-8").split("\n")
        records = [load_json(line) for line in lines[:-1]]
        listed = [record for key, value in document.items()
                  if isinstance(value, list) and key != "problems" for record in value]
        if not records or records != listed:
            problems.append(f"{name}.{kind}: lines and document differ")
        for record in records:
            check(load_schema(record["type"]), record, f"{name}.{kind}.jsonl {record['id']}")
    return report


example = check_report("example")
check_report("hostile")
strict = load_schema("report")
for what, broken in damages(example):
    if strict.is_valid(broken):
        problems.append(f"the schema of the report allows: {what}")
more = dict(example, added_later=1)
if not strict.is_valid(more):
    problems.append("the schema of the report refuses a member that a later version may add")

print("\n".join(problems) or "every output is valid, every damage is refused")
sys.exit(1 if problems else 0)
