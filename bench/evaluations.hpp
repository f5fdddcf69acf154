#pragma once

#include <iosfwd>

#include "bench/bench.hpp"

namespace twosource::bench {

// Each is written in the file of its own name, with its data set, its measure and its source on
// top of that file.
Result<Done> measure_answers(const Request& request, std::ostream& out);
Result<Done> measure_attribution(const Request& request, std::ostream& out);
Result<Done> find_duplicates(const Request& request, std::ostream& out);
Result<Done> extract(const Request& request, std::ostream& out);
Result<Done> count_frequencies(const Request& request, std::ostream& out);
Result<Done> generate(const Request& request, std::ostream& out);
Result<Done> compare_with_reality(const Request& request, std::ostream& out);
Result<Done> push_limits(const Request& request, std::ostream& out);
Result<Done> measure_lineage(const Request& request, std::ostream& out);
Result<Done> score_pan_passages(const Request& request, std::ostream& out);
Result<Done> measure_name_pairs(const Request& request, std::ostream& out);
Result<Done> measure_names(const Request& request, std::ostream& out);
Result<Done> measure_paraphrase(const Request& request, std::ostream& out);
Result<Done> time_passages(const Request& request, std::ostream& out);
Result<Done> score_revision(const Request& request, std::ostream& out);
Result<Done> time_stream(const Request& request, std::ostream& out);
Result<Done> measure_parts_of_speech(const Request& request, std::ostream& out);
Result<Done> measure_sentences(const Request& request, std::ostream& out);
Result<Done> measure_speakers(const Request& request, std::ostream& out);
Result<Done> time_stages_of_run(const Request& request, std::ostream& out);
Result<Done> measure_statements(const Request& request, std::ostream& out);
Result<Done> score_story_sets(const Request& request, std::ostream& out);
Result<Done> measure_swaps(const Request& request, std::ostream& out);
Result<Done> measure_time_expressions(const Request& request, std::ostream& out);
Result<Done> measure_time_values(const Request& request, std::ostream& out);
Result<Done> train_antecedents(const Request& request, std::ostream& out);
Result<Done> train_attribution(const Request& request, std::ostream& out);
Result<Done> train_claims(const Request& request, std::ostream& out);
Result<Done> train_clauses(const Request& request, std::ostream& out);
Result<Done> train_clusters(const Request& request, std::ostream& out);
Result<Done> train_names(const Request& request, std::ostream& out);
Result<Done> train_parts_of_speech(const Request& request, std::ostream& out);
Result<Done> measure_weaken(const Request& request, std::ostream& out);

}  // namespace twosource::bench
