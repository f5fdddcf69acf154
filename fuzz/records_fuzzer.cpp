// read/records: JSON Lines and JSON documents, with a field map; the collection made of them.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/article_laws.hpp"
#include "twosource/read/collection.hpp"
#include "twosource/read/records.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  twosource::ReadOptions options;
  check_articles(twosource::read_json("input", bytes, options));
  options.fields.names = {{"text", "a.b"}, {"title", "text"}};
  options.max_article_bytes = 200;
  check_articles(twosource::settle({twosource::read_json("input", bytes, options)}));
  return 0;
}
