// What speaks for a person being "she"? That she was named last, that she is the subject of the
// sentence before, that she spoke before; and against it, that others were named or described
// since.
#include "twosource/speech/candidates.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "twosource/base/embedded.hpp"
#include "twosource/speech/roles.hpp"

TWOSOURCE_EMBEDDED(antecedents_en)

namespace twosource {
namespace {

constexpr std::size_t paragraphs_back = 3;

// What the features are about. Part of the format of the model.
enum Kind : std::uint32_t {
  always,
  sentences_since,
  paragraphs_since,
  is_subject,
  verb_behind,
  possessor,
  spoke_before,
  rivals,
  rank_of_place,
  gender_known,
  rank_of_count,
  described_before,
  unclear_since,
  nouns_since,
  pronouns_since,
  place_of_pronoun,
  subject_and_sentences,
  rank_and_spoke,
  rank_and_rivals,
  rank_and_sentences,
  subject_and_rank,
};

bool can_be(Gender one, Gender other) {
  return one == Gender::unknown || other == Gender::unknown || one == other;
}

class Gatherer {
 public:
  Gatherer(const ArticleView& view, const Pronoun& pronoun)
      : view_(view),
        names_(view.names()),
        pronoun_(pronoun),
        token_(pronoun.token),
        gender_(pronoun.form == "he" ? Gender::man : Gender::woman) {}

  std::vector<Candidate> gather() {
    find_persons();
    std::vector<Candidate> candidates;
    for (std::size_t rank = 0; rank < last_mention_.size(); ++rank)
      candidates.push_back(describe(rank));
    return candidates;
  }

 private:
  // Their last mentions, the last one first.
  void find_persons() {
    const std::size_t here = view_.paragraph_of(view_.begin_of(token_));
    std::set<std::uint32_t> seen;
    for (std::uint32_t i = view_.mention_from(token_); i-- > 0;) {
      const ArticleMention& mention = names_.mentions[i];
      if (view_.paragraph_of(mention.span.begin) + paragraphs_back < here) break;
      if (mention.kind != NameKind::person || view_.in_quotation(mention.span.begin)) continue;
      if (is_asked_about(view_, mention, token_)) continue;
      if (!mention.entity) {
        if (last_mention_.empty()) ++unclear_;
      } else if (fits(*mention.entity) && seen.insert(*mention.entity).second) {
        last_mention_.push_back(i);
      }
    }
  }

  [[nodiscard]] bool fits(std::uint32_t entity) const {
    return names_.entities[entity].kind == NameKind::person &&
           can_be(names_.entities[entity].gender, gender_) && !pronoun_.not_meant.contains(entity);
  }

  [[nodiscard]] Candidate describe(std::size_t rank) const {
    const ArticleMention& mention = names_.mentions[last_mention_[rank]];
    Candidate candidate;
    candidate.entity = *mention.entity;
    const std::uint64_t sentences = std::min<std::uint64_t>(sentences_from(mention), 4);
    const std::uint64_t subject = is_subject_of_sentence(mention) ? 1 : 0;
    const std::uint64_t spoke = spoke_before_as(candidate.entity);
    const std::uint64_t others = std::min<std::uint64_t>(last_mention_.size() - 1, 3);
    const std::uint64_t place = std::min<std::uint64_t>(rank, 2);
    const auto add = [&](Kind kind, std::uint64_t a, std::uint64_t b = 0) {
      candidate.features.push_back(feature_of(kind, a, b));
    };
    add(always, 0);
    add(sentences_since, sentences);
    add(paragraphs_since, paragraphs_from(mention));
    add(is_subject, subject);
    add(verb_behind, verb_follows(view_, mention.end) ? 1 : 0);
    add(possessor, is_possessor(mention) ? 1 : 0);
    add(Kind::spoke_before, spoke);
    add(rivals, others);
    add(rank_of_place, place);
    add(gender_known, names_.entities[candidate.entity].gender == gender_ ? 1 : 0);
    add(rank_of_count, rank_by_count(candidate.entity));
    add(described_before, spoke == 4 ? 1 : 0);
    add(unclear_since, std::min<std::uint64_t>(unclear_, 2));
    add(nouns_since, persons_described_since(mention));
    add(pronouns_since, same_pronouns_since(mention));
    add(place_of_pronoun, place_in_sentence());
    add(subject_and_sentences, subject, sentences);
    add(rank_and_spoke, place, spoke);
    add(rank_and_rivals, place, others);
    add(rank_and_sentences, place, sentences);
    add(subject_and_rank, subject, place);
    return candidate;
  }

  [[nodiscard]] std::uint64_t sentences_from(const ArticleMention& mention) const {
    const auto& ends = view_.tagged().sentence_ends;
    return static_cast<std::uint64_t>(std::upper_bound(ends.begin(), ends.end(), token_) -
                                      std::upper_bound(ends.begin(), ends.end(), mention.begin));
  }

  [[nodiscard]] std::uint64_t paragraphs_from(const ArticleMention& mention) const {
    return view_.paragraph_of(view_.begin_of(token_)) - view_.paragraph_of(mention.span.begin);
  }

  [[nodiscard]] bool is_subject_of_sentence(const ArticleMention& mention) const {
    return begins_sentence(view_, mention) && verb_follows(view_, mention.end);
  }

  [[nodiscard]] bool is_possessor(const ArticleMention& mention) const {
    return mention.end < token_ && view_.part(mention.end) == PartOfSpeech::pos;
  }

  // 0: nobody spoke before, or far away; 1: somebody else; 2, 3: this one, in this paragraph or the
  // one before; 4: somebody without a name.
  [[nodiscard]] std::uint64_t spoke_before_as(std::uint32_t entity) const {
    const Statement* before = pronoun_.before;
    if (before == nullptr || !before->speaker) return 0;
    if (end_of(*before) > view_.begin_of(token_)) return 0;
    const std::size_t here = view_.paragraph_of(view_.begin_of(token_));
    const std::size_t there = view_.paragraph_of(start_of(*before));
    if (there + 1 < here) return 0;
    if (!before->speaker->entity) return 4;
    if (*before->speaker->entity != entity) return 1;
    return here == there ? 2 : 3;
  }

  // 0: nobody in the article is named more often; 1: one is; 2: more.
  [[nodiscard]] std::uint64_t rank_by_count(std::uint32_t entity) const {
    std::uint64_t more = 0;
    for (const std::uint32_t i : last_mention_) {
      const std::uint32_t other = *names_.mentions[i].entity;
      if (names_.entities[other].mentions.size() > names_.entities[entity].mentions.size()) ++more;
    }
    return std::min<std::uint64_t>(more, 2);
  }

  // "the guard", "a woman": whom the pronoun could mean instead.
  [[nodiscard]] std::uint64_t persons_described_since(const ArticleMention& mention) const {
    std::uint64_t count = 0;
    for (std::uint32_t i = mention.end; i < token_ && count < 2; ++i) {
      if (view_.in_mention(i) || view_.in_quotation(view_.begin_of(i))) continue;
      const auto phrase = role_phrase(view_.text(), view_.tagged(), i);
      if (phrase && !phrase->plural && can_be(phrase->gender, gender_)) ++count;
    }
    return count;
  }

  [[nodiscard]] std::uint64_t same_pronouns_since(const ArticleMention& mention) const {
    std::uint64_t count = 0;
    for (std::uint32_t i = mention.end; i < token_ && count < 2; ++i) {
      if (view_.part(i) == PartOfSpeech::prp && view_.word(i) == pronoun_.form &&
          !view_.in_quotation(view_.begin_of(i)))
        ++count;
    }
    return count;
  }

  // 0: first word; 1: behind a quotation; 2: elsewhere.
  [[nodiscard]] std::uint64_t place_in_sentence() const {
    if (view_.sentence_of(token_).begin == token_) return 0;
    return view_.part(token_ - 1) == PartOfSpeech::close_quote ? 1 : 2;
  }

  const ArticleView& view_;
  const ArticleNames& names_;
  const Pronoun& pronoun_;
  std::uint32_t token_;
  Gender gender_;
  std::vector<std::uint32_t> last_mention_;
  std::uint64_t unclear_ = 0;  // mentions that could be several persons', since the last clear one
};

}  // namespace

std::vector<Candidate> candidates_for(const ArticleView& view, const Pronoun& pronoun) {
  return Gatherer(view, pronoun).gather();
}

const LinearModel& antecedent_model() {
  // The bytes are part of the program: a model that cannot be opened is a mistake of the build.
  static const Result<LinearModel> model = LinearModel::open(antecedents_en());
  return *model;
}

}  // namespace twosource
