// The drawing of who took text from whom.
//
//     outlet        2031-05-04
//                   08:10      09:05  09:40          undated
//     Agency        (A)1 ─┬─────────────────────────── ┊
//     Courier             ├───▶ (A)2                   ┊
//     Today               └╌╌╌╌╌╌╌╌╌╌╌╌╌▶ (A)3         ┊
//     (unknown)                                        ┊  (?)7
//
// A true scale of time would put a morning's copies on one spot and a week's follow-ups off the
// page. So a gap of m minutes becomes base + log2(1 + m) steps, and all gaps shrink together when
// the whole gets wider than a page. Every distinct time is a column; two nodes of one lane never
// touch: the later one gives way to the right.
#include "twosource/report/lineage_layout.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "twosource/report/published.hpp"

namespace twosource {
namespace {

constexpr double name_column = 176.0;  // 24 columns of the drawing's letters
constexpr double header = 52.0;        // two lines of text over the lanes
constexpr double row_height = 36.0;
constexpr double digit = 7.0;                            // of the number beside a node
constexpr double short_step = 2.0 * node_radius + 14.0;  // with a number of two digits, and air
constexpr double min_gap = 40.0;  // a trunk, its corner and an arrow's point fit between
constexpr double max_gap = 120.0;
constexpr double page_width = 1096.0;    // of the page's column at its widest
constexpr double trunk_step = 11.0;      // between the trunks of one column
constexpr double column_gap = 76.0;      // between ghosts, time and undated
constexpr double day_label = 84.0;       // room that "2031-05-04" takes
constexpr double time_label = 42.0;      // room that "08:10" takes
constexpr std::size_t undated_row = 12;  // undated articles of one outlet in one row

using Columns = std::map<std::int64_t, double>;

double gap_width(std::int64_t seconds) {
  const double minutes = static_cast<double>(seconds) / 60.0;
  return std::clamp(16.0 + 14.0 * std::log2(1.0 + minutes), min_gap, max_gap);
}

class Layout {
 public:
  Layout(const ReportView& view, StoryIndex story)
      : view_(view), story_(view.report().stories[story]), index_(story) {
    for (std::size_t most = view.report().articles.size(); most >= 100; most /= 10) step_ += digit;
  }

  LineageDrawing run() {
    place_lanes();
    place_columns();
    place_articles();
    place_edges();
    spread_ghosts();
    place_trunks();
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Article& article(ArticleIndex index) const {
    return view_.report().articles[index];
  }

  [[nodiscard]] const Lineage& lineage(std::uint32_t index) const {
    return view_.report().origins.lineage[index];
  }

  [[nodiscard]] bool has_ghosts() const {
    const auto edges = view_.lineage_of_story(index_);
    return std::any_of(edges.begin(), edges.end(),
                       [this](std::uint32_t i) { return lineage(i).from_origin; });
  }

  // The column of ghosts has room for all their trunks.
  [[nodiscard]] double ghost_gap() const {
    std::set<OriginIndex> ghosts;
    for (const std::uint32_t i : view_.lineage_of_story(index_)) {
      if (lineage(i).from_origin) ghosts.insert(lineage(i).from);
    }
    return column_gap + trunk_step * static_cast<double>(ghosts.size());
  }

  [[nodiscard]] bool has_undated() const {
    return std::any_of(story_.articles.begin(), story_.articles.end(),
                       [this](ArticleIndex member) { return !article(member).published; });
  }

  // Lanes in the order of their outlets' first articles; unknown outlets share the last one.
  void place_lanes() {
    std::vector<std::string> names;
    std::map<std::string, std::size_t> undated;
    bool unknown = false;
    for (const ArticleIndex member : story_.articles) {
      const std::string& outlet = article(member).outlet;
      if (!article(member).published) ++undated[outlet];
      unknown = unknown || outlet.empty();
      if (outlet.empty() || lane_of_.contains(outlet)) continue;
      lane_of_.emplace(outlet, names.size());
      names.push_back(outlet);
    }
    if (unknown) {
      lane_of_.emplace("", names.size());
      names.emplace_back();
    }
    double y = header + row_height / 2.0;
    for (const std::string& name : names) {
      out_.lanes.push_back({y, name});
      const std::size_t rows =
          std::max<std::size_t>(1, (undated[name] + undated_row - 1) / undated_row);
      y += row_height * static_cast<double>(rows);
    }
    out_.lanes_left = name_column;
    out_.height = y;
  }

  void place_columns() {
    double x = name_column + step_;
    if (has_ghosts()) {
      out_.ghosts_x = x;
      x += ghost_gap();
    }
    std::vector<std::int64_t> times;
    for (const ArticleIndex member : story_.articles) {
      if (article(member).published) times.push_back(article(member).published->unix_seconds);
    }
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    double total = 0.0;
    for (std::size_t i = 1; i < times.size(); ++i) total += gap_width(times[i] - times[i - 1]);
    const double room = page_width - x - day_label - (has_undated() ? column_gap : 0.0);
    const double shrink = std::min(1.0, room / std::max(total, 1.0));
    for (std::size_t i = 0; i < times.size(); ++i) {
      if (i > 0) x += std::max(step_ + 4.0, gap_width(times[i] - times[i - 1]) * shrink);
      columns_.emplace(times[i], x);
    }
    right_ = x;
    label_columns();
  }

  void label_columns() {
    double day_end = 0.0;
    double time_end = 0.0;
    std::string last_day;
    std::map<std::int64_t, Published> published;
    for (const ArticleIndex member : story_.articles) {
      if (const auto& known = article(member).published)
        published.emplace(known->unix_seconds, *known);
    }
    for (const auto& [seconds, x] : columns_) {
      const std::string text = readable_time(published.at(seconds));
      LineageDrawing::Tick tick{x, text.substr(0, 10), text.size() > 11 ? text.substr(11) : ""};
      if (tick.day == last_day || x < day_end) {
        tick.day.clear();
      } else {
        last_day = tick.day;
        day_end = x + day_label;
      }
      if (x < time_end) tick.time.clear();
      if (!tick.time.empty()) time_end = x + time_label;
      out_.ticks.push_back(std::move(tick));
    }
  }

  void place_articles() {
    std::vector<double> lane_end(out_.lanes.size(), 0.0);
    for (const ArticleIndex member : story_.articles) {
      LineageDrawing::Node node = node_of(member);
      if (const auto& published = article(member).published) {
        double& end = lane_end[lane(member)];
        node.x = std::max(columns_.at(published->unix_seconds), end);
        end = node.x + step_;
        right_ = std::max(right_, node.x);
      }
      node_of_article_.emplace(member, out_.nodes.size());
      out_.nodes.push_back(std::move(node));
    }
    place_undated();
    for (const LineageDrawing::Tick& tick : out_.ticks) {
      if (!tick.day.empty()) right_ = std::max(right_, tick.x + day_label - step_);
    }
    out_.width = right_ + step_;
  }

  void place_undated() {
    std::vector<std::size_t> seen(out_.lanes.size(), 0);
    const double left = undated_left();
    for (LineageDrawing::Node& node : out_.nodes) {
      if (article(node.index).published) continue;
      out_.undated_x = left - step_;
      const std::size_t place = seen[lane(node.index)]++;
      const std::size_t row = place / undated_row;
      node.x = left + step_ * static_cast<double>(place % undated_row);
      node.y += row_height * static_cast<double>(row);
      right_ = std::max(right_, node.x);
    }
    // The column's heading wants room too.
    if (out_.undated_x) right_ = std::max(right_, left + step_);
  }

  // Behind the last node and the last day's label.
  [[nodiscard]] double undated_left() const {
    if (columns_.empty()) return out_.ghosts_x ? *out_.ghosts_x + ghost_gap() : name_column + step_;
    double left = right_ + column_gap;
    for (const LineageDrawing::Tick& tick : out_.ticks) {
      if (!tick.day.empty()) left = std::max(left, tick.x + day_label + step_);
    }
    return left;
  }

  [[nodiscard]] std::size_t lane(ArticleIndex member) const {
    return lane_of_.at(article(member).outlet);
  }

  [[nodiscard]] LineageDrawing::Node node_of(ArticleIndex member) const {
    LineageDrawing::Node node;
    node.index = member;
    node.y = out_.lanes[lane(member)].y;
    const auto origins = view_.origins_of(member);
    if (!origins.empty()) {
      node.kind = view_.report().origins.origins[origins.front().origin].kind;
      node.label = view_.label(origins.front().origin);
    }
    return node;
  }

  std::size_t ghost_node(OriginIndex origin) {
    const auto known = node_of_ghost_.find(origin);
    if (known != node_of_ghost_.end()) return known->second;
    LineageDrawing::Node node;
    node.ghost = true;
    node.index = origin;
    node.x = *out_.ghosts_x;
    node.kind = view_.report().origins.origins[origin].kind;
    node.label = view_.label(origin);
    out_.nodes.push_back(std::move(node));
    node_of_ghost_.emplace(origin, out_.nodes.size() - 1);
    return out_.nodes.size() - 1;
  }

  void place_edges() {
    for (const std::uint32_t i : view_.lineage_of_story(index_)) {
      const Lineage& edge = lineage(i);
      const auto to = node_of_article_.find(edge.to);
      const auto source = node_of_article_.find(edge.from);
      if (to == node_of_article_.end()) continue;
      if (!edge.from_origin && source == node_of_article_.end()) continue;
      const std::size_t from = edge.from_origin ? ghost_node(edge.from) : source->second;
      out_.edges.push_back({from, to->second, i});
      out_.nodes[to->second].taken = true;
    }
  }

  // A ghost stands between two lanes, near the middle of what came from it; ghosts keep their
  // distance.
  void spread_ghosts() {
    std::map<std::size_t, std::pair<double, double>> sums;  // node → sum of heights, count
    for (const LineageDrawing::Edge& edge : out_.edges) {
      if (!out_.nodes[edge.from].ghost) continue;
      sums[edge.from].first += out_.nodes[edge.to].y;
      sums[edge.from].second += 1.0;
    }
    std::vector<std::pair<double, std::size_t>> wanted;
    wanted.reserve(sums.size());
    for (const auto& [node, sum] : sums) wanted.emplace_back(sum.first / sum.second, node);
    std::sort(wanted.begin(), wanted.end());
    double least = header + row_height;
    for (const auto& [y, node] : wanted) {
      const double border = header + row_height * std::round((y - header) / row_height);
      out_.nodes[node].y = std::max(border, least);
      least = out_.nodes[node].y + row_height;
      out_.height = std::max(out_.height, out_.nodes[node].y + row_height / 2.0);
    }
  }

  // Nodes of one column that both give text get trunks of their own, as far as there is room.
  void place_trunks() {
    std::set<std::size_t> givers;
    for (const LineageDrawing::Edge& edge : out_.edges) givers.insert(edge.from);
    std::map<double, double> next;
    for (const std::size_t i : givers) {
      LineageDrawing::Node& node = out_.nodes[i];
      double& shift = next[node.x];
      node.trunk = node.x + node_radius + 6.0 + shift;
      shift += trunk_step;
      if (!node.ghost && shift > 2.0 * trunk_step) shift = 0.0;
    }
  }

  const ReportView& view_;
  const Story& story_;
  StoryIndex index_;
  LineageDrawing out_;
  std::map<std::string, std::size_t> lane_of_;
  std::map<ArticleIndex, std::size_t> node_of_article_;
  std::map<OriginIndex, std::size_t> node_of_ghost_;
  Columns columns_;
  double right_ = 0.0;
  double step_ = short_step;  // between two nodes of a lane
};

}  // namespace

LineageDrawing lay_out_lineage(const ReportView& view, StoryIndex story) {
  return Layout(view, story).run();
}

}  // namespace twosource
