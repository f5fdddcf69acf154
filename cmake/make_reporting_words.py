#!/usr/bin/env python3
"""Compiles WordNet into the table that twosource/text/reporting_words.cpp reads.

    make_reporting_words.py WORDNET_FOLDER OUTPUT

For the lemma of a verb or a noun: how much of its use is communication ("say", "statement"), and how
much is thought or feeling ("believe", "fear", "opinion"). WordNet's lexicographers kept such senses in
files of their own; cntlist.rev counts how often each sense was met in a tagged corpus (formats:
wndb(5WN), cntlist(5WN)). A sense that was never met still counts a little, the less the later it
stands.

Layout, little-endian: 8 bytes "2SREP\\0\\0\\1", number of words n (32 bits), 4 bytes of nothing, n
hashes (64 bits, ascending), n bytes. A byte holds four levels of two bits: speech and thought as a
verb, speech and thought as a noun; 0: below 0.15 of the use, 1: below 0.4, 2: below 0.75, 3: more.
"""
import collections
import struct
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path.insert(0, str(Path(__file__).parent))
from make_synonyms import content_lines, word_hash  # noqa: E402

# Part of speech, its number in sense keys, and the files of speech and of thought and feeling
# (lexnames(5WN)): verb.communication; verb.cognition, verb.emotion; noun.communication;
# noun.cognition, noun.feeling.
PARTS = (("verb", "2", {"32"}, {"31", "37"}), ("noun", "1", {"10"}, {"09", "12"}))
LEVELS = (0.15, 0.4, 0.75)


def counts_of_senses(folder, number):
    counts = collections.defaultdict(dict)
    for line in (folder / "cntlist.rev").read_text().splitlines():
        key, sense, count = line.split()
        lemma, rest = key.split("%")
        if rest[0] == number:
            counts[lemma][int(sense)] = int(count)
    return counts


def level(share):
    return sum(share >= limit for limit in LEVELS)


def uses(folder, part, number, speech, thought):
    files = {line.split()[0]: line.split()[1] for line in content_lines(folder / f"data.{part}")}
    counts = counts_of_senses(folder, number)
    for line in content_lines(folder / f"index.{part}"):
        fields = line.split()
        lemma, senses = fields[0], fields[-int(fields[2]):]
        if not lemma.isalpha():
            continue
        weights = [counts[lemma].get(i, 0) + 1 / i for i in range(1, len(senses) + 1)]

        def share(wanted):
            return sum(w for w, s in zip(weights, senses) if files[s] in wanted) / sum(weights)
        yield lemma, level(share(speech)), level(share(thought))


def main():
    folder, output = Path(sys.argv[1]), Path(sys.argv[2])
    words = collections.Counter()
    for shift, part in zip((0, 4), PARTS):
        for lemma, speech, thought in uses(folder, *part):
            words[word_hash(lemma)] |= (speech | thought << 2) << shift
    rows = sorted((word, levels) for word, levels in words.items() if levels)
    with open(output, "wb") as file:
        file.write(b"2SREP\0\0\1" + struct.pack("<II", len(rows), 0))
        file.write(b"".join(struct.pack("<Q", word) for word, _ in rows))
        file.write(bytes(levels for _, levels in rows))


if __name__ == "__main__":
    main()
