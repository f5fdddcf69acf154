#!/usr/bin/env python3
"""Holds `twosource run examples/sample-story --json` against examples/sample-truth.txt.

Prints what was compared, then every disagreement, and fails if there is one. The truth names
speakers and conflicts, too; twosource computes none. Of an article that is told in other words only
a part of the sentences must be recognised; the others may stay unclear, and belong nowhere else.

    check_sample.py TWOSOURCE
"""
import collections
import itertools
import json
import os
import subprocess
import sys

import make_truth

EXAMPLES = os.path.normpath(os.path.join(os.path.dirname(__file__), "..", "..", "examples"))

# Sentences whose origin must be the truth's; the rest may be left unclear, never merged wrongly.
LEAST_AGREEMENT = 0.90
LEAST_AGREEMENT_REWORDED = 0.50
# Of the text that two articles share sentence by sentence, so much must lie in reported copies (an
# edited copy begins and ends where its equal words do), and of the reported copies so little may
# lie in sentences that have another origin.
LEAST_COVERED = {"verbatim": 0.98, "edited": 0.85}
MOST_BEYOND = 0.05


def run(twosource, command):
    done = subprocess.run([twosource, command, os.path.join(EXAMPLES, "sample-story"), "--json"],
                          capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"twosource {command} ended with {done.returncode}: {done.stderr.decode()}")
    return json.loads(done.stdout)


class Check:
    """The comparison: the truth, the report, and what disagrees. Articles go by their files."""

    def __init__(self, truth, texts, report):
        self.truth = truth
        self.texts = texts
        self.failures = []
        self.file_of = {a["id"]: os.path.basename(a["path"]) for a in report["articles"]}
        self.stories = report["stories"]
        self.copies = report["copies"]
        self.origins = report["origins"]
        self.problems = report["problems"]
        self.sentences = collections.defaultdict(list)
        for sentence in truth["sentences"]:
            self.sentences[sentence["file"]].append(sentence)
        self.reworded = self.files_only_reworded()

    def files_only_reworded(self):
        kinds = collections.defaultdict(set)
        for copy in self.truth["copies"]:
            kinds[copy["a"]].add(copy["kind"])
            kinds[copy["b"]].add(copy["kind"])
        return {file for file, found in kinds.items() if found == {"reworded"}}

    def expect(self, holds, message):
        if not holds:
            self.failures.append(message)
        return "ok" if holds else "WRONG"

    def story_of(self, file):
        return self.truth["articles"][file]["story"]

    def files(self, ids):
        return {self.file_of[i] for i in ids}

    # ------------------------------------------------------------------ reading

    def check_articles(self):
        print("Articles")
        missing = set(self.truth["articles"]) - set(self.file_of.values())
        extra = set(self.file_of.values()) - set(self.truth["articles"])
        verdict = self.expect(not missing and not extra and not self.problems,
                              f"articles: missing {sorted(missing)}, more {sorted(extra)}, "
                              f"problems {self.problems}")
        print(f"  {len(self.file_of)} read, {len(self.truth['articles'])} in the truth: {verdict}\n")

    # ------------------------------------------------------------------ stories

    def check_stories(self):
        print("Stories")
        for story in self.stories:
            files = self.files(story["articles"])
            names = sorted({self.story_of(f) for f in files})
            verdict = self.expect(len(names) == 1, f"one story holds articles of {names}")
            print(f"  {len(files):3} articles of {' and '.join(names)}: {verdict}")
        for name in sorted({a["story"] for a in self.truth["articles"].values()}):
            members = {f for f, a in self.truth["articles"].items() if a["story"] == name}
            # An article in another language than the rest may stand alone.
            english = {f for f in members if self.truth["articles"][f]["language"] == "en"}
            together = any(english <= self.files(s["articles"]) for s in self.stories)
            verdict = self.expect(together, f"the story {name} is split")
            print(f"  {name}: its {len(english)} English articles are one story: {verdict}")
        print()

    # ------------------------------------------------------------------ copies

    def reported_pairs(self):
        pairs = collections.defaultdict(list)
        for copy in self.copies:
            files = [self.file_of[copy[side]["article"]] for side in "ab"]
            pairs[frozenset(files)].append(copy)
        return pairs

    def check_copies(self):
        print("Copies                          reported: verbatim edited quoted furniture  covered  beyond")
        pairs = self.reported_pairs()
        known = set()
        for copy in self.truth["copies"]:
            known.add(frozenset((copy["a"], copy["b"])))
            self.check_copy(copy, pairs.get(frozenset((copy["a"], copy["b"])), []))
        for pair, copies in sorted(pairs.items(), key=lambda item: sorted(item[0])):
            if pair not in known:
                texts = [copy["a"]["exact"] for copy in copies]
                self.expect(False, f"invented copy: {' and '.join(sorted(pair))}: {texts}")
                print(f"  {' and '.join(sorted(pair))}: INVENTED: {texts}")
        print()

    def check_copy(self, copy, found):
        text = [c for c in found if not c["quoted"] and not c["furniture"]]
        quoted = [c for c in found if c["quoted"] and not c["furniture"]]
        furniture = [c for c in found if c["furniture"]]
        verbatim = [c for c in text if c["kind"] == "verbatim"]
        covered = beyond = None
        if copy["kind"] == "reworded":
            covered, beyond = self.coverage(copy["a"], copy["b"], found)
            covered = None  # hardly a sentence has the same words
            holds = {c["kind"] for c in text} == {"reworded"} and beyond <= MOST_BEYOND
        elif copy["furniture"]:
            holds = not text and not quoted  # or cut off with the page's furniture: nothing at all
        elif copy["quoted"]:
            holds = bool(quoted) and not text
        else:
            covered, beyond = self.coverage(copy["a"], copy["b"], found)
            holds = (bool(text) and covered >= LEAST_COVERED[copy["kind"]] and beyond <= MOST_BEYOND
                     and (copy["kind"] == "edited" or bool(verbatim)))
        verdict = self.expect(holds, f"copy {copy['a']} and {copy['b']} ({copy['kind']}, quoted "
                                     f"{copy['quoted']}): covered {covered}, beyond {beyond}, "
                                     f"found {[(c['kind'], c['a']['exact'][:60]) for c in found]}")
        nature = "furniture" if copy["furniture"] else "quoted" if copy["quoted"] else copy["kind"]
        shares = "      –       –" if covered is None else f"{covered:7.0%} {beyond:7.0%}"
        print(f"  {copy['a'][:34]:34} {copy['b'][:32]:32} {nature:9} {len(verbatim)} "
              f"{len(text) - len(verbatim)} {len(quoted)} {len(furniture)} {shares}  {verdict}")

    def coverage(self, file_a, file_b, copies):
        """Share of the common sentences that lies in copies; share of copies that lies elsewhere."""
        inside = total = beyond = reported = 0
        for file, other in ((file_a, file_b), (file_b, file_a)):
            spans = [c[side] for c in copies for side in "ab"
                     if self.file_of[c[side]["article"]] == file]
            shared = {s["origin"] for s in self.sentences[other]} - {None}
            common = self.common_sentences(file, other)
            for sentence in self.sentences[file]:
                length = sentence["end"] - sentence["start"]
                overlap = sum(max(0, min(s["end"], sentence["end"]) -
                                  max(s["start"], sentence["start"])) for s in spans)
                overlap = min(overlap, length)
                reported += overlap
                if sentence["origin"] is not None and sentence["origin"] not in shared:
                    beyond += overlap
                if sentence["start"] in common:
                    inside += overlap
                    total += length
        return inside / max(1, total), beyond / max(1, reported)

    def common_sentences(self, file, other):
        """Starts of the sentences of `file` that stand in `other` with (nearly) the same words."""
        def words(sentence):
            return self.texts[sentence["file"]][sentence["start"]:sentence["end"]].lower().split()

        others = [collections.Counter(words(s)) for s in self.sentences[other]]
        common = set()
        for sentence in self.sentences[file]:
            mine = collections.Counter(words(sentence))
            if any(sum((mine & o).values()) >= 0.7 * max(mine.total(), o.total()) for o in others):
                common.add(sentence["start"])
        return common

    # ------------------------------------------------------------------ origins

    def origin_at(self, sentence):
        """The reported origin (its place in the list) of a sentence of the truth."""
        middle = (sentence["start"] + sentence["end"]) // 2
        for place, origin in enumerate(self.origins):
            for span in origin["passages"]:
                if (self.file_of[span["article"]] == sentence["file"]
                        and span["start"] <= middle < span["end"]):
                    return place
        return None

    def match_origins(self):
        """Truth origin → reported origin that holds most of its sentences, each used once."""
        votes = collections.Counter()
        for sentence in self.truth["sentences"]:
            place = self.origin_at(sentence)
            if sentence["origin"] is not None and place is not None:
                votes[(sentence["origin"], place)] += 1
        match = {}
        for (name, place), _ in sorted(votes.items(), key=lambda v: (-v[1], v[0])):
            if name not in match and place not in match.values():
                match[name] = place
        return match

    def check_origins(self):
        print("Origins")
        match = self.match_origins()
        for origin in self.truth["origins"]:
            place = match.get(origin["name"])
            if place is None:
                verdict = self.expect(not origin["counted"], f"origin not found: {origin['name']}")
                print(f"  {origin['name']:40} not reported: {verdict}")
                continue
            found = self.origins[place]
            expected = set(origin["articles"])
            articles = self.files(found["articles"])
            kinds = {origin["kind"]} | ({"common_text"} if origin["kind"] == "unclear" else set())
            holds = (found["kind"] in kinds and found["counted"] == origin["counted"]
                     and articles == expected)
            verdict = self.expect(
                holds, f"origin {origin['name']}: {found['kind']} for {origin['kind']}, counted "
                       f"{found['counted']} for {origin['counted']}, articles missing "
                       f"{sorted(expected - articles)}, more {sorted(articles - expected)}")
            print(f"  {origin['name']:40} {found['kind']:8} "
                  f"{'counted ' if found['counted'] else 'addition'} {len(articles)} articles  "
                  f"“{found['name']}”: {verdict}")
        print()
        return match

    def check_sentences(self, match):
        print("Sentences")
        agree, counted = collections.Counter(), collections.Counter()  # by: is it reworded
        speech = speech_free = 0
        merges = []
        main = self.main_origins()
        for sentence in self.truth["sentences"]:
            place = self.origin_at(sentence)
            if sentence["origin"] is None:
                speech += 1
                speech_free += place is None
                if place is not None and place not in main[sentence["file"]]:
                    merges.append((sentence, place))
                continue
            reworded = sentence["file"] in self.reworded
            counted[reworded] += 1
            agree[reworded] += place is not None and match.get(sentence["origin"]) == place
            if self.is_false_merge(sentence, place, match):
                merges.append((sentence, place))
        for reworded, least in ((False, LEAST_AGREEMENT), (True, LEAST_AGREEMENT_REWORDED)):
            share = agree[reworded] / counted[reworded]
            where = ", told in other words," if reworded else ""
            verdict = self.expect(share >= least, f"sentence origins{where} agree in {share:.1%}")
            print(f"  {agree[reworded]} of {counted[reworded]}{where} have the truth's origin "
                  f"({share:.1%}): {verdict}")
        print(f"  {speech_free} of {speech} sentences of quoted speech have none; the others may "
              "share the origin of the text around them")
        verdict = self.expect(not merges, f"{len(merges)} sentences are merged into an origin that "
                                          "is not theirs")
        print(f"  {len(merges)} false merges: {verdict}")
        for sentence, place in merges:
            text = self.texts[sentence["file"]][sentence["start"]:sentence["end"]]
            print(f"    {sentence['file']}: {text[:70]!r} → “{self.origins[place]['name']}”, "
                  f"truth: {sentence['origin']}")
        for sentence in self.truth["sentences"]:
            place = self.origin_at(sentence)
            if (sentence["origin"] is not None and match.get(sentence["origin"]) != place
                    and sentence["file"] not in self.reworded):
                text = self.texts[sentence["file"]][sentence["start"]:sentence["end"]]
                name = "none" if place is None else f"“{self.origins[place]['name']}”"
                print(f"    differs: {sentence['file']}: {text[:60]!r} → {name}, "
                      f"truth: {sentence['origin']}")
        print()

    def is_false_merge(self, sentence, place, match):
        """Whether the sentence stands in an origin that is another's. One that stands among its own
        article's unclear sentences was missed, not merged."""
        for origin in self.truth["origins"]:
            if origin["name"] != sentence["origin"] and match.get(origin["name"]) == place:
                return origin["kind"] != "unclear" or sentence["file"] not in origin["articles"]
        return False

    def main_origins(self):
        """File → the reported origins of its sentences that are not quoted speech."""
        found = collections.defaultdict(set)
        for sentence in self.truth["sentences"]:
            if sentence["origin"] is not None:
                found[sentence["file"]].add(self.origin_at(sentence))
        return found

    # ------------------------------------------------------------------ the sum

    def check_sums(self):
        print("The sum")
        for story in self.stories:
            files = self.files(story["articles"])
            sums = story["sum"]
            true = [o for o in self.truth["origins"]
                    if o["counted"] and files & set(o["articles"])]
            shown = sum(o["kind"] != "unclear" for o in true)
            # What is not recognised of a reworded article stands as an unclear origin of its own.
            most = len(true) + len(files & self.reworded)
            holds = sums["shown"] == shown and len(true) <= sums["possible"] <= most
            verdict = self.expect(
                holds, f"the sum says {sums['shown']} shown, {sums['possible']} possible; the truth "
                       f"{shown} shown, {len(true)} to {most} possible")
            print(f"  {len(files)} articles: {sums['shown']} shown, at most {sums['possible']}; "
                  f"truth: {shown} shown, {len(true)} to {most}: {verdict}")
        print()

    def check_spans(self):
        wrong = 0
        spans = [c[side] for c in self.copies for side in "ab"]
        spans += itertools.chain.from_iterable(o["passages"] for o in self.origins)
        for span in spans:
            text = self.texts[self.file_of[span["article"]]]
            before = text[:span["start"]].encode()
            wrong += (text[span["start"]:span["end"]] != span["exact"]
                      or len(before) != span["byte_start"]
                      or len(before) + len(span["exact"].encode()) != span["byte_end"])
        verdict = self.expect(wrong == 0, f"{wrong} spans do not prove their text")
        print(f"Spans\n  {len(spans)} prove their text: {verdict}\n")

    def all(self):
        self.check_articles()
        self.check_spans()
        self.check_stories()
        self.check_copies()
        match = self.check_origins()
        self.check_sentences(match)
        self.check_sums()
        waiting = [f"{len(self.truth[key])} {key}" for key in ("conflicts", "speakers")]
        print(f"Not computed: {', '.join(waiting)}\n")


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        texts = make_truth.stored_texts(arguments[1])
        truth = make_truth.read_truth(texts)
    except make_truth.TruthError as error:
        sys.exit(str(error))
    check = Check(truth, texts, run(arguments[1], "run"))
    check.all()
    for failure in check.failures:
        print(f"WRONG: {failure}")
    print(f"{len(check.failures)} disagreements with the truth")
    return 1 if check.failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
