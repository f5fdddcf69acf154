#include "bench/bench.hpp"

#include <array>

#include "bench/evaluations.hpp"

namespace twosource::bench {
namespace {

// By name; one line each, to be read as the list of what can be measured.
constexpr std::array all_benches = {
    Bench{"answers", "C2: same or another answer: balanced accuracy on NAnCo", "nanco_dataset.json",
          measure_answers},
    Bench{"attribution", "S1-S3: who said what: F1 of source, cue and content, on PolNeAR",
          "the folder data/dev of PolNeAR", measure_attribution},
    Bench{
        "duplicates", "R3: near-duplicate articles: MB/s, recall against an exhaustive search",
        "docs.jsonl.gz of insm-churnalism, the folder of reuters21578, any JSON Lines of articles",
        find_duplicates},
    Bench{"extract", "the article on a page: shingle F1 against the truth, pages a second",
          "a folder with articles.json and html/", extract},
    Bench{"frequencies", "counts how common words are: the tables in models/frequency",
          "files and folders of news texts", count_frequencies},
    Bench{"generate", "writes articles that copied from each other, with the truth about it",
          "base texts, or none for a made-up language; --output says where it goes", generate},
    Bench{"likeness", "are generated articles like real ones: passages, shares, edits",
          "real articles, then base texts for the generator or none", compare_with_reality},
    Bench{"limits",
          "bad input: repeated, huge, tiny, damaged; is the answer right, time and memory",
          "none: it is made up", push_limits},
    Bench{"lineage",
          "R7: who took it from whom, counted origins, hidden sources; generated articles",
          "base texts for the generator, or none for its made-up language", measure_lineage},
    Bench{"name-pairs", "S5: are two names one person's: F1 on name_bench",
          "cases.csv of name_bench", measure_name_pairs},
    Bench{"names", "S4: F1 of persons, organisations, places, on en-worldwide-newswire",
          "its folder processed_annotated", measure_names},
    Bench{"pan", "R5: plagdet of copied passages by kind, on text alignment sets of PAN",
          "a folder with suspicious-documents/ and source-documents/", score_pan_passages},
    Bench{"paraphrase", "C1: do two sentences say the same: accuracy on MSRP, r on STS headlines",
          "the folder of MSRP, the folder of SemEval STS, or both", measure_paraphrase},
    Bench{"passages", "finds the passages that articles share, timed, against a slow twin",
          "docs.jsonl.gz of insm-churnalism, any JSON Lines of articles, or a folder of `generate`",
          time_passages},
    Bench{"pos", "parts of speech and lemmas: shares that are right, on GUM",
          "the folder dep of GUM", measure_parts_of_speech},
    Bench{"revision", "R6: copied, lightly or heavily revised, independent: accuracy",
          "the folder of Clough and Stevenson's short answers", score_revision},
    Bench{"sentences", "L1: F1 of sentence borders, on GUM", "the folder dep of GUM",
          measure_sentences},
    Bench{"speakers", "S6: precision and coverage of the speakers, on BASIL or GUM",
          "articles.jsonl of BASIL, or folders of GUM", measure_speakers},
    Bench{"speed", "what each stage of a run costs: seconds and MB/s on one thread",
          "any file that run reads", time_stages_of_run},
    Bench{"statements", "who said what, on texts of which every statement was marked by hand",
          "a file of labels, as in bench/judged, then its texts", measure_statements},
    Bench{"stories", "are articles about the same event put together, and others kept apart",
          "JSON Lines files of articles with `event` or `story`", score_story_sets},
    Bench{"stream", "R4: matches one article with a million held and holds it, timed; snapshots",
          "a folder of `generate`", time_stream},
    Bench{"swaps", "C3: does a sentence with one word exchanged contradict, on Breaking NLI",
          "dataset.jsonl of Breaking NLI", measure_swaps},
    Bench{"time-values", "T2: values of dates, ranges and durations, on specs of Recognizers-Text",
          "DateTimeModel.json of Specs/DateTime/English", measure_time_values},
    Bench{"timex", "T1: time expressions: strict, relaxed and value F1, on TimeML",
          "folders or files of TimeML (.tml): TimeBank, AQUAINT", measure_time_expressions},
    Bench{"train-antecedents", "trains models/antecedents, on GUM", "the folder dep of GUM",
          train_antecedents},
    Bench{"train-attribution", "learns the weights in models/attribution from PolNeAR",
          "the folder data/train of PolNeAR", train_attribution},
    Bench{"train-claims", "trains models/claims, on SuperPAL, NAnCo and PolNeAR",
          "dev_MN_only.csv of SuperPAL, nanco_dataset.json, the folder data/train of PolNeAR",
          train_claims},
    Bench{"train-clauses", "trains models/clauses, on GUM", "the folder dep of GUM", train_clauses},
    Bench{"train-clusters", "learns models/words, the classes of words, from unlabelled news",
          "files and folders of news texts", train_clusters},
    Bench{"train-names", "trains models/names, on en-worldwide-newswire",
          "its folder processed_annotated", train_names},
    Bench{"train-pos", "trains models/part_of_speech, on GUM", "the folder dep of GUM",
          train_parts_of_speech},
    Bench{"weaken", "C4: does a claim weaken another: average precision on ClaimDiff-W",
          "ClaimDiff-weak-train.json", measure_weaken},
};

}  // namespace

std::span<const Bench> benches() {
  return all_benches;
}

}  // namespace twosource::bench
