#!/usr/bin/env python3
"""Measures the tools that one would take instead of twosource, on the same articles.

    bench/peers/run.py build/release/cli/twosource DATA [--work FOLDER] [--only NAME ...]

DATA is what `twosource bench duplicates` takes. Nothing outside FOLDER (a temporary one without
--work) is written: the Python packages go into a virtual environment there. See README.md here.
"""
import argparse
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from itertools import combinations
from pathlib import Path

PACKAGES = ("datasketch==2.0.0", "rensa==0.5.0", "numpy", "scipy", "xxhash")
WORDS = re.compile(r"\w+")
GRAM_WORDS = 5
THRESHOLD = 0.5
PERMUTATIONS = 128
ONE_THREAD = {"OMP_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def grams(text):
    words = WORDS.findall(text.lower())
    return {" ".join(words[i:i + GRAM_WORDS]) for i in range(len(words) - GRAM_WORDS + 1)}


def pairs_of_buckets(buckets):
    pairs = set()
    for members in buckets:
        pairs.update(combinations(sorted(set(members)), 2))
    return pairs


# ---- The tools: from a list of texts to a set of pairs of places, a < b ----

def datasketch(texts):
    from datasketch import MinHash, MinHashLSH
    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    pairs = set()
    for b, text in enumerate(texts):
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([gram.encode() for gram in grams(text)])
        pairs.update((a, b) for a in index.query(sketch))
        index.insert(b, sketch, check_duplication=False)
    return pairs


def rensa(texts):
    import rensa as package
    sketches = package.RMinHash.from_token_sets([list(grams(t)) for t in texts], PERMUTATIONS, 42)
    index = package.RMinHashLSH(THRESHOLD, PERMUTATIONS, 32)
    index.insert_many(sketches)
    return {(a, b) for b, found in enumerate(index.query_all(sketches)) for a in found if a < b}


def rensa_rho(texts):
    """Rensa's fast lane hashes a part of the tokens and tells which articles have a duplicate, not
    of which: places instead of pairs."""
    import rensa as package
    matrix = package.RMinHash.digest_matrix_from_token_sets_rho(
        [list(grams(t)) for t in texts], PERMUTATIONS, 42)
    index = package.RMinHashLSH(THRESHOLD, PERMUTATIONS, 32)
    flags = index.insert_matrix_and_query_duplicate_flags(matrix)
    return {i for i, flag in enumerate(flags) if flag}


def text_dedup(texts):
    """The algorithm of text_dedup/minhash.py 0.4.0 with its defaults for hashing (64 bits, xxh3);
    the package itself reads data sets of another library and needs a JVM to install."""
    import numpy as np
    import xxhash
    from datasketch.lsh import _optimal_param
    bands, rows = _optimal_param(THRESHOLD, PERMUTATIONS, 0.5, 0.5)
    highest, prime = np.uint64((1 << 32) - 1), np.uint64((1 << 61) - 1)
    random = np.random.RandomState(42)
    a = random.randint(1, prime, size=PERMUTATIONS, dtype=np.uint64)
    b = random.randint(0, prime, size=PERMUTATIONS, dtype=np.uint64)
    tables = [defaultdict(list) for _ in range(bands)]
    for place, text in enumerate(texts):
        tokens = [xxhash.xxh3_64_intdigest(gram.encode()) & 0xFFFFFFFF for gram in grams(text)]
        if not tokens:
            continue
        hashes = np.array(tokens, dtype=np.uint64).reshape(-1, 1)
        sketch = ((hashes * a + b) % prime & highest).min(axis=0)
        for band in range(bands):
            tables[band][sketch[band * rows:(band + 1) * rows].tobytes()].append(place)
    return pairs_of_buckets(members for table in tables for members in table.values())


def sim_text(texts, options=()):
    """Passages: a pair is one that shares a run of 24 words. Each stretch of a text is told once, with
    one other text that has it."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for place, text in enumerate(texts):
            names.append(f"{folder}/{place}")
            Path(names[-1]).write_text(text, encoding="utf-8")
        start = os.times()
        out = subprocess.run(["sim_text", "-n", "-T", "-i", "-s", "-w", "400", "-r", "24", *options],
                             input="\n".join(names) + "\n", capture_output=True, text=True,
                             encoding="utf-8", errors="replace", check=True).stdout
        end = os.times()
        seconds = end.children_user + end.children_system - start.children_user \
            - start.children_system
    place = re.escape(folder) + r"/(\d+): line"
    found = re.findall(place + ".*?" + place, out)
    return {tuple(sorted((int(a), int(b)))) for a, b in found if a != b}, seconds


def sim_text_each(texts):
    """Each text with each other one: all pairs, in time that grows with their number."""
    return sim_text(texts, ["-e"])


LANES = {"datasketch": datasketch, "rensa": rensa, "rensa-rho": rensa_rho,
         "text-dedup": text_dedup, "sim_text": sim_text, "sim_text-e": sim_text_each}


# ---- Measuring ----

def run_lane(name, folder):
    """In a process of its own: prints one line of JSON."""
    with open(f"{folder}/articles.jsonl", encoding="utf-8") as file:
        articles = [json.loads(line) for line in file]
    texts = [article["text"] for article in articles]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    found = LANES[name](texts)
    seconds = time.process_time() - start
    if isinstance(found, tuple):
        found, seconds = found
    who = resource.RUSAGE_CHILDREN if name.startswith("sim_text") else resource.RUSAGE_SELF
    peak = resource.getrusage(who).ru_maxrss
    place_of = {article["id"]: i for i, article in enumerate(articles)}
    with open(f"{folder}/truth.tsv", encoding="utf-8") as file:
        truth = {tuple(sorted((place_of[line.split("\t")[0]], place_of[line.split("\t")[1]])))
                 for line in file}
    if name == "rensa-rho":
        truth = {place for pair in truth for place in pair}
    right = len(found & truth)
    print(json.dumps({
        "seconds": seconds, "found": len(found), "peak": peak / 1024, "before": before / 1024,
        "recall": right / max(1, len(truth)), "precision": right / max(1, len(found))}))


def run_ours(program, data, folder):
    out = subprocess.run([program, "bench", "duplicates", *data, "-o", str(folder)], check=True,
                         capture_output=True, text=True).stdout
    values = dict(re.findall(r"^duplicates\.(\w+): (\S+)$", out, re.MULTILINE))
    return {key: float(value) for key, value in values.items()}


def install(folder):
    python = folder / "venv" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    subprocess.run([python, "-m", "pip", "install", "-q", *PACKAGES], check=True)
    return python


def print_row(name, megabytes, articles, result):
    print(f"{name:<12} {megabytes / result['seconds']:8.1f} {articles / result['seconds']:9.0f} "
          f"{result['found']:9.0f} {result['recall']:7.4f} {result['precision']:10.4f} "
          f"{result['peak']:8.0f}", flush=True)


def measure(args, folder):
    ours = run_ours(args.program, args.data, folder)
    megabytes, articles = ours["megabytes"], ours["articles"]
    print("tool             MB/s     art./s     found  recall  precision  peak MB")
    print_row("twosource", megabytes, articles, {
        "seconds": ours["seconds"], "found": ours["pairs"], "recall": ours["recall"],
        "precision": ours["precision"], "peak": ours["peak_megabytes"]})
    python = install(folder)
    for name in args.only or [name for name in LANES if name != "sim_text-e"]:
        done = subprocess.run([python, __file__, "--lane", name, folder], capture_output=True,
                              text=True, env={**os.environ, **ONE_THREAD}, check=False)
        if done.returncode != 0:
            lines = done.stderr.strip().splitlines() or ["no message"]
            print(f"{name:<12} not measured: {lines[-1]}")
            continue
        print_row(name, megabytes, articles, json.loads(done.stdout))


def main():
    if sys.argv[1:2] == ["--lane"]:
        return run_lane(sys.argv[2], sys.argv[3])
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", help="the twosource to measure")
    parser.add_argument("data", nargs="+")
    parser.add_argument("--work", type=Path, help="folder for the packages and the truth")
    parser.add_argument("--only", nargs="+", choices=sorted(LANES))
    args = parser.parse_args()
    if args.work:
        args.work.mkdir(parents=True, exist_ok=True)
        return measure(args, args.work)
    with tempfile.TemporaryDirectory() as folder:
        return measure(args, Path(folder))


if __name__ == "__main__":
    sys.exit(main())
