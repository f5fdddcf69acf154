#include "twosource/report/lineage_svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "twosource/base/unicode.hpp"
#include "twosource/report/html_text.hpp"
#include "twosource/report/lineage_layout.hpp"
#include "twosource/report/printable.hpp"

namespace twosource {
namespace {

constexpr std::size_t name_columns = 24;  // what fits beside the lanes

template <class... Args>
void put(std::string& out, fmt::format_string<Args...> pattern, Args&&... args) {
  fmt::format_to(std::back_inserter(out), pattern, std::forward<Args>(args)...);
}

std::string shape_of(OriginKind kind, double x, double y) {
  constexpr double r = node_radius;
  switch (kind) {
    case OriginKind::agency:
      return fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}"/>)", x - r + 1, y - r + 1,
                         2 * r - 2, 2 * r - 2);
    case OriginKind::release:
      return fmt::format(R"(<path d="M{} {}l{} {}l-{} {}l-{} -{}z"/>)", x, y - r - 2, r + 2, r + 2,
                         r + 2, r + 2, r + 2, r + 2);
    case OriginKind::common_text:
      return fmt::format(R"(<path d="M{} {}h{}l{} {}l-{} {}h-{}l-{} -{}z"/>)", x - 6, y - r, 12, 7,
                         r, 7, r, 12, 7, r);
    case OriginKind::own:
    case OriginKind::unclear:
      break;
  }
  return fmt::format(R"(<circle cx="{}" cy="{}" r="{}"/>)", x, y, r);
}

std::string node_classes(const LineageDrawing::Node& node) {
  std::string classes = fmt::format("node {}", name_of(node.kind));
  if (node.ghost) classes += " ghost";
  if (!node.taken && !node.ghost && node.kind != OriginKind::unclear) classes += " first";
  return classes;
}

// "?12" is wider than its mark in the letters' usual size.
const char* tight(const std::string& label) {
  return label.size() > 2 ? " tight" : "";
}

// Moves along two straight lines, with a round corner between them.
std::string corner(double x, double y, double to_x, double to_y) {
  return fmt::format("Q{:.1f} {:.1f} {:.1f} {:.1f}", x, y, to_x, to_y);
}

// From the side of one node to the side of the next: out to the trunk, along it to the lane of the
// target, along the lane to it. What one article gave to many leaves it as one trunk with branches.
std::string path_of(const LineageDrawing::Node& from, const LineageDrawing::Node& to) {
  constexpr double start = node_radius + 1.0;
  constexpr double end = node_radius + 4.0;
  const double side = to.x > from.x + 2.0 ? 1.0 : -1.0;
  const double x1 = from.x + start;
  const double x2 = to.x - side * end;
  if (to.y == from.y) {  // over the nodes between, if there are any
    const double lift = std::abs(to.x - from.x) > 60.0 ? 26.0 : 0.0;
    return fmt::format("M{:.1f} {:.1f}C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}",
                       from.x + side * start, from.y, from.x + side * (start + 14.0), from.y - lift,
                       x2 - side * 14.0, to.y - lift, x2, to.y);
  }
  // Beside the target there is no room for an arrow: the trunk gives way.
  const double shift = from.trunk - from.x - node_radius;
  const double x = side < 0.0 ? std::max(from.trunk, to.x + end + 6.0 + shift) : from.trunk;
  const double down = to.y > from.y ? 1.0 : -1.0;
  const double round = 5.0;
  return fmt::format("M{:.1f} {:.1f}H{:.1f}{}V{:.1f}{}H{:.1f}", x1, from.y, x - round,
                     corner(x, from.y, x, from.y + down * round), to.y - down * round,
                     corner(x, to.y, x + side * round, to.y), x2);
}

void draw_frame(std::string& out, const LineageDrawing& drawing) {
  for (const LineageDrawing::Lane& lane : drawing.lanes) {
    const std::string name = lane.outlet.empty() ? "(outlet unknown)" : printable(lane.outlet);
    put(out, R"(<line class="lane" x1="{}" y1="{}" x2="{}" y2="{}"/>)", drawing.lanes_left, lane.y,
        drawing.width, lane.y);
    put(out, R"(<text class="outlet" x="{}" y="{}">{}<title>{}</title></text>)",
        drawing.lanes_left - 12, lane.y + 4, escape_html(truncate_to_width(name, name_columns)),
        escape_html(name));
  }
  for (const LineageDrawing::Tick& tick : drawing.ticks) {
    if (!tick.day.empty()) {
      put(out, R"(<text class="tick day" x="{:.1f}" y="16">{}</text>)", tick.x - 12, tick.day);
    }
    if (!tick.time.empty()) {
      put(out, R"(<text class="tick" x="{:.1f}" y="34">{}</text>)", tick.x - 12, tick.time);
    }
  }
  if (drawing.ghosts_x) {
    put(out,
        R"(<text class="tick" x="{0}" y="16">not in the</text><text class="tick" x="{0}" y="34">)"
        R"(collection</text>)",
        *drawing.ghosts_x - 24);
  }
  if (drawing.undated_x) {
    put(out, R"(<line class="border" x1="{0:.1f}" y1="4" x2="{0:.1f}" y2="{1}"/>)",
        *drawing.undated_x, drawing.height - 4);
    put(out, R"(<text class="tick" x="{:.1f}" y="34">undated</text>)", *drawing.undated_x + 10);
  }
}

void draw_edges(std::string& out, const LineageDrawing& drawing, const ReportView& view) {
  for (const LineageDrawing::Edge& edge : drawing.edges) {
    const Lineage& lineage = view.report().origins.lineage[edge.lineage];
    put(out,
        R"svg(<path class="edge {}" stroke-width="{:.1f}" marker-end="url(#arrow)" d="{}"><title>{}</title></path>)svg",
        name_of(lineage.kind), 1.2 + 3.3 * std::clamp(lineage.share, 0.0, 1.0),
        path_of(drawing.nodes[edge.from], drawing.nodes[edge.to]),
        html_line(describe(view, lineage)));
  }
}

void draw_nodes(std::string& out, const LineageDrawing& drawing, const ReportView& view) {
  for (const LineageDrawing::Node& node : drawing.nodes) {
    if (node.ghost) {
      const Origin& origin = view.report().origins.origins[node.index];
      put(out,
          R"(<g class="{}">{}<text class="letter{}" x="{}" y="{}">{}</text><title>{}</title></g>)",
          node_classes(node), shape_of(node.kind, node.x, node.y), tight(node.label), node.x,
          node.y + 4, node.label, html_line(origin.name));
      continue;
    }
    const Article& article = view.report().articles[node.index];
    put(out,
        R"(<g class="{}" data-article="{}">{}<text class="letter{}" x="{:.1f}" y="{}">{}</text>)"
        R"(<text class="number" x="{:.1f}" y="{}">{}</text><title>{}</title></g>)",
        node_classes(node), node.index + 1, shape_of(node.kind, node.x, node.y), tight(node.label),
        node.x, node.y + 4, node.label, node.x + 12, node.y - 7, node.index + 1,
        html_line(fmt::format("[{}] {}, {}: {}", node.index + 1, outlet_of(article),
                              time_of(article), title_or_none(title_of(article)))));
  }
}

}  // namespace

std::string lineage_svg(const ReportView& view, StoryIndex story) {
  const LineageDrawing drawing = lay_out_lineage(view, story);
  std::string out;
  put(out,
      R"(<svg class="lineage" role="img" aria-labelledby="lineage-{0}-title lineage-{0}-text" width="{1:.0f}" height="{2:.0f}" viewBox="0 0 {1:.0f} {2:.0f}">)",
      story + 1, drawing.width, drawing.height);
  put(out,
      R"(<title id="lineage-{0}-title">Who took text from whom</title><desc id="lineage-{0}-text">{1} of {2} in the order of time; {3}. The table below the drawing says the same.</desc>)",
      story + 1, counted(view.report().stories[story].articles.size(), "article", "articles"),
      counted(drawing.lanes.size(), "outlet", "outlets"),
      drawing.edges.empty() ? "no text is shown to be taken over"
                            : counted(drawing.edges.size(), "line shows text that was taken over",
                                      "lines show text that was taken over"));
  draw_frame(out, drawing);
  draw_edges(out, drawing, view);
  draw_nodes(out, drawing, view);
  out += "</svg>\n";
  return out;
}

std::string legend_shape(OriginKind kind, bool ghost) {
  return fmt::format(
      R"(<svg class="lineage key" aria-hidden="true" width="28" height="28" viewBox="0 0 28 28"><g class="node {}{}">{}</g></svg>)",
      name_of(kind), ghost ? " ghost" : "", shape_of(kind, 14, 14));
}

std::string legend_line(LineageKind kind) {
  return fmt::format(
      R"(<svg class="lineage key" aria-hidden="true" width="44" height="28" viewBox="0 0 44 28"><path class="edge {}" stroke-width="2.5" d="M2 14H42"/></svg>)",
      name_of(kind));
}

std::string describe(const ReportView& view, const Lineage& lineage) {
  const std::string from = lineage.from_origin
                               ? fmt::format("{} ({})", view.label(lineage.from),
                                             view.report().origins.origins[lineage.from].name)
                               : number_of(lineage.from);
  const std::string to = number_of(lineage.to);
  const std::string share = percent(lineage.share);
  switch (lineage.kind) {
    case LineageKind::copy:
      return fmt::format("{} of {} comes from {}, word for word", share, to, from);
    case LineageKind::edit:
      return fmt::format("{} of {} comes from {}, edited", share, to, from);
    case LineageKind::reword:
      return fmt::format("{} of {} comes from {}, in other words", share, to, from);
    case LineageKind::credit:
      return fmt::format("{} of {} is credited to {}", share, to, from);
    case LineageKind::version:
      return fmt::format("{} of {} comes from {}, an earlier version of it", share, to, from);
  }
  return {};
}

}  // namespace twosource
