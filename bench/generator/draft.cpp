#include "bench/generator/draft.hpp"

#include <algorithm>

namespace twosource::bench {

bool tells(const Piece& piece) {
  return piece.role == PieceRole::text || piece.role == PieceRole::quotation;
}

std::uint32_t words_in(std::string_view text) {
  if (text.empty()) return 0;
  return 1 + static_cast<std::uint32_t>(std::ranges::count(text, ' '));
}

const char* name_of(Change change) {
  switch (change) {
    case Change::same:
      return "verbatim";
    case Change::edited:
      return "edited";
    case Change::reworded:
      return "reworded";
  }
  return "";
}

const char* name_of(Operation operation) {
  switch (operation) {
    case Operation::reprint:
      return "reprint";
    case Operation::trim:
      return "trim";
    case Operation::lift:
      return "lift";
    case Operation::merge:
      return "merge";
    case Operation::version:
      return "version";
  }
  return "";
}

const char* name_of(PieceRole role) {
  switch (role) {
    case PieceRole::text:
      return "text";
    case PieceRole::quotation:
      return "quotation";
    case PieceRole::credit:
      return "credit";
    case PieceRole::furniture:
      return "furniture";
  }
  return "";
}

const char* name_of(FirstKind kind) {
  switch (kind) {
    case FirstKind::own:
      return "own";
    case FirstKind::agency:
      return "agency";
    case FirstKind::anonymous:
      return "unsigned";
  }
  return "";
}

const char* name_of(DateState state) {
  switch (state) {
    case DateState::right:
      return "right";
    case DateState::missing:
      return "missing";
    case DateState::late:
      return "late";
  }
  return "";
}

}  // namespace twosource::bench
