// read/html: any page becomes an article or one sentence; making it lean leaves text as it is.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/article_laws.hpp"
#include "twosource/read/html.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const std::string page = twosource::repair_utf8(bytes).text;
  twosource::Result<twosource::Article> article = twosource::read_html(page);
  if (article) check_articles({{*article}, {}});
  if (!twosource::is_utf8(twosource::text_of_fragment(page))) std::abort();
  return 0;
}
