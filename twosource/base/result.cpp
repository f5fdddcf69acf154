#include "twosource/base/result.hpp"

namespace twosource {

const char* name_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::missing:
      return "missing";
    case ErrorKind::unreadable:
      return "unreadable";
    case ErrorKind::empty:
      return "empty";
    case ErrorKind::binary:
      return "binary";
    case ErrorKind::encoding:
      return "encoding";
    case ErrorKind::too_large:
      return "too_large";
    case ErrorKind::format:
      return "format";
    case ErrorKind::field:
      return "field";
    case ErrorKind::duplicate:
      return "duplicate";
    case ErrorKind::damaged:
      return "damaged";
    case ErrorKind::usage:
      return "usage";
    case ErrorKind::unwritable:
      return "unwritable";
  }
  return "unreadable";
}

}  // namespace twosource
