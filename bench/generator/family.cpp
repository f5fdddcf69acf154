// How a story spreads: some sources nobody has collected, some newsrooms that report on their own,
// and many that print what others wrote, whole, cut, mixed, with or without saying so.
//
// A family is grown text by text, so that parents stand before children and are older. Every
// sentence keeps the first text it belongs to and its number there, and the text it was taken from;
// truth is then written down, not guessed from the texts.
#include "bench/generator/family.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "bench/generator/operations.hpp"

namespace twosource::bench {
namespace {

constexpr std::int64_t first_day = 1935619200;  // 2031-05-04
constexpr std::int64_t minute = 60;
constexpr std::uint32_t day_minutes = 24 * 60;
constexpr std::size_t two_days = std::size_t{2} * day_minutes;
constexpr std::size_t year_minutes = std::size_t{365} * day_minutes;
constexpr std::uint32_t shortest_source = 5;  // sentences

std::string upper_case(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c += 'A' - 'a';
  }
  return text;
}

Piece credit_piece(std::string text) {
  Piece piece;
  piece.text = std::move(text);
  piece.role = PieceRole::credit;
  return piece;
}

class Grower {
 public:
  Grower(const World& world, std::uint64_t number, Random& random)
      : world_(world),
        rules_(world.rules),
        writer_(world.writer),
        random_(random),
        dates_(random.next()) {
    family_.number = number;
    start_ = first_day + minute * random_.below(year_minutes);
    for (std::uint32_t i = 0; i < world.newsrooms.agencies.size(); ++i) agencies_.push_back(i);
    random_.shuffle(agencies_);
  }

  Family grow(std::uint32_t size) {
    if (size > 1) add_hidden_sources(size);
    while (articles_ < size && add_article()) ++articles_;
    return std::move(family_);
  }

 private:
  using Index = std::uint32_t;

  // ---- What a family is made of ----

  void add_hidden_sources(std::uint32_t size) {
    if (!random_.chance(rules_.hidden_share)) return;
    add_hidden_source();
    if (size >= 8 && random_.chance(rules_.second_hidden)) add_hidden_source();
  }

  void add_hidden_source() {
    if (!writer_.has_article()) return;
    Text text;
    text.hidden = true;
    const bool agency = !random_.chance(rules_.unsigned_share);
    const std::string name =
        agency ? world_.newsrooms.agencies[agencies_[hidden_]].name : std::string();
    ++hidden_;
    text.first = add_first(agency ? FirstKind::agency : FirstKind::anonymous, name);
    text.draft = own_article(text.first);
    if (random_.chance(rules_.quotes_press)) add_quotations(text);
    text.written = start_ + minute * random_.below(day_minutes / 4);
    family_.texts.push_back(std::move(text));
  }

  bool add_article() {
    if (family_.texts.empty() && !writer_.has_article()) return false;
    if (family_.texts.empty() || (random_.chance(rules_.own_share) && writer_.has_article())) {
      return add_own();
    }
    // Of what is not an outlet's own.
    const double roll = (1.0 - rules_.own_share) * random_.unit();
    if (roll < rules_.merge_share && add_merge()) return true;
    if (roll < rules_.merge_share + rules_.version_share && add_version()) return true;
    return add_copy();
  }

  bool add_own() {
    Text text = new_text();
    text.draft = own_article(first_of(text));
    text.written = start_ + minute * random_.below(two_days);
    if (random_.chance(rules_.quotes_press)) add_quotations(text);
    show_reporting(text);
    return finish(std::move(text));
  }

  bool add_copy() {
    const Index source = choose_source(none);
    const double roll = random_.unit();
    Text text = new_text();
    std::vector<Paragraph> taken = take_all(family_.texts[source], source);
    Operation operation = Operation::reprint;
    if (roll < rules_.trim_share) {
      operation = Operation::trim;
      trim_from_end(taken, 0.3 + 0.65 * random_.unit());
    } else if (roll < rules_.trim_share + rules_.lift_share && writer_.has_article()) {
      operation = Operation::lift;
      taken = lift_passage(std::move(taken), random_.between(1, 5), random_);
    }
    text.parents = {{source, operation}};
    date_after_parents(text);
    if (operation == Operation::lift) {
      put_into_own_article(text, std::move(taken));
    } else {
      set_title(text, source);
      touch(text, std::move(taken));
    }
    credit(text, source, operation);
    return finish(std::move(text));
  }

  bool add_merge() {
    const Index one = choose_source(none);
    const Index two = choose_source(one);
    if (two == none) return false;
    Text text = new_text();
    std::vector<Paragraph> taken = take_all(family_.texts[one], one);
    trim_from_end(taken, 0.4 + 0.4 * random_.unit());
    std::vector<Paragraph> rest =
        lift_passage(take_all(family_.texts[two], two), random_.between(3, 10), random_);
    std::move(rest.begin(), rest.end(), std::back_inserter(taken));
    text.parents = {{one, Operation::merge}, {two, Operation::merge}};
    date_after_parents(text);
    set_title(text, one);
    touch(text, std::move(taken));
    credit(text, one, Operation::merge);
    return finish(std::move(text));
  }

  /// The same outlet a little later: most of the old text, and something new.
  bool add_version() {
    std::vector<Index> candidates;
    for (Index i = 0; i < family_.texts.size(); ++i) {
      if (!family_.texts[i].hidden) candidates.push_back(i);
    }
    if (candidates.empty()) return false;
    const Index old = random_.one_of(candidates);
    Text text;
    text.outlet = family_.texts[old].outlet;
    text.author = family_.texts[old].author;
    std::vector<Paragraph> taken = take_all(family_.texts[old], old);
    text.parents = {{old, Operation::version}};
    date_after_parents(text);
    set_title(text, old);
    if (random_.chance(0.5)) replace_lead(text, taken);
    extend(text, taken);
    text.draft.paragraphs = std::move(taken);
    text.touches.credit_kept = family_.texts[old].credited != none;
    if (text.touches.credit_kept) add_credit(text, family_.texts[old].credited);
    return finish(std::move(text));
  }

  // ---- What is written ----

  Draft own_article(Index first) {
    Draft draft = writer_.article(random_);
    for (Paragraph& paragraph : draft.paragraphs) {
      for (Piece& piece : paragraph) number(piece, first);
    }
    return draft;
  }

  Piece own_sentence(std::string sentence, Index first) {
    Piece piece;
    piece.text = std::move(sentence);
    number(piece, first);
    return piece;
  }

  void number(Piece& piece, Index first) {
    piece.first = first;
    piece.number = family_.firsts[first].sentences++;
  }

  /// One to three sentences that were spoken to all reporters, each in this reporter's frame.
  void add_quotations(Text& text) {
    while (utterances_.size() < 5) {
      Utterance utterance = writer_.utterance(random_);
      if (utterance.words.empty()) break;
      utterances_.push_back(std::move(utterance));
    }
    std::vector<Index> order;
    for (Index i = 0; i < utterances_.size(); ++i) order.push_back(i);
    random_.shuffle(order);
    order.resize(std::min<std::size_t>(order.size(), random_.between(1, 3)));
    for (const Index i : order) {
      const std::size_t at = random_.between(1, static_cast<Index>(text.draft.paragraphs.size()));
      const auto place = text.draft.paragraphs.begin() + static_cast<std::ptrdiff_t>(at);
      text.draft.paragraphs.insert(place, {quotation(i)});
    }
  }

  Piece quotation(Index utterance) {
    const Utterance& spoken = utterances_[utterance];
    Piece piece;
    piece.role = PieceRole::quotation;
    piece.utterance = utterance;
    const bool behind = random_.chance(0.5);
    if (!behind) piece.text = fmt::format("{} said: ", spoken.speaker);
    piece.text += "“";
    piece.spoken_begin = static_cast<Index>(piece.text.size());
    piece.text += spoken.words;
    piece.spoken_end = static_cast<Index>(piece.text.size());
    piece.text += behind ? fmt::format(",” {} said.", spoken.speaker) : std::string(".”");
    return piece;
  }

  /// The signs by which a reader sees that a newsroom was there itself.
  void show_reporting(Text& text) {
    const bool shown = random_.chance(rules_.evidence);
    if (shown || random_.chance(0.5)) text.author = reporter();
    if (!shown) return;
    if (random_.chance(0.7)) {
      add_dateline(text, fmt::format("{} —", upper_case(writer_.place(random_))));
    }
    if (random_.chance(0.6)) {
      std::string told = writer_.sentence(random_);
      if (told.size() < 2) return;
      told.pop_back();
      const std::string& outlet = world_.newsrooms.outlets[text.outlet].name;
      told += fmt::format(", a person who was there told {}.", outlet);
      text.draft.paragraphs.push_back({own_sentence(std::move(told), text.first)});
    }
  }

  std::string reporter() {
    constexpr auto given = std::to_array<std::string_view>(
        {"Ann", "Ben", "Clara", "David", "Ella", "Frank", "Grace", "Henry", "Ida", "Jack"});
    constexpr auto family = std::to_array<std::string_view>(
        {"Ashdown", "Barlow", "Calder", "Denholm", "Elwick", "Farrow", "Garside", "Holt", "Inskip",
         "Jarrow", "Kelby", "Lorne", "Marwood", "Norcott"});
    return fmt::format("{} {}", given[random_.below(given.size())],
                       family[random_.below(family.size())]);
  }

  static void add_dateline(Text& text, std::string dateline) {
    Paragraph& head = text.draft.paragraphs.front();
    head.insert(head.begin(), credit_piece(std::move(dateline)));
  }

  // ---- What is done to what others wrote ----

  void touch(Text& text, std::vector<Paragraph> taken) {
    if (random_.chance(rules_.cut)) {
      cut_inside(taken, rules_.sentences_cut, random_);
      text.touches.cut = true;
    }
    if (random_.chance(rules_.reordered)) {
      reorder(taken, random_);
      text.touches.reordered = true;
    }
    if (random_.chance(rules_.reworded)) {
      reword_sentences(taken, writer_, random_);
      text.touches.reworded = true;
    } else if (random_.chance(rules_.edited)) {
      edit_sentences(taken, rules_.sentences_edited, writer_, random_);
      text.touches.edited = true;
    }
    if (random_.chance(rules_.new_lead)) replace_lead(text, taken);
    if (random_.chance(rules_.extended)) extend(text, taken);
    text.draft.paragraphs = std::move(taken);
  }

  void replace_lead(Text& text, std::vector<Paragraph>& taken) {
    if (count_sentences(taken) < shortest_source) return;
    std::string lead = writer_.sentence(random_);
    if (lead.empty()) return;
    taken.front().erase(taken.front().begin());
    if (taken.front().empty()) taken.erase(taken.begin());
    taken.insert(taken.begin(), {own_sentence(std::move(lead), first_of(text))});
    text.touches.new_lead = true;
  }

  void extend(Text& text, std::vector<Paragraph>& taken) {
    const std::uint32_t count = random_.between(2, 5);
    for (std::uint32_t i = 0; i < count; ++i) {
      std::string sentence = writer_.sentence(random_);
      if (sentence.empty()) return;
      if (i % 2 == 0) taken.emplace_back();
      taken.back().push_back(own_sentence(std::move(sentence), first_of(text)));
      text.touches.extended = true;
    }
  }

  void put_into_own_article(Text& text, std::vector<Paragraph> taken) {
    text.draft = own_article(first_of(text));
    if (random_.chance(rules_.edited)) {
      edit_sentences(taken, rules_.sentences_edited, writer_, random_);
      text.touches.edited = true;
    }
    std::vector<Paragraph>& paragraphs = text.draft.paragraphs;
    for (Paragraph& paragraph : taken) {
      const std::size_t at = random_.between(1, static_cast<Index>(paragraphs.size()));
      paragraphs.insert(paragraphs.begin() + static_cast<std::ptrdiff_t>(at), std::move(paragraph));
    }
    show_reporting(text);
  }

  /// The source's headline, or the same less its last words.
  void set_title(Text& text, Index source) {
    text.draft.title = family_.texts[source].draft.title;
    if (random_.chance(0.5)) return;
    const std::size_t cut = text.draft.title.rfind(' ');
    if (cut != std::string::npos && cut > 20) text.draft.title.resize(cut);
  }

  // ---- Who is named ----

  /// Names the source as outlets do, or keeps silent.
  void credit(Text& text, Index source, Operation operation) {
    const Text& from = family_.texts[source];
    const Index agency = from.hidden ? agency_of(from.first) : from.credited;
    if (!random_.chance(rules_.credit_kept)) return;
    if (agency != none && operation != Operation::lift) {
      add_credit(text, agency);
      text.touches.credit_kept = true;
    } else if (!from.hidden && random_.chance(0.5)) {
      text.draft.paragraphs.push_back({credit_piece(fmt::format(
          "This story was first reported by {}.", world_.newsrooms.outlets[from.outlet].name))});
      text.touches.credit_kept = true;
    }
  }

  void add_credit(Text& text, Index first) {
    const Agency& agency = agency_named(family_.firsts[first].name);
    const double roll = random_.unit();
    if (roll < 0.5) {
      add_dateline(text,
                   fmt::format("{} ({}) —", upper_case(writer_.place(random_)), agency.short_name));
    } else if (roll < 0.75) {
      text.author = agency.name;
    } else {
      text.draft.paragraphs.push_back({credit_piece(fmt::format("— {}", agency.name))});
    }
    text.credited = first;
  }

  [[nodiscard]] Index agency_of(Index first) const {
    return family_.firsts[first].kind == FirstKind::agency ? first : none;
  }

  [[nodiscard]] const Agency& agency_named(const std::string& name) const {
    return *std::find_if(world_.newsrooms.agencies.begin(), world_.newsrooms.agencies.end(),
                         [&](const Agency& agency) { return agency.name == name; });
  }

  // ---- The family ----

  Index choose_source(Index other_than) {
    std::vector<Index> hidden;
    std::vector<Index> known;
    for (Index i = 0; i < family_.texts.size(); ++i) {
      const Text& text = family_.texts[i];
      if (i == other_than) continue;
      if (text.hidden) hidden.push_back(i);
      if (!text.hidden && count_sentences(text.draft.paragraphs) >= shortest_source) {
        known.push_back(i);
      }
    }
    if (!hidden.empty() && (known.empty() || random_.chance(rules_.from_hidden))) {
      return random_.one_of(hidden);
    }
    if (!known.empty()) return random_.one_of(known);
    // Only too short ones are left: the first will do, unless another is asked for.
    return other_than == none ? 0 : none;
  }

  Text new_text() {
    Text text;
    do {
      text.outlet = random_.below(world_.newsrooms.outlets.size());
    } while (std::any_of(family_.texts.begin(), family_.texts.end(),
                         [&](const Text& other) { return other.outlet == text.outlet; }));
    return text;
  }

  Index add_first(FirstKind kind, std::string name) {
    family_.firsts.push_back({kind, std::move(name), 0});
    return static_cast<Index>(family_.firsts.size() - 1);
  }

  /// The first text of the article's outlet: made when the outlet first writes something itself.
  Index first_of(Text& text) {
    if (text.first != none) return text.first;
    const std::string& name = world_.newsrooms.outlets[text.outlet].name;
    for (Index i = 0; i < family_.firsts.size(); ++i) {
      if (family_.firsts[i].kind == FirstKind::own && family_.firsts[i].name == name) {
        return text.first = i;
      }
    }
    return text.first = add_first(FirstKind::own, name);
  }

  void date_after_parents(Text& text) {
    for (const Parent& parent : text.parents) {
      text.written = std::max(text.written, family_.texts[parent.text].written);
    }
    // Most print within hours, some the next day.
    const std::uint32_t longest = random_.chance(0.7) ? day_minutes / 6 : day_minutes;
    text.written += minute * random_.between(5, longest);
  }

  bool finish(Text text) {
    for (const std::string& line : world_.newsrooms.outlets[text.outlet].furniture) {
      Piece piece = credit_piece(line);
      piece.role = PieceRole::furniture;
      text.draft.paragraphs.push_back({std::move(piece)});
    }
    text.published = text.written;
    const double roll = dates_.unit();
    const std::int64_t delay = minute * dates_.between(60, 3 * day_minutes);
    if (roll < rules_.date_missing) {
      text.date = DateState::missing;
    } else if (roll < rules_.date_missing + rules_.date_late) {
      text.date = DateState::late;
      text.published += delay;
    }
    family_.texts.push_back(std::move(text));
    return true;
  }

  const World& world_;
  const FamilyRules& rules_;
  Writer& writer_;
  Random& random_;
  Random dates_;
  Family family_;
  std::int64_t start_ = 0;
  std::uint32_t articles_ = 0;
  std::vector<Index> agencies_;
  std::size_t hidden_ = 0;
  std::vector<Utterance> utterances_;
};

}  // namespace

std::uint32_t family_size(std::uint64_t seed, std::uint64_t number, const FamilyRules& rules) {
  Random random(seed, ~number);
  if (random.chance(rules.lone_share)) return 1;
  // Doubling ranges, each less than half as often as the one before.
  std::uint32_t low = 3;
  while (low < 24 && random.chance(0.45)) low *= 2;
  return random.between(low, low == 24 ? 60 : 2 * low);
}

Family grow_family(const World& world, std::uint64_t number, std::uint32_t size, Random& random) {
  return Grower(world, number, random).grow(size);
}

}  // namespace twosource::bench
