#!/usr/bin/env python3
"""Shows what golden cases would have to say, and rewrites those that you accept.

    scripts/approve.py [--program build/release/tests/cases/case_tests] [--all] [CASES...]

CASES are folders or files under tests/cases; without any, all folders there. Each change is shown
as a diff; answer y to accept it, anything else to leave the case as it is. --all asks nothing.
"""
import argparse
import difflib
import pathlib
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
CASES = ROOT / "tests/cases"


def received_files(program, cases):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, "--received", folder, *cases], stdout=subprocess.DEVNULL,
                       check=False)
        for received in sorted(pathlib.Path(folder).glob("*/*.case")):
            yield CASES / received.parent.name / received.name, received


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=ROOT / "build/release/tests/cases/case_tests")
    parser.add_argument("--all", action="store_true", help="accept every change")
    parser.add_argument("cases", nargs="*",
                        default=sorted(str(p) for p in CASES.iterdir() if p.is_dir()))
    arguments = parser.parse_args()
    changed = 0
    for case, received in received_files(arguments.program, arguments.cases):
        name = str(case.relative_to(ROOT))
        print("".join(difflib.unified_diff(case.read_text().splitlines(True),
                                           received.read_text().splitlines(True), name, name)))
        if arguments.all or input("accept? [y/N] ").strip().lower() == "y":
            shutil.copyfile(received, case)
            changed += 1
    print(f"{changed} cases rewritten")


if __name__ == "__main__":
    main()
