#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "twosource/model/analysis.hpp"
#include "twosource/time/style.hpp"
#include "twosource/time/symbols.hpp"

namespace twosource {

/// One thing that a word can be.
struct TimeReading {
  Symbol symbol = Symbol::count;
  std::int64_t value = 0;
  bool capital = false;  ///< only where the word is written with a capital
};

/// A word, a number or a mark, with everything that it can be.
struct TimePiece {
  Span span;
  std::vector<TimeReading> readings;
};

/// What a rule makes of the words: see tables/time_rules.tsv.
enum class TimeAction : std::uint8_t {
  none,
  date,
  day_first,
  day_range,
  year_range,
  decade,
  century,
  shift,
  ago,
  earlier,
  later,
  from_now,
  narrative,
  edge,
  quarter,
  period,
  half,
  around,
  nth,
  season,
  holiday,
  clock,
  duration,
  set,
  past,
  present,
  future,
  // Of messages: see resolve_message.
  current_unit,
  week_number,
  nth_unit,
  last_unit,
  first_units,
  last_units,
  week_of,
  day_of_month,
  days_of_month,
  weekday_and_day,
  weekday_of_week,
  stage,
  count
};

/// The words that a rule fits.
struct TimeMatch {
  TimeAction action = TimeAction::none;
  std::size_t begin = 0;  ///< first piece of the expression
  std::size_t end = 0;    ///< behind its last piece
  /// Of its pieces, in order, as the rule reads them; behind them the holiday that they name.
  std::vector<TimeReading> readings;
};

/// The rules of tables/time_rules.tsv (and of message_rules.tsv, for messages) as one automaton
/// over symbols: a tree whose edges are symbols and whose nodes hold the rule that ends there. Made
/// once.
class TimeGrammar {
 public:
  static const TimeGrammar& english(TimeStyle style = TimeStyle::news);

  /// What the folded word with this hash can be; empty for nearly all words.
  [[nodiscard]] std::span<const TimeReading> readings(std::uint64_t word_hash) const;
  /// True where such a word lets a time be looked for.
  [[nodiscard]] bool is_trigger(Symbol symbol) const;
  [[nodiscard]] TimeStyle style() const { return style_; }
  /// Expressions of the rules in which no word lets a time be looked for, so that they would be
  /// found by chance only; must be none. For tests.
  [[nodiscard]] std::vector<std::string> expressions_without_trigger() const;
  /// The longest expression that begins at `pieces[from]`; of equally long ones the rule that
  /// stands first. Bounded by the longest rule.
  [[nodiscard]] std::optional<TimeMatch> match(std::span<const TimePiece> pieces,
                                               std::size_t from) const;

 private:
  struct Edge {
    Symbol symbol;
    bool context;  ///< the word is looked at but does not belong to the expression
    std::uint32_t node;
  };
  struct Node {
    std::vector<Edge> edges;
    std::uint32_t rule = UINT32_MAX;
  };
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  struct Walk;

  explicit TimeGrammar(TimeStyle style);
  void read_holidays();
  void read_words(std::string_view table);
  void read_rules(std::string_view before, std::string_view table);
  void add_rule(const std::vector<std::pair<Symbol, bool>>& sequence, std::uint32_t rule);
  void spread_triggers();
  void fill_slots();
  void add_untriggered(std::uint32_t node, std::string& words, std::vector<std::string>& all) const;
  void step(Walk& walk, std::uint32_t node, std::size_t at) const;
  Symbol symbol_of(std::string_view name);
  Symbol word_of_holiday(std::string_view word);
  void add_holiday(TimeMatch& match) const;

  friend class PatternReader;
  TimeStyle style_;
  std::map<std::string, Symbol, std::less<>> symbols_;
  std::map<std::uint64_t, std::vector<TimeReading>> words_;  // while the tables are read
  std::vector<bool> triggers_;
  std::vector<TimeReading> readings_;
  std::vector<Slot> slots_;
  std::vector<TimeAction> actions_;                       // by rule
  std::map<std::vector<Symbol>, std::int64_t> holidays_;  // words of the name, index of holidays()
  std::vector<Node> nodes_;
};

}  // namespace twosource
