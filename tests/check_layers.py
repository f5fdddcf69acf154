#!/usr/bin/env python3
"""Checks that every include goes the way that twosource/layers.txt allows, and that the order of
the modules is the same there, in twosource/CMakeLists.txt and in engine/pipeline.cpp."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
allowed = {}
for line in (root / "twosource/layers.txt").read_text().splitlines():
    if line and not line.startswith("#"):
        module, _, names = line.partition(":")
        allowed[module.strip()] = {module.strip(), *names.split()}
order = list(allowed)
problems = []

INCLUDE = re.compile(r'^\s*#include "([^"]+)"', re.M)
# The shells, and what of the library each may see (None: everything).
SHELLS = {"cli": {"engine", "model", "report"}, "bench": None, "fuzz": None, "tests": None,
          "examples": None}
EXTRA = {"cli": {"twosource/base/result.hpp", "bench/bench.hpp"}}

for source in sorted(root.glob("twosource/**/*.[ch]pp")):
    module = source.relative_to(root / "twosource").parts[0]
    for name in INCLUDE.findall(source.read_text()):
        parts = name.split("/")
        if module == "twosource.hpp":
            continue
        if parts[0] != "twosource" or len(parts) < 3:
            problems.append(f"{source.relative_to(root)}: {name} is not of the library")
        elif parts[1] not in allowed.get(module, set()):
            problems.append(f"{source.relative_to(root)}: {module} may not include {parts[1]}")

for shell, visible in SHELLS.items():
    for source in sorted((root / shell).glob("**/*.[ch]pp")):
        for name in INCLUDE.findall(source.read_text()):
            parts = name.split("/")
            if visible is None or parts[0] == shell or name in EXTRA.get(shell, set()):
                continue
            if parts[0] != "twosource" or parts[1] not in visible:
                problems.append(f"{source.relative_to(root)}: {shell} may not include {name}")

cmake = re.findall(r"^add_subdirectory\((\w+)\)", (root / "twosource/CMakeLists.txt").read_text(),
                   re.M)
if cmake != order:
    problems.append(f"twosource/CMakeLists.txt orders {cmake}, layers.txt {order}")
pipeline = root / "twosource/engine/pipeline.cpp"
if pipeline.exists():
    stages = [m for m in order if m not in {"base", "model", "engine"}]
    marks = re.findall(r"^\s*// (\w+):", pipeline.read_text(), re.M)
    named = [m for m in marks if m in stages]
    not_called = {"report"}  # the shells' call
    if named != [m for m in stages if m in named] or not set(named) >= set(stages) - not_called:
        problems.append(f"engine/pipeline.cpp names the stages {named}, layers.txt {stages}")

print("\n".join(problems) or f"{len(order)} modules, every include goes the way of the data")
sys.exit(1 if problems else 0)
