#!/usr/bin/env python3
"""Compiles WordNet into the table that twosource/text/synonyms.cpp reads.

    make_synonyms.py WORDNET_FOLDER OUTPUT

WORDNET_FOLDER holds the files index.*, data.* and *.exc of WordNet 3.0 (Debian: wordnet-base);
their formats are described in wndb(5WN) and morphy(7WN).

The table answers for one word, as it stands in a text, to which classes it belongs. WordNet goes
from a form back to its lemma by rules; here every lemma is inflected forward once, so that looking
up a form needs no strings. A rule gives more forms than exist ("stoped" beside "stopped"), which
does no harm: nobody writes them.

Layout, little-endian: 8 bytes "2SSYN\\0\\0\\1", number of words n and of links m (32 bits each),
n hashes (64 bits, ascending), n + 1 positions (32 bits) in the list of links, m links (32 bits):
class << 8 | rank << 4 | kind. The kinds are those of `MeaningKind` in synonyms.cpp; the links of a
word are ascending and have no doubles.
"""
import struct
import sys
from pathlib import Path

LEMMA, SENSE, FAMILY, BROADER, OPPOSITE = range(5)
PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
MASK = (1 << 64) - 1
# Beyond the sixth sense a word is hardly ever used in it, and never in news.
MAX_SENSES = 6
# A class above so many others ("person", "act") says nothing.
MAX_NARROWER = 40
NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
).split()
TENS = "thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()


def mix(state, low, high):
    state = state + low * 0xBF58476D1CE4E5B9 + high * 0x94D049BB133111EB & MASK
    state ^= state >> 32
    state = state * 0xD6E8FEB86659FD93 & MASK
    return state ^ state >> 32


def word_hash(word):
    """WordHash of twosource/text/word_hash.hpp; the words here are ASCII and folded."""
    state = 0
    for i in range(0, len(word), 16):
        low = int.from_bytes(word[i:i + 8].encode(), "little")
        high = int.from_bytes(word[i + 8:i + 16].encode(), "little")
        state = mix(state, low, high)
    return state


def doubled(word):
    """stop -> stopp: a last consonant may be doubled behind one vowel."""
    if len(word) > 2 and word[-1] not in "aeiouwxy" and word[-2] in "aeiou":
        return [word + word[-1]]
    return []


def nouns(word):
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return [word + "es"]
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return [word[:-1] + "ies"]
    if word.endswith("man"):
        return [word[:-3] + "men"]
    return [word + "s", word + "es"] if word.endswith("o") else [word + "s"]


def verbs(word):
    forms = nouns(word)
    if word.endswith("e"):
        return forms + [word + "d", word[:-1] + "ing", word + "ing"]
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return forms + [word[:-1] + "ied", word + "ing"]
    stems = [word] + doubled(word)
    return forms + [stem + end for stem in stems for end in ("ed", "ing")]


def adjectives(word):
    if len(word) > 7:
        return []
    if word.endswith("e"):
        return [word + "r", word + "st"]
    if word.endswith("y"):
        return [word[:-1] + "ier", word[:-1] + "iest"]
    return [stem + end for stem in [word] + doubled(word) for end in ("er", "est")]


INFLECT = {"n": nouns, "v": verbs, "a": adjectives, "r": lambda word: []}


def is_word(lemma):
    return len(lemma) > 1 and lemma.isascii() and lemma.isalpha()


def fold(lemma):
    return lemma.lower().replace("'", "")


class Table:
    def __init__(self):
        self.links = {}  # word -> set of (kind, rank, class)
        self.classes = {}

    def class_of(self, *key):
        return self.classes.setdefault(key, len(self.classes))

    def add(self, word, kind, rank, *key):
        self.links.setdefault(word, set()).add((kind, rank, self.class_of(*key)))

    def write(self, path):
        by_hash = sorted((word_hash(word), links) for word, links in self.links.items())
        first, packed = [0], []
        for _, links in by_hash:
            packed += sorted(c << 8 | rank << 4 | kind for kind, rank, c in links)
            first.append(len(packed))
        with open(path, "wb") as out:
            out.write(b"2SSYN\0\0\1" + struct.pack("<II", len(by_hash), len(packed)))
            out.write(struct.pack(f"<{len(by_hash)}Q", *[h for h, _ in by_hash]))
            out.write(struct.pack(f"<{len(first)}I", *first))
            out.write(struct.pack(f"<{len(packed)}I", *packed))


def content_lines(path):
    with open(path, encoding="ascii", errors="replace") as lines:
        return [line for line in lines if not line.startswith(" ")]


def read_synsets(folder):
    """(part, offset) -> words and pointers (symbol, target, source word, target word)."""
    synsets = {}
    for name, part in PARTS.items():
        for line in content_lines(folder / f"data.{name}"):
            fields = line.split("|")[0].split()
            count = int(fields[3], 16)
            words = [fold(w.split("(")[0]) for w in fields[4:4 + 2 * count:2]]
            at = 4 + 2 * count
            pointers = []
            for i in range(int(fields[at])):
                symbol, target, target_part, ends = fields[at + 1 + 4 * i:at + 5 + 4 * i]
                place = ("a" if target_part == "s" else target_part, int(target))
                pointers.append((symbol, place, int(ends[:2], 16), int(ends[2:], 16)))
            synsets[part, int(fields[0])] = (words, pointers)
    return synsets


def read_senses(folder):
    """(lemma, part) -> its synsets, the most frequent first."""
    senses = {}
    for name, part in PARTS.items():
        for line in content_lines(folder / f"index.{name}"):
            fields = line.split()
            lemma = fold(fields[0])
            if is_word(lemma):
                count = int(fields[2])
                senses[lemma, part] = [(part, int(offset)) for offset in fields[-count:]]
    return senses


def read_exceptions(folder):
    irregular = {}
    for name, part in PARTS.items():
        for line in content_lines(folder / f"{name}.exc"):
            form, *lemmas = line.split()
            for lemma in lemmas:
                irregular.setdefault((lemma, part), set()).add(form)
    return irregular


class Families:
    """Words that one derives from the other: arrive and arrival, injure and injury."""

    def __init__(self, synsets):
        self.parent = {}
        self.members = set()
        for words, pointers in synsets.values():
            for symbol, target, source_word, target_word in pointers:
                if symbol in ("+", "\\") and source_word and target_word:
                    a, b = words[source_word - 1], synsets[target][0][target_word - 1]
                    if a != b and self.related(a, b):
                        self.members |= {a, b}
                        self.parent[self.root(a)] = self.root(b)

    @staticmethod
    def related(a, b):
        # "employee" and "employer" both come from "employ", and are opposites in the news.
        if not is_word(a) or not is_word(b) or a.endswith("ee") or b.endswith("ee"):
            return False
        shared = 0
        while shared < min(len(a), len(b)) and a[shared] == b[shared]:
            shared += 1
        return shared >= max(4, min(len(a), len(b)) - 2)

    def root(self, word):
        while self.parent.get(word, word) != word:
            word = self.parent[word]
        return word


def add_senses(table, form, lemma, part, senses, synsets, narrower):
    table.add(form, LEMMA, 0, "lemma", lemma)
    for rank, synset in enumerate(senses[:MAX_SENSES]):
        words, pointers = synsets[synset]
        table.add(form, SENSE, rank, "sense", synset)
        for symbol, target, source_word, _ in pointers:
            if symbol == "!" and words[source_word - 1] == lemma:
                table.add(form, OPPOSITE, rank, "sense", target)
            near = symbol in ("@", "&") and rank < 2 and part != "r"
            if near and narrower.get(target, 0) <= MAX_NARROWER:
                table.add(form, BROADER, rank, "sense", target)


def add_numbers(table):
    values = list(enumerate(NUMBERS)) + [(10 * i + 30, word) for i, word in enumerate(TENS)]
    for value, word in values + [(12, "dozen")]:
        for form in (word, str(value)):
            table.add(form, LEMMA, 0, "number", value)
    for value, word in enumerate(ORDINALS, 1):
        end = {1: "st", 2: "nd", 3: "rd"}.get(value, "th")
        for form in (word, f"{value}{end}"):
            table.add(form, LEMMA, 0, "ordinal", value)


def main(folder, output):
    synsets = read_synsets(folder)
    senses = read_senses(folder)
    irregular = read_exceptions(folder)
    families = Families(synsets)
    narrower = {}
    for _, pointers in synsets.values():
        for symbol, target, _, _ in pointers:
            if symbol == "@":
                narrower[target] = narrower.get(target, 0) + 1
    table = Table()
    add_numbers(table)
    counted = {word for word in table.links}
    for (lemma, part), found in senses.items():
        if lemma in counted:
            continue  # a number is equal to its digits and to nothing else
        forms = {lemma, *INFLECT[part](lemma), *irregular.get((lemma, part), ())}
        for form in forms:
            if is_word(form):
                add_senses(table, form, lemma, part, found, synsets, narrower)
                if lemma in families.members:
                    table.add(form, FAMILY, 0, "family", families.root(lemma))
    table.write(output)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
