// Prints the sum of every story among the inputs.
#include <cstdio>
#include <twosource/twosource.hpp>

int main(int argc, char** argv) {
  twosource::Settings settings;
  settings.inputs.assign(argv + 1, argv + argc);
  const twosource::Result<twosource::Report> report = twosource::analyze(settings);
  if (!report) {
    std::fprintf(stderr, "%s\n", report.error().message.c_str());
    return 2;
  }
  for (const twosource::Sum& sum : report->origins.sums) {
    std::printf("%u articles, %u outlets: %u independent origins shown, at most %u\n", sum.articles,
                sum.outlets, sum.shown, sum.possible);
  }
  return report->articles.empty() ? 4 : 0;
}
