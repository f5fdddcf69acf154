// What is left of a sentence that is torn out of its text?
//
// "He said that the bridge would stay closed" tells nothing to who has not read the line before. A
// sentence can stand alone if it names what it speaks of. Everything is judged outside of quotation
// marks, from the left: a pronoun needs somebody or something before it in the same sentence.
#include "twosource/brief/self_contained.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "twosource/speech/roles.hpp"
#include "twosource/text/sentence_words.hpp"

namespace twosource {
namespace {

constexpr std::uint32_t least_tokens = 7;
constexpr std::uint32_t most_tokens = 60;
constexpr std::uint32_t longest_dateline = 12;
constexpr std::uint32_t link_reach = 8;    // tokens at the head of a sentence
constexpr std::size_t longest_ending = 3;  // letters behind digits that are one word: "3PM"

using Words = std::set<std::string_view>;

bool is_person_pronoun(const std::string& word) {
  static const Words words = {"he", "she", "him", "her", "his", "hers", "himself", "herself"};
  return words.contains(word);
}
bool is_thing_pronoun(const std::string& word) {
  static const Words words = {"it",  "its",    "they",   "them", "their",
                              "one", "theirs", "itself", "such", "themselves"};
  return words.contains(word);
}
bool is_speaker_pronoun(const std::string& word) {
  static const Words words = {"i", "we", "you", "my", "our", "your", "me", "us"};
  return words.contains(word);
}
// "this week" names no thing before.
bool is_time_noun(const std::string& word) {
  static const Words words = {"week",    "month",   "year",   "morning", "afternoon",
                              "evening", "weekend", "season", "spring",  "summer",
                              "autumn",  "winter",  "time",   "decade",  "century"};
  return words.contains(word);
}
// Words that tie a sentence to the one before: "But", "Meanwhile", "However".
bool ties_back(const std::string& word) {
  static const Words words = {"but",          "and",       "or",        "so",           "yet",
                              "however",      "also",      "meanwhile", "instead",      "still",
                              "then",         "therefore", "moreover",  "likewise",     "indeed",
                              "nevertheless", "another",   "otherwise", "additionally", "similarly",
                              "thus",         "hence"};
  return words.contains(word);
}

class Judge {
 public:
  Judge(const ArticleReading& article, const ReadSentence& sentence)
      : article_(article), sentence_(sentence) {}

  [[nodiscard]] bool stands_alone() {
    const std::uint32_t size = sentence_.end - sentence_.begin;
    if (size < least_tokens || size > most_tokens) return false;
    if (!is_whole_sentence(article_, sentence_) || is_question() || sentence_.quoted > 0.9)
      return false;
    if (!begins_well()) return false;
    for (std::uint32_t i = sentence_.begin; i < sentence_.end; ++i) {
      if (article_.in_quotation(article_.tagged().tokens[i].span.begin)) continue;
      if (leans(i)) return false;
      take(i);
    }
    return marks_are_paired();
  }

 private:
  [[nodiscard]] bool is_question() const {
    return article_.text_of(sentence_.span).find('?') != std::string_view::npos;
  }

  // A small letter or words run together are what a bad cut leaves: "2025The quay".
  [[nodiscard]] bool begins_well() const {
    const std::string_view first = article_.form(sentence_.begin);
    const bool word = (first.front() >= 'A' && first.front() <= 'Z') ||
                      (first.front() >= '0' && first.front() <= '9') || first.front() == '$';
    if (!word && article_.part(sentence_.begin) != PartOfSpeech::open_quote) return false;
    for (std::uint32_t i = sentence_.begin; i < sentence_.end; ++i) {
      const std::string_view form = article_.form(i);
      const auto digit = form.find_last_of("0123456789");
      if (digit != std::string_view::npos && form.size() > digit + longest_ending &&
          form[digit + 1] >= 'A' && form[digit + 1] <= 'Z') {
        return false;
      }
    }
    return true;
  }

  // Does the token need something that stands outside of the sentence?
  [[nodiscard]] bool leans(std::uint32_t i) const {
    const std::string word = article_.word(i);
    const PartOfSpeech p = article_.part(i);
    if (i == sentence_.begin && ties_back(word)) return true;
    if (is_linked(i, word) || counts_others(i, word)) return true;
    if (p == PartOfSpeech::prp || p == PartOfSpeech::prps) {
      if (is_speaker_pronoun(word)) return true;
      // "A veteran of the war, he said": what stands before is himself.
      const bool subject = p == PartOfSpeech::prp && i + 1 < sentence_.end &&
                           is_finite(article_.part(i + 1)) && !verb_;
      if (is_person_pronoun(word)) return !person_ || subject;
      if (is_thing_pronoun(word)) return !thing_ || subject;
    }
    if (word == "this" || word == "these" || word == "those" || word == "that")
      return !goes_with_time(i) && p == PartOfSpeech::dt;
    return is_bare_role(i);
  }

  // "Earlier, Orlo had", "On Friday, however,": a place in another text's order.
  [[nodiscard]] bool is_linked(std::uint32_t i, const std::string& word) const {
    if (word == "however" || word == "meanwhile" || word == "also")
      return i < sentence_.begin + link_reach;
    // "the same man", "the most recent,": of several that stand elsewhere
    if (word == "same" || (is_adjective(article_.part(i)) && i + 1 < sentence_.end &&
                           article_.part(i + 1) == PartOfSpeech::comma && i > sentence_.begin &&
                           article_.part(i - 1) == PartOfSpeech::rbs)) {
      return i < sentence_.begin + link_reach;
    }
    if (i == sentence_.begin && i + 2 < sentence_.end) {
      const std::string next = article_.word(i + 1);
      if (word == "earlier" && next == "in") return true;
      if (word == "as" && next == "a" && article_.word(i + 2) == "result") return true;
      if (word == "in" && (next == "addition" || next == "response" || next == "turn")) return true;
    }
    const bool relative = word == "earlier" || word == "later" || word == "before";
    return relative && i < sentence_.begin + link_reach && i + 1 < sentence_.end &&
           article_.part(i + 1) == PartOfSpeech::comma;
  }

  // "another", "both countries", "the two sides": one more than those who were named.
  [[nodiscard]] bool counts_others(std::uint32_t i, const std::string& word) const {
    if (i + 1 >= sentence_.end) return false;
    const PartOfSpeech next = article_.part(i + 1);
    if (word == "another" || word == "others") return !is_noun(next) && !is_adjective(next);
    const bool plural = next == PartOfSpeech::nns;
    if (word == "both") return plural;
    const bool number = article_.part(i) == PartOfSpeech::cd && i > sentence_.begin;
    return number && plural && article_.word(i - 1) == "the" && !is_time_noun_plural(i + 1);
  }

  [[nodiscard]] bool is_time_noun_plural(std::uint32_t i) const {
    const std::string word = article_.word(i);
    return word.ends_with('s') && is_time_noun(word.substr(0, word.size() - 1));
  }

  [[nodiscard]] bool goes_with_time(std::uint32_t i) const {
    return i + 1 < sentence_.end && is_time_noun(article_.word(i + 1));
  }

  // "The spokesman said", "the decision came": a subject that is no more than "the" and a common
  // noun was spoken of before; a person unless one is named before it in the sentence, a thing if
  // the sentence begins with it.
  [[nodiscard]] bool is_bare_role(std::uint32_t i) const {
    if (i == sentence_.begin || article_.word(i - 1) != "the" || i + 1 >= sentence_.end)
      return false;
    const PartOfSpeech p = article_.part(i);
    const PartOfSpeech next = article_.part(i + 1);
    if (!is_noun(p) || is_proper_noun(p)) return false;
    if (next == PartOfSpeech::comma) return i == sentence_.begin + 1 && !is_named_behind(i + 2);
    if (!is_finite(next) && !is_adverb(next)) return false;
    if (i == sentence_.begin + 1) return true;
    return !person_ && role_phrase(article_.text(), article_.tagged(), i).has_value();
  }

  // "The mayor, Siv Holm, said".
  [[nodiscard]] bool is_named_behind(std::uint32_t i) const {
    return i < sentence_.end && !article_.mentions_in(article_.tagged().tokens[i].span).empty();
  }

  // What stands before the rest of the sentence.
  void take(std::uint32_t i) {
    verb_ = verb_ || is_finite(article_.part(i));
    const auto role = role_phrase(article_.text(), article_.tagged(), i);
    // "a pilot boat" is nobody
    const bool in_compound = i + 1 < sentence_.end && is_noun(article_.part(i + 1)) &&
                             !is_proper_noun(article_.part(i + 1));
    if (role && !role->plural && !in_compound) person_ = true;
    // "On Monday it": a day is not what "it" is.
    if (is_noun(article_.part(i)) && !is_calendar(i)) thing_ = true;
    for (const ReadMention& mention : article_.mentions_in(article_.tagged().tokens[i].span)) {
      if (article_.report().entities[mention.entity].kind == NameKind::person) person_ = true;
    }
  }

  [[nodiscard]] bool is_calendar(std::uint32_t i) const {
    return SentenceWords::of("en").has(article_.form(i), SentenceWord::calendar) ||
           is_time_noun(article_.word(i));
  }

  // An opened quotation that goes on behind the sentence leaves half of it.
  [[nodiscard]] bool marks_are_paired() const {
    const auto& quotations = article_.analysis().quotations;
    return std::all_of(quotations.begin(), quotations.end(), [&](const Quotation& quotation) {
      return !quotation.span.overlaps(sentence_.span) ||
             (quotation.closed && sentence_.span.contains(quotation.span));
    });
  }

  const ArticleReading& article_;
  const ReadSentence& sentence_;
  bool person_ = false;
  bool thing_ = false;
  bool verb_ = false;  // a finite one
};

}  // namespace

std::uint32_t dateline_end(const ArticleReading& article, const ReadSentence& sentence) {
  const std::uint32_t last = std::min(sentence.end, sentence.begin + longest_dateline);
  bool sure = false;  // a place in capitals, or a bracket
  for (std::uint32_t i = sentence.begin; i < last; ++i) {
    const std::string_view form = article.form(i);
    const PartOfSpeech p = article.part(i);
    const bool dash = form == "-" || form == "–" || form == "—" || form == "--" || form == ":";
    if (dash) return sure && i + 1 < sentence.end ? i + 1 : sentence.begin;
    const bool capital = form.front() >= 'A' && form.front() <= 'Z';
    sure = sure || p == PartOfSpeech::open_bracket ||
           (capital && form.size() > 2 &&
            std::none_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; }));
    if (!capital && p != PartOfSpeech::cd && p != PartOfSpeech::comma &&
        p != PartOfSpeech::open_bracket && p != PartOfSpeech::close_bracket &&
        p != PartOfSpeech::stop && form != "/") {
      return sentence.begin;
    }
  }
  return sentence.begin;
}

bool is_self_contained(const ArticleReading& article, const ReadSentence& sentence) {
  return Judge(article, sentence).stands_alone();
}

}  // namespace twosource
