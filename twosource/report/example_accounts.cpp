#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "twosource/base/hash.hpp"
#include "twosource/report/example_report.hpp"

namespace twosource {
namespace {

// Puts claims and what follows from them into a report; places are named by their words.
class Accounting {
 public:
  explicit Accounting(Report& report) : report_(report) {}

  [[nodiscard]] ArticleSpan find(ArticleIndex article, std::string_view words) const {
    const std::size_t at = report_.articles[article].text.find(words);
    const auto begin = static_cast<std::uint32_t>(at == std::string::npos ? 0 : at);
    return {article, {begin, begin + static_cast<std::uint32_t>(words.size())}};
  }

  [[nodiscard]] ClaimMember member(ArticleIndex article, std::string_view words,
                                   Stance stance = Stance::says,
                                   std::optional<StatementIndex> statement = {}) const {
    ClaimMember member;
    member.place = find(article, words);
    member.stance = stance;
    member.statement = statement;
    const std::vector<Span>& sentences = report_.analyses[article].sentences;
    const auto holder = std::find_if(sentences.begin(), sentences.end(), [&](Span sentence) {
      return sentence.overlaps(member.place.span);
    });
    member.sentence = static_cast<std::uint32_t>(holder - sentences.begin());
    for (OriginIndex i = 0; i < report_.origins.origins.size(); ++i) {
      for (const ArticleSpan& passage : report_.origins.origins[i].passages) {
        if (passage.article == article && passage.span.overlaps(member.place.span))
          member.origin = i;
      }
    }
    return member;
  }

  Claim& claim(ClaimStatus status, std::vector<ClaimMember> members,
               std::vector<OriginIndex> origins) {
    Claim claim;
    claim.id = id_of("claim", report_.claims.size());
    claim.text = members.front().place;
    claim.status = status;
    claim.members = std::move(members);
    std::stable_sort(claim.members.begin(), claim.members.end(), [](const auto& a, const auto& b) {
      return std::pair(a.place.article, a.place.span) < std::pair(b.place.article, b.place.span);
    });
    claim.origins = std::move(origins);
    claim.score = 0.9;
    report_.claims.push_back(std::move(claim));
    return report_.claims.back();
  }

  void flag(ArticleSpan place, FlagKind kind, std::string note) {
    report_.flags.push_back(
        {id_of("flag", report_.flags.size()), 0, place, kind, std::move(note), {}});
  }

  void moment(std::string date, TimeInterval interval, std::vector<ArticleSpan> sources,
              std::vector<OriginIndex> origins) {
    std::string text(text_at(sources.front()));
    report_.timeline.push_back({id_of("moment", report_.timeline.size()), 0, std::move(date),
                                interval, std::move(text), std::move(sources), std::move(origins)});
  }

  void brief(ClaimIndex index, std::vector<ArticleSpan> cites) {
    const Claim& claim = report_.claims[index];
    std::string text(text_at(cites.front()));
    report_.brief.push_back({id_of("brief", report_.brief.size()), 0, std::move(text), claim.status,
                             index, std::move(cites), claim.origins});
  }

  void time(ArticleSpan place, TimeKind kind, std::string value,
            std::optional<TimeInterval> interval, TimeDoubt doubt = TimeDoubt::none) {
    report_.times.push_back({id_of("time", report_.times.size()), place.article, place.span, kind,
                             std::move(value), interval, doubt});
  }

 private:
  [[nodiscard]] std::string_view text_at(const ArticleSpan& place) const {
    return slice(report_.articles[place.article].text, place.span);
  }

  static std::string id_of(std::string_view kind, std::size_t number) {
    return make_id(kind, {std::to_string(number)});
  }

  Report& report_;
};

constexpr std::string_view quote =
    "“We heard the cables sing and then the whole arm came down in front of us,”";
constexpr std::string_view closed = "the northern basin stayed closed until the evening";
constexpr std::string_view hurt = "Three dock workers were hurt";
constexpr std::int64_t sunday = 1935619200;  // 2031-05-04T00:00:00
constexpr std::int64_t day = 86400;

void add_parted(Accounting& add) {
  // Two origins carry it.
  add.claim(ClaimStatus::agree,
            {add.member(0, closed), add.member(2, closed),
             add.member(3, "The northern basin was closed all day")},
            {0, 1});
  // Two numbers of two speakers.
  Claim& number =
      add.claim(ClaimStatus::differ,
                {add.member(0, hurt, Stance::says, 0), add.member(1, hurt, Stance::says, 2),
                 add.member(2, "Three dock workers were injured"),
                 add.member(3, "Four people were taken to hospital", Stance::other_number, 4)},
                {0});
  number.conflicts.push_back({ConflictKind::number,
                              add.find(0, "Three dock workers"),
                              add.find(3, "Four people"),
                              0,
                              4,
                              {0},
                              {1},
                              false,
                              "The harbour police speak of three, Edda Falk of four."});
  // It was so, it was not so.
  Claim& polarity = add.claim(ClaimStatus::differ,
                              {add.member(0, "Two ferries to the outer islands were cancelled"),
                               add.member(2, "Two ferries to the outer islands were cancelled"),
                               add.member(4, "no ship will be turned away", Stance::contradicts),
                               add.member(5, "no ship will be turned away", Stance::contradicts)},
                              {0});
  polarity.conflicts.push_back({ConflictKind::polarity,
                                add.find(0, "cancelled"),
                                add.find(4, "no ship will be turned away"),
                                {},
                                {},
                                {0},
                                {2},
                                false,
                                "One side has ships turned away, the other none."});
}

void add_others(Accounting& add) {
  // A later state.
  Claim& update = add.claim(ClaimStatus::update,
                            {add.member(0, "Crane falls in port of Selne, three hurt"),
                             add.member(6, "The bent arm of the crane still lies over the rails")},
                            {0});
  update.conflicts.push_back({ConflictKind::place,
                              add.find(0, "in port of Selne"),
                              add.find(6, "over the rails"),
                              {},
                              {},
                              {0},
                              {3},
                              true,
                              "[7] was written later."});
  // One speaker, whoever prints it.
  add.claim(ClaimStatus::single,
            {add.member(0, quote, Stance::says, 1), add.member(1, quote, Stance::says, 3),
             add.member(3, quote, Stance::says, 5), add.member(6, quote, Stance::says, 7)},
            {0, 1})
      .speakers = {0};
  // One origin.
  add.claim(ClaimStatus::single,
            {add.member(3, "Two shift leaders showed our reporter letters of April")}, {1});
  add.claim(ClaimStatus::unclear, {add.member(6, "Somebody should ask who signed the papers")}, {});
}

// Which origin each sentence has, from the passages of the origins.
void add_sentences(Report& report) {
  for (OriginIndex i = 0; i < report.origins.origins.size(); ++i) {
    for (const ArticleSpan& passage : report.origins.origins[i].passages) {
      const std::vector<Span>& sentences = report.analyses[passage.article].sentences;
      const auto place = std::find(sentences.begin(), sentences.end(), passage.span);
      report.origins.sentences.push_back(
          {passage.article, static_cast<std::uint32_t>(place - sentences.begin()), i});
    }
  }
  std::sort(report.origins.sentences.begin(), report.origins.sentences.end(),
            [](const SentenceOrigin& x, const SentenceOrigin& y) {
              return std::pair(x.article, x.sentence) < std::pair(y.article, y.sentence);
            });
}

}  // namespace

void add_example_accounts(Report& report) {
  add_sentences(report);
  Accounting add(report);
  add.time(add.find(0, "early on Sunday"), TimeKind::time, "2031-05-04TMO",
           TimeInterval{sunday + day / 6, sunday + day / 2});
  add.time(add.find(0, "in March"), TimeKind::date, "2031-03",
           TimeInterval{sunday - 64 * day, sunday - 33 * day}, TimeDoubt::direction);
  add.time(add.find(6, "today"), TimeKind::date, "XXXX-XX-XX", {}, TimeDoubt::no_anchor);
  add_parted(add);
  add_others(add);
  add.flag(add.find(2, "Readers sent us pictures of the scene."), FlagKind::off_topic,
           "Nothing else of the article speaks of pictures.");
  add.flag(add.find(6, "the gulls have taken it"), FlagKind::dangling_pronoun,
           "Nothing before tells what “it” is.");
  add.moment("2031-03", {sunday - 64 * day, sunday - 33 * day},
             {add.find(0, "The crane had stood idle since a storm in March"),
              add.find(1, "The crane had stood idle since a storm in March")},
             {0});
  add.moment("2031-05-04TMO", {sunday + day / 6, sunday + day / 2},
             {add.find(0, "a loading crane fell across the northern quay"),
              add.find(2, "a loading crane fell across the northern quay")},
             {0});
  add.brief(0, {add.find(0, closed), add.find(2, closed),
                add.find(3, "The northern basin was closed all day")});
  add.brief(1, {add.find(0, hurt), add.find(1, hurt)});
  add.brief(5, {add.find(3, "Two shift leaders showed our reporter letters of April")});
}

void add_hostile_accounts(Report& report) {
  Accounting add(report);
  constexpr std::string_view words = "<img src=x onerror=alert(1)>";
  Claim& claim =
      add.claim(ClaimStatus::differ,
                {add.member(0, words), add.member(1, "Another 😀 start", Stance::contradicts)}, {0});
  claim.conflicts.push_back({ConflictKind::framing,
                             add.find(0, words),
                             add.find(1, "😀😀"),
                             0,
                             1,
                             {0},
                             {},
                             false,
                             "<script>alert(9)</script>"});
  claim.speakers = {0};
  add.flag(add.find(0, words), FlagKind::spun, "<script>alert(10)</script>\" onclick=\"");
  add.flag(add.find(0, "then twelve plain words"), FlagKind::repeated, "\x1b[31m");
  add.moment("<b>2031</b>", {0, 1}, {add.find(0, words)}, {0});
  add.brief(0, {add.find(0, words), add.find(1, "Another 😀 start")});
  add.time(add.find(0, "here today"), TimeKind::date, "<i>", TimeInterval{0, INT64_MAX});
}

}  // namespace twosource
