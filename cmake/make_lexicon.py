#!/usr/bin/env python3
"""Compiles WordNet into the table that twosource/text/lexicon.cpp reads.

    make_lexicon.py WORDNET_FOLDER NAME_WORDS GIVEN_NAMES OUTPUT

For one form, as it stands in a text: which parts of speech it can be, in which inflection, and how
its lemma is made from it. Every lemma is inflected forward by rule; WordNet's lists of exceptions
(noun.exc and so on) add the irregular forms.

Layout, little-endian: 8 bytes "2SLEX\\0\\0\\1"; numbers b, n, t (32 bits each); 2^b + 1 offsets
(32 bits) into the records, by the top b bits of a form's hash; t offsets + 1 (32 bits) into the text
of the endings; size of that text (32 bits); the text; the records. A record is the low 32 bits of
the form's hash, the 16 bits of its kinds (LEXICON KINDS below), and for each kind that is inflected,
in order, 16 bits: how many bytes to cut from the form (4 bits), and the number of the ending to put
there instead (12 bits).
"""
import re
import struct
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.path.insert(0, str(Path(__file__).parent))
from make_synonyms import nouns, word_hash, content_lines, doubled  # noqa: E402

# LEXICON KINDS, by bit
(NOUN, PLURAL, VERB, THIRD, ING, PAST, ADJECTIVE, COMPARED, ADVERB, PLACE, PERSON,
 ORGANISATION, GIVEN, PERSON_NOUN, MAN, WOMAN) = range(16)
INFLECTED = {PLURAL, THIRD, ING, PAST, COMPARED}
# Names among the nouns, by the number of the lexicographers' file that they are in.
NAMES = {"14": ORGANISATION, "15": PLACE, "18": PERSON}
# The lexicographers' file of nouns for persons, and such nouns whose first sense is another one.
PERSONS = "18"
MORE_PERSONS = """ally aide anchor chair coach cop counsel co-founder cofounder deputy driver editor head
host judge lead lawmaker neighbor neighbour official organiser organizer pilot policymaker prosecutor
secretary skipper source spokesperson spokeswoman spokesman chairperson chairwoman congresswoman
whistleblower""".split()
BUCKET_BITS = 16
WORD = re.compile(r"[a-z]+$")


def stems(word):
    """What -ed, -ing, -er and -est may follow; of one syllable only the doubled form: "hopped"."""
    if doubled(word) and len(re.findall("[aeiouy]+", word)) == 1:
        return doubled(word)
    return [word] + doubled(word)


def ings(word):
    if word.endswith("ie"):
        return [word[:-2] + "ying"]
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return [word[:-1] + "ing"]
    return [w + "ing" for w in stems(word)]


def pasts(word):
    if word.endswith("e"):
        return [word + "d"]
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return [word[:-1] + "ied"]
    return [w + "ed" for w in stems(word)]


def compared(word):
    if word.endswith("e"):
        return [word + "r", word + "st"]
    if word.endswith("y"):
        return [word[:-1] + "ier", word[:-1] + "iest"]
    return [w + end for w in stems(word) for end in ("er", "est")]


class Lexicon:
    def __init__(self):
        self.forms = {}
        self.endings = {"": 0}

    def add(self, form, kind, lemma, irregular=False):
        kinds = self.forms.setdefault(form, {})
        # An irregular form beats a regular one, a shorter change a longer one.
        if kind in INFLECTED and kind in kinds and not irregular:
            old = kinds[kind]
            if len(old) <= len(lemma):
                return
        kinds[kind] = lemma

    def change(self, form, lemma):
        same = 0
        while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
            same += 1
        cut = len(form) - same
        if cut > 15:
            return None
        return cut << 12 | self.endings.setdefault(lemma[same:], len(self.endings))

    def write(self, path):
        records = []
        for form, kinds in self.forms.items():
            h = word_hash(form)
            mask, changes = 0, b""
            for kind in sorted(kinds):
                change = self.change(form, kinds[kind]) if kind in INFLECTED else None
                if kind in INFLECTED:
                    if change is None:
                        continue
                    changes += struct.pack("<H", change)
                mask |= 1 << kind
            records.append((h, struct.pack("<IH", h & 0xFFFFFFFF, mask) + changes))
        records.sort()
        offsets, at, i = [], 0, 0
        for bucket in range(1 << BUCKET_BITS):
            offsets.append(at)
            while i < len(records) and records[i][0] >> (64 - BUCKET_BITS) == bucket:
                at += len(records[i][1])
                i += 1
        offsets.append(at)
        assert len(self.endings) < 4096
        places, text = [0], b""
        for ending in self.endings:
            text += ending.encode()
            places.append(len(text))
        with open(path, "wb") as out:
            out.write(b"2SLEX\0\0\1" + struct.pack("<III", BUCKET_BITS, len(records), len(self.endings)))
            out.write(struct.pack(f"<{len(offsets)}I", *offsets))
            out.write(struct.pack(f"<{len(places)}I", *places) + struct.pack("<I", len(text)) + text)
            out.write(b"".join(record for _, record in records))


def person_nouns(folder):
    """Nouns whose most frequent sense is a person: "engineer", not "star"."""
    files = {line.split(" ", 1)[0]: line.split(" ", 2)[1]
             for line in content_lines(folder / "data.noun")}
    found = set(MORE_PERSONS)
    for line in content_lines(folder / "index.noun"):
        fields = line.split()
        first_sense = fields[6 + int(fields[3])]
        if WORD.match(fields[0]) and files[first_sense] == PERSONS:
            found.add(fields[0])
    return sorted(word for word in found if WORD.match(word))


def main(folder, name_words, given_names, output):
    lexicon = Lexicon()
    names = {"noun": (NOUN, [(PLURAL, nouns)]),
             "verb": (VERB, [(THIRD, nouns), (ING, ings), (PAST, pasts)]),
             "adj": (ADJECTIVE, [(COMPARED, compared)]),
             "adv": (ADVERB, [])}
    lemmas = {}
    for name, (base, rules) in names.items():
        lemmas[name] = sorted({line.split()[0] for line in content_lines(folder / f"index.{name}")
                               if WORD.match(line.split()[0])})
        for lemma in lemmas[name]:
            lexicon.add(lemma, base, lemma)
            if len(lemma) < 3 and name != "verb":
                continue
            if name == "adj" and len(lemma) > 7:
                continue
            for kind, rule in rules:
                for form in rule(lemma):
                    lexicon.add(form, kind, lemma)
    for name, (base, rules) in names.items():
        known = set(lemmas[name])
        for line in content_lines(folder / f"{name}.exc"):
            form, *bases = line.split()
            if not WORD.match(form) or not bases or bases[0] not in known or form == bases[0]:
                continue
            kind = {"noun": PLURAL, "adj": COMPARED, "adv": COMPARED, "verb": PAST}[name]
            if name == "verb" and form.endswith("ing"):
                kind = ING
            elif name == "verb" and form.endswith("s") and form != "was":
                kind = THIRD
            lexicon.add(form, kind, bases[0], irregular=True)
    for line in content_lines(folder / "data.noun"):
        fields = line.split("|")[0].split()
        kind = NAMES.get(fields[1])
        for word in fields[4:4 + 2 * int(fields[3], 16):2]:
            # Of a place or a person of several words the last counts: "Lincoln".
            last = word.split("_")[-1] if kind == PERSON else word
            if kind and " @i " in line and word[0].isupper() and WORD.match(last.lower()):
                lexicon.add(last.lower(), kind, last.lower())
    for line in open(name_words, encoding="ascii"):
        if not line.startswith("#"):
            kind, word = line.split()
            lexicon.add(word, {"place": PLACE, "given": GIVEN}[kind], word)
    persons = set(person_nouns(folder))
    irregular = [line.split() for line in content_lines(folder / "noun.exc")]
    for word in sorted(persons):
        for form in [word] + nouns(word):
            lexicon.add(form, PERSON_NOUN, word)
    for form, *bases in irregular:
        if bases[0] in persons and WORD.match(form):
            lexicon.add(form, PERSON_NOUN, bases[0])
    for line in open(given_names, encoding="ascii"):
        if not line.startswith("#"):
            whose, word = line.split()
            lexicon.add(word, {"man": MAN, "woman": WOMAN}[whose], word)
    lexicon.write(output)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
