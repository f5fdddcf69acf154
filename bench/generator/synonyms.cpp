#include "bench/generator/synonyms.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace twosource::bench {
namespace {

// Each line one meaning; any way to say it may stand for any other.
constexpr auto meanings = std::to_array<std::string_view>({
    "said|stated|noted|remarked",
    "told|informed",
    "announced|declared|made known",
    "according to|as stated by",
    "killed|left dead",
    "died|lost their lives",
    "injured|hurt|wounded",
    "police|officers",
    "officials|authorities",
    "government|administration",
    "president|head of state",
    "lawmakers|legislators",
    "law|statute",
    "bill|draft law",
    "attack|assault",
    "begin|start|commence",
    "began|started|commenced",
    "end|finish|conclude",
    "ended|finished|concluded",
    "shut|closed",
    "near|close to",
    "about|around|roughly",
    "almost|nearly",
    "more than|over|upwards of",
    "less than|under",
    "at least|no fewer than",
    "because|since|as",
    "but|yet",
    "although|even though",
    "however|nevertheless",
    "also|in addition",
    "many|numerous",
    "several|a number of",
    "some|certain",
    "big|large",
    "huge|enormous",
    "small|little",
    "new|fresh",
    "old|former",
    "important|significant",
    "difficult|hard",
    "quickly|rapidly",
    "help|assist|aid",
    "helped|assisted",
    "try|attempt",
    "tried|attempted",
    "buy|purchase",
    "bought|purchased",
    "get|obtain",
    "got|obtained",
    "give|provide",
    "gave|provided",
    "show|demonstrate",
    "showed|demonstrated",
    "need|require",
    "needed|required",
    "ask|request",
    "asked|requested",
    "use|employ",
    "used|employed",
    "want|wish",
    "wanted|wished",
    "think|believe",
    "thought|believed",
    "plan|scheme",
    "plans|intends",
    "planned|intended",
    "hope|expect",
    "leave|depart",
    "left|departed",
    "arrived|came",
    "happened|took place|occurred",
    "increase|rise",
    "increased|rose|grew",
    "decrease|drop|fall",
    "fell|dropped|declined",
    "choose|select",
    "chosen|selected",
    "job|post",
    "jobs|positions",
    "money|funds",
    "cost|price",
    "costs|expenses",
    "company|firm",
    "companies|firms",
    "country|nation",
    "countries|nations",
    "city|town",
    "people|persons",
    "children|youngsters",
    "man|male",
    "house|home",
    "road|street",
    "car|vehicle",
    "cars|vehicles",
    "meeting|gathering",
    "met|gathered",
    "talks|negotiations",
    "speech|address",
    "vote|ballot",
    "votes|ballots",
    "election|poll",
    "campaign|drive",
    "support|backing",
    "supported|backed",
    "oppose|resist",
    "opposed|resisted",
    "criticized|attacked|faulted",
    "praised|commended",
    "rejected|turned down|refused",
    "accepted|agreed to",
    "agreed|consented",
    "allowed|permitted",
    "allow|permit",
    "banned|prohibited|forbade",
    "stop|halt",
    "stopped|halted",
    "continue|carry on|go on",
    "continued|carried on|went on",
    "change|alter",
    "changed|altered",
    "changes|alterations",
    "problem|difficulty",
    "problems|difficulties",
    "issue|matter",
    "issues|matters",
    "answer|reply",
    "answered|replied",
    "question|query",
    "questions|queries",
    "warned|cautioned",
    "fear|worry",
    "fears|worries",
    "angry|furious",
    "happy|pleased",
    "sad|unhappy",
    "ill|sick",
    "doctor|physician",
    "doctors|physicians",
    "hospital|clinic",
    "school|academy",
    "court|tribunal",
    "judge|magistrate",
    "lawyer|attorney",
    "lawyers|attorneys",
    "arrested|detained|taken into custody",
    "charged|accused",
    "inquiry|investigation|probe",
    "weapons|arms",
    "soldiers|troops",
    "war|conflict",
    "fire|blaze",
    "accident|crash",
    "rescued|saved",
    "searched|combed",
    "found|discovered",
    "find|discover",
    "seen|spotted",
    "saw|spotted",
    "built|constructed",
    "build|construct",
    "destroyed|wrecked",
    "damaged|harmed",
    "event|occasion",
    "last year|the previous year",
    "last week|the week before",
    "this week|in the current week",
    "today|on this day",
    "soon|before long",
    "often|frequently",
    "later|afterwards",
    "before|ahead of",
    "after|following",
    "during|in the course of",
    "including|among them",
    "such as|like",
    "especially|particularly",
    "only|just",
    "likely|probable",
    "unlikely|improbable",
    "clear|plain|evident",
    "whole|entire",
    "final|last",
    "first|initial",
    "main|chief|principal",
    "whether|if",
    "in order to|so as to",
    "a lot of|a great deal of",
    "is not|isn't",
    "did not|didn't",
    "was not|wasn't",
    "would not|wouldn't",
    "cannot|can't",
    "do not|don't",
});

constexpr double replaced = 0.85;  // of the words that have other words
constexpr double moved = 0.25;     // of the sentences with a clause in front

struct Meaning {
  std::vector<std::string_view> ways;
};

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(mark), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'';
}

// The meaning that the text at `at` says, and how: the longest way that fits.
std::pair<std::vector<std::string_view>, std::string_view> meaning_at(std::string_view text,
                                                                      std::size_t at) {
  std::pair<std::vector<std::string_view>, std::string_view> best;
  for (const std::string_view line : meanings) {
    for (const std::string_view way : split(line, '|')) {
      const std::size_t end = at + way.size();
      if (way.size() <= best.second.size() || text.substr(at, way.size()) != way) continue;
      if (end < text.size() && is_letter(text[end])) continue;
      best = {split(line, '|'), way};
    }
  }
  return best;
}

// "On Friday, the council met." → "The council met on Friday."
std::string with_clause_moved(const std::string& sentence) {
  constexpr std::size_t longest = 40;
  const std::size_t comma = sentence.find(", ");
  if (comma == std::string::npos || comma > longest || sentence.back() != '.') return sentence;
  if (sentence.find(',', comma + 1) != std::string::npos) return sentence;
  std::string clause = sentence.substr(0, comma);
  std::string rest = sentence.substr(comma + 2, sentence.size() - comma - 3);
  if (rest.empty() || rest.front() < 'a' || rest.front() > 'z') return sentence;
  rest.front() += 'A' - 'a';
  const std::size_t word = clause.find(' ');
  const bool opens = clause.substr(0, word) == "On" || clause.substr(0, word) == "In" ||
                     clause.substr(0, word) == "At" || clause.substr(0, word) == "After";
  if (!opens) return sentence;
  clause.front() += 'a' - 'A';
  return rest + ' ' + clause + '.';
}

}  // namespace

std::string say_in_other_words(const std::string& sentence, Random& random) {
  std::string out;
  std::size_t at = 0;
  while (at < sentence.size()) {
    const bool at_word = is_letter(sentence[at]) && (at == 0 || !is_letter(sentence[at - 1]));
    if (at_word && random.chance(replaced)) {
      const auto [ways, said] = meaning_at(sentence, at);
      if (!said.empty()) {
        const std::size_t choice = random.below(ways.size() - 1);
        out += ways[choice] == said ? ways.back() : ways[choice];
        at += said.size();
        continue;
      }
    }
    out += sentence[at++];
  }
  return random.chance(moved) ? with_clause_moved(out) : out;
}

}  // namespace twosource::bench
