#!/usr/bin/env python3
"""Checks that every C++ file of the project is as clang-format leaves it, and the sizes that
CONTRIBUTING.md sets: no source file above 500 lines (tables excepted)."""
import pathlib
import shutil
import subprocess
import sys

root = pathlib.Path(sys.argv[1])
files = sorted(path for folder in ("twosource", "cli", "bench", "fuzz", "tests", "examples")
               for path in (root / folder).glob("**/*.[ch]pp"))
problems = []
for path in files:
    lines = path.read_text().count("\n")
    if lines > 500 and not path.stem.endswith("_table"):
        problems.append(f"{path.relative_to(root)}: {lines} lines, the limit is 500")

program = shutil.which("clang-format-14")
if program is None:
    print("clang-format-14 is not installed: the layout was not checked")
    sys.exit(77)
run = subprocess.run([program, "--dry-run", "--Werror", *map(str, files)], capture_output=True,
                     text=True, cwd=root)
if run.returncode != 0:
    problems.append(run.stderr)
print("\n".join(problems) or f"{len(files)} files are well laid out")
sys.exit(1 if problems else 0)
