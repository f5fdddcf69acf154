// The grammar of times as one automaton.
//
// A rule is a pattern of word classes, such as "LAST CALENDAR" for "last week". At the start of the
// program each pattern is written out into the plain sequences that it stands for, and these are
// put into a tree that shares their beginnings. To match, all ways through the tree that the words
// allow are walked at once; a word has at most a handful of readings, and no sequence is longer
// than about a dozen, so a match costs a bounded number of steps.
#include "twosource/time/grammar.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "twosource/base/embedded.hpp"
#include "twosource/text/words.hpp"
#include "twosource/time/holidays.hpp"

TWOSOURCE_EMBEDDED(time_words)
TWOSOURCE_EMBEDDED(time_rules)
TWOSOURCE_EMBEDDED(message_words)
TWOSOURCE_EMBEDDED(message_rules)

namespace twosource {
namespace {

constexpr std::size_t slot_count = 2048;  // a few hundred words: seldom a second look

constexpr std::array<std::string_view, static_cast<std::size_t>(TimeAction::count)> action_names = {
    "none",
    "date",
    "day_first",
    "day_range",
    "year_range",
    "decade",
    "century",
    "shift",
    "ago",
    "earlier",
    "later",
    "from_now",
    "narrative",
    "edge",
    "quarter",
    "period",
    "half",
    "around",
    "nth",
    "season",
    "holiday",
    "clock",
    "duration",
    "set",
    "past",
    "present",
    "future",
    "current_unit",
    "week_number",
    "nth_unit",
    "last_unit",
    "first_units",
    "last_units",
    "week_of",
    "day_of_month",
    "days_of_month",
    "weekday_and_day",
    "weekday_of_week",
    "stage"};

std::string_view take(std::string_view& rest, char separator) {
  const std::string_view field = rest.substr(0, rest.find(separator));
  rest.remove_prefix(std::min(rest.size(), field.size() + 1));
  return field;
}

using Sequence = std::vector<std::pair<Symbol, bool>>;
using Sequences = std::vector<Sequence>;

Sequences joined(const Sequences& first, const Sequences& second) {
  Sequences all;
  for (const Sequence& a : first) {
    for (const Sequence& b : second) {
      all.push_back(a);
      all.back().insert(all.back().end(), b.begin(), b.end());
    }
  }
  return all;
}

void append(Sequences& all, const Sequences& more) {
  all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

// Reads a pattern: items in a row; an item is a name, "@NAME" for a part that was defined before,
// "( a | b )", or "[ a | b ]" for words that must stand there but do not belong to the expression;
// "?" behind an item: it may be missing.
class PatternReader {
 public:
  PatternReader(TimeGrammar& grammar, const std::map<std::string, Sequences, std::less<>>& parts,
                std::string_view pattern)
      : grammar_(grammar), parts_(parts), rest_(pattern) {}

  Sequences read() {
    Sequences all;
    Sequences row = {{}};
    for (std::string_view item = peek(); !item.empty(); item = peek()) {
      if (item.front() == ')' || item.front() == ']') break;
      if (item == "|") {
        take(rest_, ' ');
        append(all, std::exchange(row, {{}}));
        continue;
      }
      row = joined(row, read_item());
    }
    append(all, row);
    return all;
  }

 private:
  [[nodiscard]] std::string_view peek() {
    while (rest_.starts_with(' ')) rest_.remove_prefix(1);
    return rest_.substr(0, rest_.find(' '));
  }

  Sequences read_item() {
    const std::string_view item = take(rest_, ' ');
    if (item == "(" || item == "[") {
      Sequences inner = read();
      const std::string_view close = take(rest_, ' ');
      if (item == "[") {
        for (Sequence& sequence : inner) {
          for (auto& [symbol, context] : sequence) context = true;
        }
      }
      if (close.ends_with('?')) inner.emplace_back();
      return inner;
    }
    std::string_view name = item;
    const bool optional = name.size() > 1 && name.ends_with('?');
    if (optional) name.remove_suffix(1);
    Sequences result;
    if (name.starts_with('@')) {
      const auto part = parts_.find(name.substr(1));
      if (part != parts_.end()) result = part->second;
    } else {
      result = {{{grammar_.symbol_of(name), false}}};
    }
    if (optional) result.emplace_back();
    return result;
  }

  TimeGrammar& grammar_;
  const std::map<std::string, Sequences, std::less<>>& parts_;
  std::string_view rest_;
};

struct TimeGrammar::Walk {
  std::span<const TimePiece> pieces;
  std::vector<std::pair<const TimeReading*, bool>> path;
  std::vector<std::pair<const TimeReading*, bool>> best;
  std::uint32_t rule = UINT32_MAX;
};

const TimeGrammar& TimeGrammar::english(TimeStyle style) {
  if (style == TimeStyle::message) {
    static const TimeGrammar messages(TimeStyle::message);
    return messages;
  }
  static const TimeGrammar news(TimeStyle::news);
  return news;
}

TimeGrammar::TimeGrammar(TimeStyle style)
    : style_(style), triggers_(symbol_count, false), nodes_(1) {
  for (std::size_t i = 0; i < symbol_count; ++i)
    symbols_.emplace(symbol_names[i], static_cast<Symbol>(i));
  for (std::size_t i = static_cast<std::size_t>(Symbol::day);
       i <= static_cast<std::size_t>(Symbol::clock); ++i)
    triggers_[i] = true;
  read_holidays();
  const bool message = style == TimeStyle::message;
  read_words(time_words());
  if (message) read_words(message_words());
  read_rules(message ? message_rules() : std::string_view(), time_rules());
  spread_triggers();
  fill_slots();
}

void TimeGrammar::read_words(std::string_view table) {
  while (!table.empty()) {
    std::string_view line = take(table, '\n');
    if (line.empty() || line.starts_with('#')) continue;
    std::string_view name = take(line, '\t');
    const bool trigger = name.ends_with('*');
    if (trigger) name.remove_suffix(1);
    const Symbol symbol = symbol_of(name);
    if (trigger) triggers_[static_cast<std::size_t>(symbol)] = true;
    // Names that mean nothing else need no capital in a message.
    const bool loose =
        style_ == TimeStyle::message &&
        (symbol == Symbol::weekday || symbol == Symbol::month || symbol == Symbol::short_month ||
         symbol == Symbol::wd || symbol == Symbol::ambiguous_month);
    const std::string_view number = take(line, '\t');
    std::int64_t value = 0;
    std::from_chars(number.data(), number.data() + number.size(), value);
    if (symbol == Symbol::number) value *= 1000;
    while (!line.empty()) {
      const std::string_view form = take(line, ' ');
      const bool capital = form.front() >= 'A' && form.front() <= 'Z';
      words_[hash_folded(fold_word(form))].push_back({symbol, value, capital && !loose});
    }
  }
}

// The rules of `before` come first; they may use the parts of `table`.
void TimeGrammar::read_rules(std::string_view before, std::string_view table) {
  std::map<std::string, Sequences, std::less<>> parts;
  for (const auto& [words, index] : holidays_) {
    Sequence name;
    for (const Symbol word : words) name.emplace_back(word, false);
    parts["holiday"].push_back(std::move(name));
  }
  const auto read = [&](std::string_view rest, bool rules) {
    while (!rest.empty()) {
      std::string_view line = take(rest, '\n');
      const std::string_view name = take(line, '\t');
      if (line.empty() || name.starts_with('#') || (!rules && !name.starts_with('@'))) continue;
      const Sequences sequences = PatternReader(*this, parts, line).read();
      if (name.starts_with('@')) {
        parts[std::string(name.substr(1))] = sequences;
        continue;
      }
      const auto action = std::find(action_names.begin(), action_names.end(), name);
      actions_.push_back(static_cast<TimeAction>(action - action_names.begin()));
      for (const Sequence& sequence : sequences)
        add_rule(sequence, static_cast<std::uint32_t>(actions_.size() - 1));
    }
  };
  if (!before.empty()) {
    read(table, false);
    read(before, true);
  }
  read(table, true);
}

// The words of a holiday's name are symbols of their own ("^easter"), since they have no value.
Symbol TimeGrammar::word_of_holiday(std::string_view word) {
  const auto [entry, is_new] =
      symbols_.emplace(std::string("^").append(word), static_cast<Symbol>(symbols_.size()));
  if (!is_new) return entry->second;
  triggers_.push_back(word.size() > 2 && word != "new" && word != "the");
  // Names that are words as well, or parts of other names.
  const bool ambiguous = word == "epiphany" || word == "corpus" || word == "ashura";
  words_[hash_folded(fold_word(word))].push_back(
      {entry->second, 0, ambiguous && style_ == TimeStyle::news});
  return entry->second;
}

void TimeGrammar::read_holidays() {
  const std::span<const Holiday> all = holidays();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].name.find('.') != std::string_view::npos) continue;
    std::vector<Symbol> words;
    std::string_view rest = all[i].name;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find_first_of(" -"), rest.size());
      std::string_view word = rest.substr(0, end);
      rest.remove_prefix(std::min(rest.size(), end + 1));
      if (word.ends_with("'s")) word.remove_suffix(2);
      if (word.ends_with('\'')) word.remove_suffix(1);
      words.push_back(word_of_holiday(word));
    }
    holidays_.emplace(std::move(words), static_cast<std::int64_t>(i));
  }
}

void TimeGrammar::add_holiday(TimeMatch& match) const {
  std::vector<Symbol> words;
  for (const TimeReading& reading : match.readings) {
    const bool named = std::any_of(holidays_.begin(), holidays_.end(), [&](const auto& holiday) {
      return std::find(holiday.first.begin(), holiday.first.end(), reading.symbol) !=
             holiday.first.end();
    });
    if (named) words.push_back(reading.symbol);
  }
  const auto holiday = holidays_.find(words);
  if (holiday != holidays_.end()) match.readings.push_back({Symbol::holiday, holiday->second});
}

Symbol TimeGrammar::symbol_of(std::string_view name) {
  const auto known = symbols_.find(name);
  if (known != symbols_.end()) return known->second;
  const auto symbol = static_cast<Symbol>(symbols_.size());
  symbols_.emplace(std::string(name), symbol);
  triggers_.push_back(false);
  words_[hash_folded(fold_word(name))].push_back({symbol, 0, false});
  return symbol;
}

void TimeGrammar::add_rule(const Sequence& sequence, std::uint32_t rule) {
  if (sequence.empty()) return;
  std::uint32_t node = 0;
  for (const auto& [symbol, context] : sequence) {
    const auto same = [symbol = symbol, context = context](const Edge& edge) {
      return edge.symbol == symbol && edge.context == context;
    };
    const auto edge = std::find_if(nodes_[node].edges.begin(), nodes_[node].edges.end(), same);
    if (edge != nodes_[node].edges.end()) {
      node = edge->node;
      continue;
    }
    const auto next = static_cast<std::uint32_t>(nodes_.size());
    nodes_[node].edges.push_back({symbol, context, next});
    nodes_.emplace_back();
    node = next;
  }
  nodes_[node].rule = std::min(nodes_[node].rule, rule);
}

// A word that a rule names itself, "quarter", is also one of a class from which times are looked
// for.
void TimeGrammar::spread_triggers() {
  for (const auto& [hash, readings] : words_) {
    const bool any = std::any_of(readings.begin(), readings.end(),
                                 [&](const TimeReading& r) { return is_trigger(r.symbol); });
    for (const TimeReading& reading : readings) {
      const auto symbol = static_cast<std::size_t>(reading.symbol);
      if (any && symbol >= symbol_count) triggers_[symbol] = true;
    }
  }
}

void TimeGrammar::fill_slots() {
  slots_.resize(slot_count);
  for (const auto& [hash, readings] : words_) {
    std::size_t at = hash % slot_count;
    while (slots_[at].end != slots_[at].begin) at = (at + 1) % slot_count;
    const auto begin = static_cast<std::uint32_t>(readings_.size());
    readings_.insert(readings_.end(), readings.begin(), readings.end());
    slots_[at] = {hash, begin, static_cast<std::uint32_t>(readings_.size())};
  }
  words_.clear();
}

std::span<const TimeReading> TimeGrammar::readings(std::uint64_t word_hash) const {
  std::size_t at = word_hash % slot_count;
  while (slots_[at].end != slots_[at].begin) {
    const Slot& slot = slots_[at];
    if (slot.hash == word_hash)
      return std::span(readings_).subspan(slot.begin, slot.end - slot.begin);
    at = (at + 1) % slot_count;
  }
  return {};
}

bool TimeGrammar::is_trigger(Symbol symbol) const {
  return triggers_[static_cast<std::size_t>(symbol)];
}

void TimeGrammar::add_untriggered(std::uint32_t node, std::string& words,
                                  std::vector<std::string>& all) const {
  const bool found = nodes_[node].rule != UINT32_MAX;
  if (found && actions_[nodes_[node].rule] != TimeAction::none) all.push_back(words);
  for (const Edge& edge : nodes_[node].edges) {
    if (is_trigger(edge.symbol)) continue;
    const std::size_t size = words.size();
    const auto name = std::find_if(symbols_.begin(), symbols_.end(), [&](const auto& symbol) {
      return symbol.second == edge.symbol;
    });
    words += name->first + " ";
    add_untriggered(edge.node, words, all);
    words.resize(size);
  }
}

std::vector<std::string> TimeGrammar::expressions_without_trigger() const {
  std::vector<std::string> all;
  std::string words;
  add_untriggered(0, words, all);
  return all;
}

void TimeGrammar::step(Walk& walk, std::uint32_t node, std::size_t at) const {
  const Node& here = nodes_[node];
  if (here.rule != UINT32_MAX) {
    const bool longer = walk.path.size() > walk.best.size();
    if (longer || (walk.path.size() == walk.best.size() && here.rule < walk.rule)) {
      walk.best = walk.path;
      walk.rule = here.rule;
    }
  }
  if (at == walk.pieces.size()) return;
  for (const TimeReading& reading : walk.pieces[at].readings) {
    for (const Edge& edge : here.edges) {
      if (edge.symbol != reading.symbol) continue;
      walk.path.emplace_back(&reading, edge.context);
      step(walk, edge.node, at + 1);
      walk.path.pop_back();
    }
  }
}

std::optional<TimeMatch> TimeGrammar::match(std::span<const TimePiece> pieces,
                                            std::size_t from) const {
  Walk walk;
  walk.pieces = pieces;
  step(walk, 0, from);
  if (walk.best.empty()) return std::nullopt;
  TimeMatch match;
  match.action = actions_[walk.rule];
  match.begin = pieces.size();
  for (std::size_t i = 0; i < walk.best.size(); ++i) {
    const auto& [reading, context] = walk.best[i];
    if (context) continue;
    match.begin = std::min(match.begin, from + i);
    match.end = from + i + 1;
    match.readings.push_back(*reading);
  }
  if (match.action == TimeAction::holiday) add_holiday(match);
  return match;
}

}  // namespace twosource
