#!/usr/bin/env python3
"""The man page names every command and flag that `--help` names, and no other.

    check_man.py TWOSOURCE docs/man/twosource.1.md
"""
import re
import subprocess
import sys

COMMANDS = ("run", "extract", "copies", "stories", "origins", "statements", "names", "times", "compare",
            "brief", "why", "bench", "schema")


def help_of(twosource, *command):
    done = subprocess.run([twosource, *command, "--help"], capture_output=True, check=True)
    return done.stdout.decode()


def flags_in(text):
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))


def main(arguments):
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    with open(arguments[2], encoding="utf-8") as file:
        page = file.read()
    helped = flags_in(help_of(arguments[1]))
    wrong = []
    for command in COMMANDS:
        helped |= flags_in(help_of(arguments[1], command))
        if f"\n**{command}**" not in page:
            wrong.append(f"the man page has no entry for the command {command}")
    # Examples in the page may use flags of other programs; entries stand between ` `.
    described = flags_in(" ".join(re.findall(r"^`.*$|^\*\*why.*$", page, re.MULTILINE)))
    wrong += [f"the man page has no entry for {flag}" for flag in sorted(helped - described)]
    wrong += [f"--help does not know {flag}" for flag in sorted(described - helped)]
    print("\n".join(wrong) or f"{len(described)} flags and {len(COMMANDS)} commands agree")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
