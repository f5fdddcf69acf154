#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "twosource/report/view.hpp"

namespace twosource {

/// Where everything in the drawing of one story's lineage stands, in pixels from the upper left
/// corner. Time runs to the right, every outlet has a lane.
struct LineageDrawing {
  struct Lane {
    double y = 0.0;  ///< of its first row of nodes
    std::string outlet;
  };
  struct Tick {
    double x = 0.0;
    std::string day;   ///< empty where it is that of the tick before or has no room
    std::string time;  ///< empty for days without a time and where there is no room
  };
  struct Node {
    double x = 0.0;
    double y = 0.0;
    double trunk = 0.0;  ///< where its edges run up and down: no other node of its column has it
    bool ghost = false;  ///< an origin outside the collection; `index` is an OriginIndex
    std::uint32_t index = 0;                ///< ArticleIndex
    OriginKind kind = OriginKind::unclear;  ///< of the origin that most of the article comes from
    std::string label;                      ///< the letter of that origin; may be empty
    bool taken = false;                     ///< some edge ends here
  };
  struct Edge {
    std::size_t from = 0;  ///< into `nodes`
    std::size_t to = 0;
    std::uint32_t lineage = 0;  ///< into Origins::lineage
  };

  double width = 0.0;
  double height = 0.0;
  double lanes_left = 0.0;  ///< where the lanes begin, right of their names
  std::vector<Lane> lanes;
  std::vector<Tick> ticks;
  std::optional<double> ghosts_x;   ///< the column of origins outside the collection
  std::optional<double> undated_x;  ///< left border of the column of undated articles
  std::vector<Node> nodes;          ///< articles in their order, then ghosts
  std::vector<Edge> edges;
};

/// Lays out a story. Gaps in time are shortened (the longer, the more), so that hours and days fit
/// into one drawing; the order is always that of time. Linear but for sorting.
LineageDrawing lay_out_lineage(const ReportView& view, StoryIndex story);

/// The radius of a node, which the drawing needs too.
constexpr double node_radius = 11.0;

}  // namespace twosource
