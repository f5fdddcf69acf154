// The command line: a table of commands, the flags they share, and what becomes of their answers.
#include <unistd.h>
#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"

namespace twosource::cli {
namespace {

const std::map<std::string, When> when_names = {
    {"auto", When::automatic}, {"always", When::always}, {"never", When::never}};

void add_fields(const std::vector<std::string>& pairs, Options& options) {
  for (const std::string& pair : pairs) {
    const std::size_t equals = pair.find('=');
    if (equals == 0 || equals == std::string::npos || equals + 1 == pair.size()) {
      throw CLI::ValidationError("--map", "wants FIELD=KEY, for example text=body; got " + pair);
    }
    options.settings.fields.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
  }
}

CLI::Option* add_when(CLI::App& command, const char* name, When& when, const char* help) {
  return command.add_option(name, when, help)
      ->transform(CLI::CheckedTransformer(when_names))
      ->option_text("WHEN");
}

void add_input_flags(CLI::App& command, Options& options) {
  Settings& settings = options.settings;
  command.add_option("IN", settings.inputs, "Files, folders, globs, or - for standard input")
      ->required()
      ->option_text("...");
  command.add_option("--at", settings.at, "Date of publication where an article carries none")
      ->option_text("DATE");
  command
      .add_option_function<std::vector<std::string>>(
          "--map",
          [&options](const std::vector<std::string>& pairs) { add_fields(pairs, options); },
          "Key of a record that holds a field, as text=body; repeatable")
      ->allow_extra_args(false)
      ->option_text("FIELD=KEY");
  command
      .add_option("--max-article-bytes", settings.max_article_bytes,
                  "Larger articles are listed and left out (default 16mb)")
      ->transform(CLI::AsSizeValue(false))
      ->check(CLI::PositiveNumber)
      ->option_text("SIZE");
  command
      .add_option("--agencies", settings.agencies_file, "Table of agencies over the built-in one")
      ->option_text("FILE");
  command.add_option("--owners", settings.owners_file, "Table of owners over the built-in one")
      ->option_text("FILE");
  command
      .add_flag("--one-story", settings.one_story,
                "All inputs are about one thing: put none aside as another story")
      ->option_text(" ");
  command.add_option("-j,--jobs", settings.jobs, "Threads (default: all)")
      ->check(CLI::Range(1, 1024))
      ->option_text("N");
}

void add_output_flags(CLI::App& command, Options& options, const char* output,
                      const char* output_help) {
  command.add_flag("--json", options.json, "One JSON document on standard output")
      ->option_text(" ");
  command.add_flag("--jsonl", options.json_lines, "One JSON record a line")
      ->excludes("--json")
      ->option_text(" ");
  command.add_option("-o,--output", options.output, output_help)->option_text(output);
  command
      .add_option("--fail-on", options.fail_on,
                  "Exit with 1 if it holds: single-origin (a story of several articles shows fewer "
                  "than two origins) or conflict (accounts contradict each other)")
      ->check(CLI::IsMember({"single-origin", "conflict"}))
      ->option_text("WHAT");
  command.add_flag("-q,--quiet", options.quiet, "No progress and no list of problems");
  command.add_flag("-v,--verbose", options.verbose, "Say more on standard error");
  add_when(command, "--progress", options.progress, "auto, always or never");
  add_when(command, "--color", options.color, "auto, always or never; NO_COLOR is honoured");
  command.add_option("--config", options.config, "Flags from a TOML file, as name = value")
      ->option_text("FILE");
}

/// A command over inputs: what it is called, what it does, what to type first.
struct InputCommand {
  const char* name;
  const char* help;
  const char* output;
  const char* output_help;
  const char* example;
  int (*call)(const Options&);
};

constexpr InputCommand input_commands[] = {
    {"run",
     "The main job: who copied whom, how many independent origins, where they agree and differ",
     "DIR", "Folder for report.json and report.html", "twosource run articles/ -o report/", run},
    {"extract", "What was read: text, title, date, outlet of each article", "FILE",
     "File to write instead of standard output", "twosource extract page.html --json", extract},
    {"copies", "Passages shared between articles", "FILE",
     "File to write instead of standard output", "twosource copies a.txt b.txt", copies},
    {"stories", "Which articles are about the same event", "FILE",
     "File to write instead of standard output", "twosource stories archive.jsonl.gz", stories},
    {"origins", "Independent origins of each story, with reasons", "FILE",
     "File to write instead of standard output", "twosource origins articles/ --json", origins},
    {"statements", "Who said what: statements with their speakers", "FILE",
     "File to write instead of standard output", "twosource statements articles/", statements},
    {"names", "Persons, organisations and places, with the variants of their names", "FILE",
     "File to write instead of standard output", "twosource names articles/", names},
    {"times", "When: the words that name a time, and which one", "FILE",
     "File to write instead of standard output", "twosource times articles/ --at 2031-03-04",
     times},
    {"compare", "Where the accounts agree, differ and stand alone", "FILE",
     "File to write instead of standard output", "twosource compare articles/", compare},
    {"brief", "Each story in short, with its timeline, in the sources' own words", "FILE",
     "File to write instead of standard output", "twosource brief articles/", brief},
};

bool has_flag(const CLI::App& app, const std::string& name) {
  const auto with_flag = app.get_subcommands(
      [&](const CLI::App* each) { return each->get_option_no_throw("--" + name) != nullptr; });
  return !with_flag.empty();
}

// Gives the command the flags of a TOML file that the user did not give on the command line: those
// at the top of the file, and those of the section with the command's name.
void apply_config(const CLI::App& app, const std::string& path) {
  CLI::App& command = *app.get_subcommands().front();
  for (const CLI::ConfigItem& item : CLI::ConfigTOML().from_file(path)) {
    if (item.name == "++" || item.name == "--") continue;  // a section begins, or ends
    const bool for_all = item.parents.empty();
    if (!for_all && item.parents.front() != command.get_name()) continue;
    CLI::Option* option = command.get_option_no_throw("--" + item.name);
    if (option == nullptr && for_all && has_flag(app, item.name)) continue;  // another command's
    if (option == nullptr) throw CLI::ConfigError(path + ": no flag is called " + item.name);
    if (option->count() > 0) continue;
    for (const std::string& value : item.inputs) option->add_result(value);
    option->run_callback();
  }
}

void on_interrupt(int /*signal*/) {
  _exit(exit_interrupted);
}

int usage_error(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
  complain(std::string(error.what()) + " (twosource --help lists commands and flags)");
  return exit_usage;
}

/// Everything that the parser fills in, and the command that was chosen.
struct Request {
  Options options;
  std::vector<std::string> pair;
  std::string name;
  bench::Request bench;
  std::function<int()> action;
};

void add_commands(CLI::App& app, Request& request) {
  for (const InputCommand& entry : input_commands) {
    CLI::App* command = app.add_subcommand(entry.name, entry.help);
    command->footer(std::string("Example:\n  ") + entry.example);
    add_input_flags(*command, request.options);
    add_output_flags(*command, request.options, entry.output, entry.output_help);
    command->callback(
        [&request, &entry] { request.action = [&] { return entry.call(request.options); }; });
  }

  CLI::App* why_command = app.add_subcommand("why", "Why two articles were joined or kept apart");
  why_command->footer(
      "Example:\n  twosource why articles/ --pair 1 4\n"
      "A and B are ids, paths, or the numbers that run prints.");
  add_input_flags(*why_command, request.options);
  add_output_flags(*why_command, request.options, "FILE",
                   "File to write instead of standard output");
  why_command->add_option("--pair", request.pair, "The two articles")->expected(2)->required();
  why_command->callback(
      [&request] { request.action = [&] { return why(request.options, request.pair); }; });

  CLI::App* bench_command =
      app.add_subcommand("bench", "Scores or times one part on a public data set");
  bench_command->footer(
      "Example:\n  twosource bench sentences gum/dep\n"
      "Without NAME it lists the benches.");
  bench_command->add_option("NAME", request.name, "Which bench");
  bench_command->add_option("PATH", request.bench.paths, "Where the data set lies");
  bench::Request& bench_request = request.bench;
  bench_command->add_option("-j,--jobs", bench_request.jobs.count, "Threads (default: 1)")
      ->check(CLI::PositiveNumber);
  bench_command->add_option("--articles", bench_request.articles,
                            "How many articles to generate or to hold, where a bench does so");
  bench_command->add_option("--seed", bench_request.seed, "Seed of what is generated (default: 1)");
  bench_command->add_option("-o,--output", bench_request.output, "Folder for what is generated")
      ->option_text("DIR");
  bench_command->callback(
      [&request] { request.action = [&] { return bench(request.name, request.bench); }; });

  CLI::App* schema_command = app.add_subcommand("schema", "The JSON Schemas of all records");
  schema_command->footer("Example:\n  twosource schema copy\nWithout NAME it lists the schemas.");
  schema_command->add_option("NAME", request.name, "Which schema");
  schema_command->callback([&request] { request.action = [&] { return schema(request.name); }; });
}

bool has_command(const CLI::App& app, const std::string& name) {
  const auto named =
      app.get_subcommands([&](const CLI::App* each) { return each->check_name(name); });
  return !named.empty();
}

int main_of(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // NOLINT(cert-err33-c): cannot fail for these signals
  std::signal(SIGINT, on_interrupt);
  CLI::App app(
      "twosource reads articles about the same events and shows who copied whom, how many\n"
      "independent origins there really are, and where these agree and differ.\n"
      "Nothing leaves this machine.");
  app.name("twosource");
  app.footer(
      "Example:\n  twosource run articles/ -o report/\n"
      "Exit status: 0 done, 1 a --fail-on condition holds, 2 wrong usage, 3 done but some\n"
      "inputs unreadable, 4 nothing readable, 130 interrupted.");
  app.set_version_flag("-V,--version", TWOSOURCE_VERSION);
  app.require_subcommand(1);
  app.get_formatter()->column_width(30);
  Request request;
  add_commands(app, request);
  if (argc > 1 && argv[1][0] != '-' && !has_command(app, argv[1])) {
    complain(std::string("there is no command ") + argv[1] + " (twosource --help lists them)");
    return exit_usage;
  }
  try {
    app.parse(argc, argv);
    if (!request.options.config.empty()) {
      apply_config(app, request.options.config);
    }
  } catch (const CLI::ParseError& error) {
    return usage_error(app, error);
  }
  return request.action();
}

}  // namespace
}  // namespace twosource::cli

int main(int argc, char** argv) {
  return twosource::cli::main_of(argc, argv);
}
