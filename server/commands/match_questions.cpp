// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>
#include <sstream>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "matcher/explain/insight_words.hpp"
#include "server/commands/insight.hpp"
#include "server/commands/matching.hpp"

namespace passend::commands {
namespace {

enum class Whom : std::uint8_t { caseload, everyone };

struct QuestionsArguments {
  std::filesystem::path caseload;
  Whom whom = Whom::caseload;
  std::string format = "csv";
  insight::WorklistLimits limits;
  explain::Style style = explain::Style::dutch;
};

/// One id a line; blank lines and lines that begin with # do not count.
std::vector<CandidateId> read_caseload(const std::filesystem::path& file) {
  std::vector<CandidateId> ids;
  std::vector<Violation> violations;
  std::istringstream lines(read_file(file));
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    if (const auto id = CandidateId::parse(line)) {
      ids.push_back(*id);
    } else {
      violations.push_back({"line " + std::to_string(number), line.substr(0, 80), "is an id of 32 hexadecimal digits"});
    }
  }
  if (!violations.empty()) {
    throw Error(ErrorCode::invalid_input,
                file.string() + ": " + std::to_string(violations.size()) +
                    " line(s) are no id of a candidate: " + to_text(violations.front()),
                violations);
  }
  return ids;
}

/// Quoted always, a quote doubled (RFC 4180).
std::string csv_text(std::string_view text) {
  std::string cell = "\"";
  for (const char c : text) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + '"';
}

std::string csv_line(const insight::QuestionValue& question, explain::Style style) {
  std::string examples;
  for (const auto& id : question.examples) examples += (examples.empty() ? "" : " ") + to_text(id);
  return to_text(question.candidate) + "," + std::string(to_text(question.criterion)) + "," +
         std::to_string(question.vacancies) + "," + examples + "," +
         csv_text(explain::question_to_person(question.criterion, style));
}

void run(const QuestionsArguments& arguments, Context& context) {
  if ((arguments.whom == Whom::everyone) != arguments.caseload.empty()) {
    throw Error(ErrorCode::usage, "name the people: --caseload FILE with one id a line, or --all");
  }
  const auto named = arguments.whom == Whom::everyone ? std::vector<CandidateId>() : read_caseload(arguments.caseload);
  context.matching_switch().require_allowed();
  const Matching matching(context);
  const auto people = arguments.whom == Whom::everyone ? insight::everyone(*matching.pool) : named;
  const insight::Workers workers{matching.executor, context.progress().sink()};
  const auto worklist = insight::value_of_information(matching.engine, people, arguments.limits, workers);
  context.progress().finish();
  const bool csv = arguments.format == "csv" && context.form == OutputForm::text;
  if (csv) context.out() << "candidate,criterion,vacancies,examples,question\n";
  for (const auto& question : worklist.questions) {
    context.out() << (csv ? csv_line(question, arguments.style) : to_json(question, arguments.style)) << '\n';
  }
  context.progress().remark(grouped(worklist.all_questions) + " questions to " + grouped(people.size()) +
                            " people would each open a vacancy; " + grouped(worklist.questions.size()) + " are listed" +
                            (worklist.absent.empty() ? ""
                                                     : "; " + grouped(worklist.absent.size()) +
                                                           " people of the "
                                                           "caseload are not there"));
}

}  // namespace

void add_match_questions(CLI::App& match, Context& context) {
  auto* command = match.add_subcommand("questions", "Which questions to a caseload would open most vacancies");
  auto arguments = std::make_shared<QuestionsArguments>();
  command->add_option("--caseload", arguments->caseload, "File with the id of one candidate a line");
  command->add_flag_callback(
      "--all", [arguments] { arguments->whom = Whom::everyone; }, "Everyone in the pool");
  command->add_option("--top", arguments->limits.questions, "How many questions at most")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  command->add_option("--examples", arguments->limits.examples, "Vacancies named with each")
      ->check(CLI::Range(0, 100))
      ->capture_default_str();
  command->add_option("--format", arguments->format, "csv, or ndjson: one JSON object a line (as --json)")
      ->check(CLI::IsMember({"csv", "ndjson"}))
      ->capture_default_str();
  add_language_option(*command, arguments->style);
  command->footer("Example: passend match questions --caseload mine.txt --top 20 --language nl-simple");
  command->callback([arguments, &context] { run(*arguments, context); });
}

}  // namespace passend::commands
