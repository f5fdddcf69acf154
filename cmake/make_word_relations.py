#!/usr/bin/env python3
"""Compiles WordNet into the table that twosource/text/word_relations.cpp reads.

    make_word_relations.py WORDNET_FOLDER CONTRASTS TONES OUTPUT

WORDNET_FOLDER is that of make_synonyms.py; CONTRASTS and TONES are contrasts.tsv and
tone.tsv of twosource/text/tables.

The table has the words and the terms of several words that stand against others:
  opposites   WordNet's antonyms. An adjective without one of its own has those of the head of its
              cluster ("tiny" is like "small", which is against "large").
  sets        what lies below the roots of contrasts.tsv, with everything that stands above it
              inside the set, and the whole that it is a part of.
  nations     an adjective that WordNet explains by a country, and a person of that country.
  tones       what judges: the words of tone.tsv, the adjectives of their clusters, adverbs and
              nouns that derive from them, and with the other tone their opposites.
  cardinals, ordinals   as WordNet spells them: "twelve", "12", "xii".

Layout, little-endian: 8 bytes "2SREL\\0\\0\\1", number of terms n and of links m (32 bits each),
n hashes (64 bits, ascending), n + 1 positions (32 bits) in the list of links, m links (32 bits):
class << 8 | rank << 4 | kind. The kinds are those of `LinkKind` in word_relations.cpp. The links of
a term are ascending and have no doubles.
"""
import re
import struct
import sys
from pathlib import Path

from make_synonyms import (INFLECT, MASK, PARTS, content_lines, fold, read_exceptions, word_hash)

SENSE, ABOVE, OPPOSITE, CLUSTER, AGAINST, PLACE, NAME, DATE, NUMBER, COUNTRY, GOOD, BAD = range(12)
KINDS = {"place": PLACE, "name": NAME, "date": DATE}
# Beyond the sixth sense a word is hardly ever used in it, and never in news.
MAX_SENSES = 6
PARENTS = ("@", "@i")
WHOLES = ("#p", "#m")
GLOSS_OF_NATION = re.compile(
    r"of or (?:relating|pertaining) to (?:or characteristic of )?(?:the )?"
    r"((?:[A-Z][\w.]*(?: |$|;))+)")


def key_of(term):
    """`extend_name` of twosource/text/name_lists.hpp over the words of a term."""
    first, *rest = (word_hash(word) for word in term)
    for word in rest:
        first = (first ^ first >> 29) * 0x9E3779B97F4A7C15 + word & MASK
    return first


def term_of(lemma):
    return tuple(fold(lemma.split("(")[0]).replace("-", "_").replace(".", "").split("_"))


class WordNet:
    def __init__(self, folder):
        self.words, self.pointers = {}, {}  # synset -> terms; (symbol, target, from, to)
        self.glosses = {}
        self.senses = {}  # (term, part) -> synsets, the most frequent first
        for name, part in PARTS.items():
            for line in content_lines(folder / f"data.{name}"):
                self.read_synset(line, part)
            for line in content_lines(folder / f"index.{name}"):
                fields = line.split()
                found = [(part, int(offset)) for offset in fields[-int(fields[2]):]]
                # A lemma with a hyphen or capitals may meet one without: the first one stays.
                self.senses.setdefault((term_of(fields[0]), part), found)
        self.satellites = {s for s in self.pointers if s[0] == "a" and self.is_satellite(s)}
        self.adverbs = {}  # adjective -> the adverbs made of it
        for synset in self.pointers:
            for adjective in self.targets(synset, "\\") if synset[0] == "r" else ():
                self.adverbs.setdefault(adjective, set()).add(synset)
        self.children = {}
        for synset in self.pointers:
            for parent in self.targets(synset, *PARENTS):
                self.children.setdefault(parent, []).append(synset)

    def read_synset(self, line, part):
        fields = line.split("|")[0].split()
        count = int(fields[3], 16)
        at = 4 + 2 * count
        synset = part, int(fields[0])
        self.words[synset] = [term_of(word) for word in fields[4:at:2]]
        self.glosses[synset] = line.split("|")[1].strip()
        self.pointers[synset] = []
        for i in range(int(fields[at])):
            symbol, target, target_part, ends = fields[at + 1 + 4 * i:at + 5 + 4 * i]
            place = ("a" if target_part == "s" else target_part, int(target))
            self.pointers[synset].append((symbol, place, int(ends[:2], 16), int(ends[2:], 16)))

    def targets(self, synset, *symbols):
        return [target for symbol, target, _, _ in self.pointers[synset] if symbol in symbols]

    def is_satellite(self, synset):
        heads = self.targets(synset, "&")
        return len(heads) == 1 and not self.targets(synset, "!")

    def named(self, name):
        term, part, number = name.rsplit(".", 2)
        return self.senses[term_of(term), part][int(number) - 1]

    def below(self, root):
        found, todo = {root}, [root]
        while todo:
            for child in self.children.get(todo.pop(), ()):
                if child not in found:
                    found.add(child)
                    todo.append(child)
        return found

    def above(self, synset, inside):
        found, todo = set(), [synset]
        while todo:
            for parent in self.targets(todo.pop(), *PARENTS, *WHOLES):
                if parent in inside and parent not in found:
                    found.add(parent)
                    todo.append(parent)
        return found


class Relations:
    def __init__(self):
        self.links = {}  # synset -> (kind, class key)

    def add(self, synset, kind, *key):
        self.links.setdefault(synset, set()).add((kind, key))


def add_opposites(net, relations):
    for synset in net.words:
        head = net.targets(synset, "&")
        opposites = net.targets(synset, "!")
        for opposite in opposites:
            relations.add(synset, OPPOSITE, "sense", opposite)
        if synset[0] != "a":
            continue
        # A satellite has exactly one head; a head has many satellites.
        for center in [synset] if opposites or len(head) != 1 else head:
            for opposite in net.targets(center, "!"):
                relations.add(synset, CLUSTER, "cluster", center)
                relations.add(synset, AGAINST, "cluster", opposite)


def add_sets(net, relations, path):
    for line in path.read_text(encoding="ascii").splitlines():
        if line.startswith("#"):
            continue
        kind, name, roots = line.split("\t")
        if roots == "-":
            continue
        roots = [net.named(root) for root in roots.split("|")]
        members = set().union(*(net.below(root) for root in roots))
        for synset in members:
            relations.add(synset, KINDS[kind], "set", name)
            for parent in net.above(synset, members):
                relations.add(synset, ABOVE, "sense", parent)


def country_in(net, gloss, countries):
    """The country of "of or relating to or characteristic of Denmark or its people". WordNet's own
    pointers lead from "Russian" to the Soviet Union, and from "Chinese" to an island."""
    found = GLOSS_OF_NATION.match(gloss)
    words = found.group(1).replace(";", " ").split() if found else []
    for length in range(min(len(words), 4), 0, -1):
        for synset in net.senses.get((term_of("_".join(words[:length])), "n"), [])[:MAX_SENSES]:
            if synset in countries:
                return synset
    return None


def add_nations(net, relations):
    countries = net.below(net.named("country.n.2"))
    nations = {}
    for country in countries:
        relations.add(country, COUNTRY, "country", country)
    for synset, gloss in net.glosses.items():
        named = [country_in(net, gloss, countries), *net.targets(synset, "\\")]
        for country in named if synset[0] == "a" else ():
            if country in countries:
                nations.setdefault(synset, country)
    for synset in net.below(net.named("inhabitant.n.1")):
        for adjective in net.targets(synset, "+"):
            if adjective in nations:
                nations.setdefault(synset, nations[adjective])
    for synset, country in nations.items():
        relations.add(synset, NAME, "set", "nation")
        relations.add(synset, COUNTRY, "country", country)
        # A people is a part of the nation of a larger country: Scots are British.
        for whole in net.above(country, countries):
            relations.add(synset, ABOVE, "nation of", whole)
        relations.add(synset, SENSE, "nation of", country)


def add_numbers(net, relations):
    for name in ("cardinal", "ordinal"):
        for synset in net.targets(net.named(name + ".a.2"), "&"):
            relations.add(synset, NUMBER, "set", name)


def near(net, synset):
    """What judges as an adjective or a noun does: its satellites, and what derives from both."""
    found = {synset, *net.targets(synset, "&")} if synset not in net.satellites else {synset}
    for each in list(found):
        found |= {target for target in net.targets(each, "+") if target[0] == "n"}
        found |= net.adverbs.get(each, set())
    return found


def add_tones(net, relations, path):
    seeds, spread = {}, {}
    for line in path.read_text(encoding="ascii").splitlines():
        if line.startswith("#"):
            continue
        tone, words = line.split("\t")
        for word in words.split(" "):
            seeds[net.named(word)] = GOOD if tone == "good" else BAD
    for seed, tone in seeds.items():
        other = GOOD + BAD - tone
        for synset in near(net, seed):
            spread.setdefault(synset, set()).add(tone)
        for opposite in net.targets(seed, "!"):
            for synset in near(net, opposite):
                spread.setdefault(synset, set()).add(other)
    for synset, tones in spread.items():
        tones = {seeds[synset]} if synset in seeds else tones
        if len(tones) == 1:
            relations.add(synset, *tones, "tone")


def forms_of(term, part, irregular):
    last = term[-1]
    forms = {last, *irregular.get(("_".join(term), part), ())} if len(term) == 1 else {last}
    if last.isascii() and last.isalpha():
        forms |= set(INFLECT[part](last))
    return [term[:-1] + (form,) for form in forms]


def links_of_terms(net, relations, irregular):
    """term in any form -> set of (rank, kind, class key)"""
    table = {}
    for (term, part), synsets in net.senses.items():
        links = set()
        for rank, synset in enumerate(synsets[:MAX_SENSES]):
            found = relations.links.get(synset)
            if found:
                links |= {(rank, SENSE, ("sense", synset))}
                links |= {(rank, kind, key) for kind, key in found}
        if links and all(word.isascii() and word for word in term):
            for form in forms_of(term, part, irregular):
                table.setdefault(form, set()).update(links)
    return table


def write(path, table):
    classes = {}
    by_hash = sorted((key_of(term), links) for term, links in table.items())
    first, packed = [0], []
    for _, links in by_hash:
        ranks = {}  # a class of one kind counts in the most frequent sense only
        for rank, kind, key in sorted(links):
            ranks.setdefault((classes.setdefault(key, len(classes)), kind), rank)
        packed += sorted(c << 8 | rank << 4 | kind for (c, kind), rank in ranks.items())
        first.append(len(packed))
    with open(path, "wb") as out:
        out.write(b"2SREL\0\0\1" + struct.pack("<II", len(by_hash), len(packed)))
        out.write(struct.pack(f"<{len(by_hash)}Q", *[h for h, _ in by_hash]))
        out.write(struct.pack(f"<{len(first)}I", *first))
        out.write(struct.pack(f"<{len(packed)}I", *packed))


def main(folder, contrasts, tones, output):
    net = WordNet(folder)
    relations = Relations()
    add_opposites(net, relations)
    add_sets(net, relations, contrasts)
    add_nations(net, relations)
    add_numbers(net, relations)
    add_tones(net, relations, tones)
    write(output, links_of_terms(net, relations, read_exceptions(folder)))


if __name__ == "__main__":
    main(*(Path(path) for path in sys.argv[1:5]))
