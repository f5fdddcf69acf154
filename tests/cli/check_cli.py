#!/usr/bin/env python3
"""Holds the command line to its contract: exit codes, what goes to standard output and what to
standard error, JSON against the schemas, broken inputs, and the same bytes for any order of
inputs and any number of threads. Usage: check_cli.py PROGRAM SAMPLE_FOLDER [CASE...]"""
import gzip
import json
import os
import pathlib
import pty
import re
import resource
import subprocess
import sys
import tempfile
import traceback

import jsonschema

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
SAMPLE = pathlib.Path(sys.argv[2]).resolve()
COMMANDS = ["run", "extract", "copies", "stories", "origins", "statements", "names", "times",
            "compare", "brief", "why", "bench", "schema"]
INPUT_COMMANDS = COMMANDS[:10]
TEXT = ("Ferry halted\n\nThe ferry to Odra was halted on Monday after a crack was found in the hull "
        "of the older of the two ships, the harbour office of Selne said. The crack is as long as "
        "an arm and was found by a painter who had been told to look for rust. The younger ship "
        "sails twice a day until a yard on the mainland has welded the plate, which will take at "
        "least until the end of March, the office said.\n")


class Ran:
    def __init__(self, done):
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr


def run(*arguments, stdin=b"", env=None, stdout=subprocess.PIPE, cwd=None):
    done = subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, stdout=stdout,
                          stderr=subprocess.PIPE, timeout=120, cwd=cwd,
                          env={**os.environ, **(env or {})})
    done.stdout = (done.stdout or b"").decode()
    done.stderr = done.stderr.decode()
    return Ran(done)


def check(condition, what):
    if not condition:
        raise AssertionError(what)


def one_sentence(text, *parts):
    """Exactly one line of talk on standard error, and the parts that a user needs in it."""
    lines = [line for line in text.splitlines() if line]
    check(len(lines) == 1, f"one line expected, got: {text!r}")
    check(lines[0].startswith("twosource: "), lines[0])
    for part in parts:
        check(part in lines[0], f"{part!r} is missing in: {lines[0]}")


def problems_of(*inputs, flags=()):
    done = run("extract", "--json", *flags, *inputs)
    return done, json.loads(done.out)["problems"]


def sample_files():
    return sorted(path for path in SAMPLE.iterdir() if path.name not in ("truth.json", "README.md"))


# ---- help and usage ------------------------------------------------------------------------------

def every_command_has_help_with_an_example(folder):
    for command in COMMANDS:
        done = run(command, "--help")
        check(done.code == 0, f"{command} --help: {done.code}")
        check("Example:\n  twosource " + command in done.out, f"{command}: no example")
        check(done.err == "", done.err)
    top = run("--help").out
    for command in COMMANDS:
        check(re.search(rf"^  {command} ", top, re.M), f"{command} is not in --help")


def the_version_is_one_line(folder):
    check(re.fullmatch(r"twosource \d+\.\d+\.\d+\n", run("--version").out), "version")


def wrong_usage_is_one_sentence_and_exit_code_2(folder):
    for arguments in ([], ["walk"], ["run"], ["run", "--wrong", "x"], ["run", "x", "--at", "soon"],
                      ["run", "x", "--map", "text"], ["run", "x", "--jobs", "0"],
                      ["why", str(SAMPLE)], ["schema", "nothing"], ["bench", "nothing"],
                      ["run", "x", "--fail-on", "luck"], ["run", "x", "--agencies", "/none.tsv"]):
        done = run(*arguments)
        check(done.code == 2, f"{arguments}: exit code {done.code}")
        check(done.out == "", f"{arguments}: {done.out}")
        one_sentence(done.err)


# ---- inputs ------------------------------------------------------------------------------------------

def nothing_readable_is_exit_code_4(folder):
    done = run("run", folder / "none.txt")
    check(done.code == 4, done.code)
    check("none.txt" in done.err, done.err)


def one_missing_file_does_not_stop_the_rest(folder):
    (folder / "a.txt").write_text(TEXT)
    done, problems = problems_of(folder / "a.txt", folder / "none.txt")
    check(done.code == 3, done.code)
    check([problem["kind"] for problem in problems] == ["missing"], problems)
    check("none.txt" in problems[0]["message"], problems)


def standard_input_globs_and_gzip_are_inputs(folder):
    (folder / "a.txt").write_text(TEXT)
    with gzip.open(folder / "b.jsonl.gz", "wt") as file:
        file.write(json.dumps({"title": "Ferry sails", "text": TEXT * 2}) + "\n")
    done = run("extract", "--jsonl", "-", stdin=TEXT.encode())
    check(done.code == 0 and json.loads(done.out)["title"] == "Ferry halted", done.err)
    done = run("extract", "--jsonl", str(folder) + "/*")
    check(len(done.out.splitlines()) == 2, done.out + done.err)


def bad_inputs_are_named_and_the_rest_goes_on(folder):
    (folder / "good.txt").write_text(TEXT)
    (folder / "empty.txt").write_text("")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (folder / "broken.txt").write_bytes(("Größe – naïve café. " + TEXT).encode() + b"\xc3(\n")
    (folder / "lines.jsonl").write_text('{"title": "No text"}\n{"title": "Cut"\n'
                                        + json.dumps({"title": "Good", "text": TEXT}) + "\n")
    (folder / "deep.html").write_text("<html><body>" + "<div>" * 100000 + "<p>" + TEXT)
    (folder / "loop").mkdir()
    (folder / "loop" / "again").symlink_to(folder, target_is_directory=True)
    (folder / "dangling.txt").symlink_to(folder / "nowhere")
    done, problems = problems_of(folder)
    check(done.code == 3, done.code)
    kinds = {pathlib.Path(problem["path"]).name: problem["kind"] for problem in problems}
    check(kinds.get("empty.txt") == "empty", kinds)
    check(kinds.get("picture.png") == "binary", kinds)
    check(kinds.get("broken.txt") == "encoding", kinds)
    check(kinds.get("lines.jsonl:1") == "field", kinds)
    check(kinds.get("lines.jsonl:2") == "format", kinds)
    paths = [article["path"] for article in json.loads(done.out)["articles"]]
    check(sum(path.endswith("good.txt") for path in paths) == 1, paths)
    check(any(path.endswith("lines.jsonl:3") for path in paths), paths)
    for problem in problems:
        check(problem["message"].count("\n") == 0 and len(problem["message"]) < 400, problem)


def an_unreadable_file_is_named(folder):
    (folder / "a.txt").write_text(TEXT)
    os.mkfifo(folder / "pipe")
    done, problems = problems_of(folder / "a.txt", folder / "pipe")
    check(done.code == 3 and problems[0]["kind"] == "unreadable", problems)


def a_line_of_200_megabytes_is_left_out_in_bounded_memory(folder):
    with open(folder / "long.jsonl", "w") as file:
        file.write('{"title": "Long", "text": "' + "a" * 200_000_000 + '"}\n')
        file.write(json.dumps({"title": "Good", "text": TEXT}) + "\n")
    done, problems = problems_of(folder / "long.jsonl")
    check(done.code == 3, done.code)
    check([problem["kind"] for problem in problems] == ["too_large"], problems)
    check(len(json.loads(done.out)["articles"]) == 1, "the good line")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    check(peak < 1_500_000, f"{peak} kB at the peak")


def the_same_input_twice_is_one_article(folder):
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").write_text(TEXT)
    done, problems = problems_of(folder)
    check([problem["kind"] for problem in problems] == ["duplicate"], problems)
    check(len(json.loads(done.out)["articles"]) == 1, done.out)
    check(done.code == 0, "a folded duplicate is no unreadable input")


# ---- outputs -----------------------------------------------------------------------------------------

def output_appears_whole_or_not_at_all(folder):
    (folder / "file").write_text("in the way")
    done = run("run", SAMPLE, "-o", folder / "file" / "out")
    check(done.code == 4, done.code)
    check("cannot" in done.err or "could not" in done.err, done.err)
    done = run("run", SAMPLE, "-q", "-o", folder / "new" / "deep")
    check(sorted(path.name for path in (folder / "new" / "deep").iterdir())
          == ["report.html", "report.json"], "two files and nothing else")


def a_full_disk_is_one_sentence(folder):
    with open("/dev/full", "wb") as full:
        done = run("run", SAMPLE, "-q", stdout=full)
    check(done.code == 4, done.code)
    one_sentence(done.err, "No space left")


def a_reader_that_goes_away_is_no_error(folder):
    done = subprocess.run(["bash", "-c", f"set -o pipefail; '{PROGRAM}' run '{SAMPLE}' | head -n 1"],
                          capture_output=True, timeout=60, check=False)
    check(done.returncode == 0 and done.stderr == b"", (done.returncode, done.stderr))


def colour_only_on_a_terminal(folder):
    check("\x1b" not in run("run", SAMPLE).out, "colour in a pipe")
    check("\x1b[" in run("run", SAMPLE, "--color", "always").out, "--color always")

    def on_terminal(env):
        main, other = pty.openpty()
        with subprocess.Popen([PROGRAM, "run", str(SAMPLE), "--progress", "never"], stdout=other,
                              stderr=subprocess.DEVNULL,
                              env={**os.environ, "TERM": "xterm", **env}) as process:
            os.close(other)
            out = b""
            while True:
                try:
                    part = os.read(main, 65536)
                except OSError:
                    break
                if not part:
                    break
                out += part
            process.wait()
        os.close(main)
        return out

    try:
        pty.openpty()
    except OSError as error:
        print(f"        (not checked on a terminal: {error})")
        return
    plain = {"NO_COLOR": ""}
    check(b"\x1b[" in on_terminal(plain), "no colour on a terminal")
    check(b"\x1b[" not in on_terminal({"NO_COLOR": "1"}), "NO_COLOR is not honoured")


def progress_is_silent_in_a_pipe(folder):
    check(run("run", SAMPLE).err == "" , "talk without a reason")
    check("grouping stories" in run("run", SAMPLE, "--progress", "always").err, "no progress")


def a_configuration_file_sets_flags(folder):
    (folder / "a.txt").write_text(TEXT)
    (folder / "twosource.toml").write_text('at = "2031-05-04"\n')
    done = run("extract", "--jsonl", folder / "a.txt", "--config", folder / "twosource.toml")
    check(json.loads(done.out)["published"] == "2031-05-04", done.out + done.err)
    check(json.loads(done.out)["published_source"] == "flag", done.out)


def fail_on_single_origin_is_exit_code_1(folder):
    (folder / "a.txt").write_text(TEXT * 1)
    (folder / "b.txt").write_text(TEXT.replace("Ferry halted", "Ferry stopped"))
    done = run("run", folder, "--fail-on", "single-origin")
    check(done.code == 1, (done.code, done.out))
    check(run("run", folder, folder / "none", "--fail-on", "single-origin").code == 3, "3 wins")


def fail_on_conflict_is_exit_code_1(folder):
    (folder / "a.txt").write_text(TEXT)
    check(run("run", folder, "--fail-on", "conflict").code == 0, "one article has no conflict")
    check(run("extract", folder, folder / "none", "--fail-on", "conflict").code == 3, "3 wins")
    document = json.loads(run("compare", SAMPLE, "--json").out)
    differ = any(claim["status"] == "differ" for claim in document["claims"])
    for command in ("copies", "times", "compare"):
        done = run(command, SAMPLE, "-q", "--fail-on", "conflict", "-o", folder / "out.txt")
        check(done.code == int(differ), (command, done.code, done.err))
    (folder / "b.txt").write_text(TEXT.replace("Ferry halted", "Ferry stopped"))
    check(run("times", folder / "a.txt", folder / "b.txt", "--fail-on", "single-origin").code == 1,
          "times does not know the origins")


# ---- records -------------------------------------------------------------------------------------------

def all_json_keeps_to_the_schemas(folder):
    schemas = {name: json.loads(run("schema", name).out) for name in run("schema").out.split()}
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    kinds = {"extract": "articles", "copies": "copies", "stories": "stories", "origins": "origins",
             "times": "times", "compare": "claims", "brief": "brief"}
    seen = set()
    for command, plural in kinds.items():
        document = json.loads(run(command, SAMPLE, "--json").out)
        check({"schema", "version", plural, "problems", "coverage"} <= set(document), document.keys())
        lines = [json.loads(line) for line in run(command, SAMPLE, "--jsonl").out.splitlines()]
        expected = [record for key, value in document.items()
                    if isinstance(value, list) and key != "problems" for record in value]
        check(lines == expected, f"{command}: --jsonl and --json differ")
        for record in lines:
            seen.add(record["type"])
            jsonschema.validate(record, schemas[record["type"]])
    report = json.loads(run("run", SAMPLE, "--json").out)
    jsonschema.validate(report, schemas["report"])
    for plural in ("articles", "stories", "copies", "origins", "lineage"):
        check(report[plural], f"no {plural} in the sample")
        for record in report[plural]:
            jsonschema.validate(record, schemas[record["type"]])
    check({"article", "story", "copy", "origin"} <= seen, seen)


def every_span_proves_itself(folder):
    texts = {}
    for record in json.loads(run("extract", SAMPLE, "--json").out)["articles"]:
        texts[record["id"]] = record["text"]

    def walk(value):
        if isinstance(value, list):
            for item in value:
                walk(item)
        elif isinstance(value, dict):
            if "byte_start" in value:
                text = texts[value["article"]]
                check(text[value["start"]:value["end"]] == value["exact"], value)
                check(text.encode()[value["byte_start"]:value["byte_end"]].decode()
                      == value["exact"], value)
            for item in value.values():
                walk(item)

    walk(json.loads(run("run", SAMPLE, "--json").out))


def any_order_and_any_number_of_threads_give_the_same_bytes(folder):
    files = sample_files()
    first, second = folder / "first", folder / "second"
    once = run("run", "--json", "-j", "1", "-o", first, *files)
    again = run("run", "--json", "-j", "4", "-o", second, *reversed(files))
    check(once.out == again.out, "report.json differs")
    check((first / "report.html").read_bytes() == (second / "report.html").read_bytes(), "html")
    check(run("run", *files).out == run("run", *files[3:], *files[:3]).out, "summary")


def statements_and_names_tell_each_thing_once(folder):
    said = " ".join(run("statements", SAMPLE).out.split())
    check(said.count("passengers would get their fares back") == 1, "a copy is told again")
    check("Peter Olander" in said and "Speaker not told" in said, said)
    names = " ".join(run("names", SAMPLE).out.split())
    check("Northwater News Agency · " in names and "NWA 3" in names, names)
    entities = json.loads(run("names", SAMPLE, "--json").out)["entities"]
    for entity in entities:
        mentions = {mention["article"] for mention in entity["mentions"]}
        check({a for v in entity["variants"] for a in v["articles"]} == mentions, entity["name"])
        check(sum(v["count"] for v in entity["variants"]) == len(entity["mentions"]), entity["name"])


def why_takes_numbers_paths_and_ids(folder):
    articles = json.loads(run("extract", SAMPLE, "--json").out)["articles"]
    for a, b in (("1", "[2]"), (articles[0]["path"], articles[1]["path"]),
                 (articles[0]["id"], articles[1]["id"])):
        done = run("why", SAMPLE, "--pair", a, b)
        check(done.code == 0 and len(done.out.splitlines()) >= 3, (a, b, done.err))
    for wrong in (("1", "1"), ("1", "nothing"), ("1", "999")):
        done = run("why", SAMPLE, "--pair", *wrong)
        check(done.code == 2, (wrong, done.code))
        one_sentence(done.err)
    json.loads(run("why", SAMPLE, "--pair", "1", "2", "--json").out)


def why_reads_the_same_tables_as_run(folder):
    body = TEXT.split("\n\n", 1)[1]
    articles = folder / "articles.jsonl"
    articles.write_text("".join(
        json.dumps({"title": title, "text": body, "outlet": outlet, "url": url}) + "\n"
        for title, outlet, url in (("Ferry halted", "Varnpool", "https://varnpool.example/1"),
                                   ("A ferry is halted", "Selne Courier", ""))))
    (folder / "mine.tsv").write_text("short\tkind\tnames\tcredits\tdomains\n"
                                     "Varnpool\tagency\tVarnpool\t\tvarnpool.example\n")
    arguments = ("why", articles, "--pair", "1", "2")
    check("agency's own file" not in run(*arguments).out, "known without the table")
    mine = run(*arguments, "--agencies", folder / "mine.tsv")
    check("agency's own file" in " ".join(mine.out.split()), mine.out)
    check(run(*arguments, "--agencies", folder / "none.tsv").code == 2, "a table that is not there")


def main():
    names = sys.argv[3:]
    cases = [case for name, case in globals().items()
             if callable(case) and getattr(case, "__code__", None)
             and case.__code__.co_varnames[:1] == ("folder",) and (not names or name in names)]
    failed = 0
    for case in cases:
        with tempfile.TemporaryDirectory() as folder:
            try:
                case(pathlib.Path(folder))
                print("ok     ", case.__name__.replace("_", " "))
            except Exception:  # pylint: disable=broad-except
                failed += 1
                print("FAILED ", case.__name__.replace("_", " "))
                traceback.print_exc(limit=3, file=sys.stdout)
    print(f"{len(cases) - failed} of {len(cases)} cases hold")
    return 1 if failed or not cases else 0


sys.exit(main())
