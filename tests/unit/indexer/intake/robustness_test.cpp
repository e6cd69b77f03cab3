// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "indexer/base/error.hpp"
#include "tests/unit/indexer/intake/importing.hpp"

namespace passend::intake {
namespace {

constexpr Format all_formats[] = {Format::vum_portfolios, Format::vum_vacancies, Format::csv_portfolios,
                                  Format::csv_vacancies,  Format::csv_employers, Format::jobposting,
                                  Format::passend};

/// A stream of a head, one byte over and over, and a tail, that is never in memory as a whole.
class LongLine : public std::streambuf {
 public:
  LongLine(std::string head, char filling, std::uint64_t count, std::string tail)
      : parts_{std::move(head), std::string(16 * 1024, filling), std::move(tail)}, blocks_(count / parts_[1].size()) {}

 protected:
  int_type underflow() override {
    if (next_ == blocks_ + 1 && parts_[2].empty()) ++next_;
    if (next_ > blocks_ + 1) return traits_type::eof();
    std::string& part = parts_[next_ == 0 ? 0 : next_ <= blocks_ ? 1 : 2];
    ++next_;
    setg(part.data(), part.data(), part.data() + part.size());
    return traits_type::to_int_type(*gptr());
  }

 private:
  std::string parts_[3];
  std::uint64_t blocks_;
  std::uint64_t next_ = 0;
};

long peak_kilobytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/// Runs an import in a child, whose peak memory is its own; answers by how many kilobytes the import raised it, or -1.
long growth_of(Format format, LongLine& line, std::uint64_t expected_inserted, std::uint64_t expected_rejected) {
  const pid_t child = fork();
  if (child == 0) {
    const long before = peak_kilobytes();
    MemoryStore store;
    std::istream input(&line);
    const ImportReport report = Importer(store, options_of(format)).run(input, {});
    const bool as_expected = report.inserted == expected_inserted && report.rejected == expected_rejected;
    const long megabytes = (peak_kilobytes() - before) / 1024;
    _exit(as_expected ? static_cast<int>(std::min(megabytes, 200L)) : 255);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 254;
}

constexpr std::uint64_t two_hundred_megabytes = 200'000'000;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr long allowed_megabytes = 64;  // A sanitizer keeps freed memory and shadows the rest.
#else
constexpr long allowed_megabytes = 16;
#endif

TEST(ConstantMemory, ALineOf200MegabytesInAJsonArrayCostsOneRecord) {
  LongLine line(R"([{"idVacature":"a","naamVacature":"Kok"},{"idVacature":"b","naamVacature":")", 'x',
                two_hundred_megabytes, R"("},{"idVacature":"c","naamVacature":"Bakker"}])");
  EXPECT_LT(growth_of(Format::vum_vacancies, line, 2, 1), allowed_megabytes);
}

TEST(ConstantMemory, ALineOf200MegabytesInOurOwnRecordsCostsOneRecord) {
  LongLine line("{\"kind\":\"boat\"}\n{\"kind\":\"", 'x', two_hundred_megabytes, "\"}\n{\"kind\":\"boat\"}\n");
  EXPECT_LT(growth_of(Format::passend, line, 0, 3), allowed_megabytes);
}

TEST(ConstantMemory, BracketsFor200MegabytesCostOneRecord) {
  LongLine line("[{\"idVacature\":\"a\",\"naamVacature\":\"Kok\"},", '[', two_hundred_megabytes, "");
  EXPECT_LT(growth_of(Format::vum_vacancies, line, 1, 1), allowed_megabytes);
}

TEST(ConstantMemory, ALineOf200MegabytesInACsvFileCostsOneRow) {
  LongLine line("sourceId;title\na;Kok\nb;", 'x', two_hundred_megabytes, "\nc;Bakker\n");
  EXPECT_LT(growth_of(Format::csv_vacancies, line, 2, 1), allowed_megabytes);
}

TEST(ConstantMemory, APageOf200MegabytesCostsNothing) {
  LongLine line("<html><script>", 'x', two_hundred_megabytes,
                R"(</script><script type="application/ld+json">{"@type":"JobPosting","title":"Kok"}</script>)");
  EXPECT_LT(growth_of(Format::jobposting, line, 1, 0), allowed_megabytes);
}

ImportReport import_anything(const std::string& bytes, Format format) {
  MemoryStore store;
  try {
    return import_into(store, bytes, options_of(format));
  } catch (const Error&) {
    return {};  // A file that cannot be begun.
  }
}

void hold_the_sum(const ImportReport& report) {
  RC_ASSERT(report.read == report.inserted + report.updated + report.unchanged + report.rejected);
}

RC_GTEST_PROP(AnyBytes, NeverBringAReaderDown, (const std::string& bytes)) {
  for (const Format format : all_formats) hold_the_sum(import_anything(bytes, format));
}

/// Bytes that come further than random ones: pieces of each format in any order.
rc::Gen<std::string> pieces_of_files() {
  const auto piece = rc::gen::element<std::string>(
      "[", "]", "{", "}", ",", ":", "\"", "\\", "\n", "\r\n", ";", "|", "=", " ", "\x1E", "\xEF\xBB\xBF", "\xE9",
      "\xC3", std::string(1, '\0'), "\"idVacature\"", "\"idWerkzoekende\"", "\"naamVacature\"", "\"matches\"",
      "\"werktijden\"", "\"mobiliteit\"", "\"bemiddelingspostcode\"", "\"aantalWerkurenPerWeekMinimaal\"", "\"@type\"",
      "\"JobPosting\"", "\"title\"", "\"@graph\"", "\"kind\"", "\"vacancy\"", "\"search\"", "sourceId", "title", "name",
      "postcode", "hours", "geboortedatum", "competences", "\"1211AB\"", "1211AB", "-1", "99999999999999999999",
      "1e999", "null", "true", "[]", "{}", "2026-13-45", "<script type=\"application/ld+json\">", "</script>", "<",
      ">");
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts) all += part;
    return all;
  });
}

RC_GTEST_PROP(AnyBytes, ThatLookLikeAFileNeverBringAReaderDown, ()) {
  const std::string bytes = *pieces_of_files();
  for (const Format format : all_formats) hold_the_sum(import_anything(bytes, format));
  for (const char* header :
       {"sourceId;title;hours;postcode;competences\n", "sourceId;postcode;geboortedatum;languages;experience\n"}) {
    for (const Format format : {Format::csv_vacancies, Format::csv_portfolios}) {
      hold_the_sum(import_anything(header + bytes, format));
    }
  }
}

/// One byte of a good file changed: at most the records that touch it are lost.
RC_GTEST_PROP(AnyBytes, AChangedByteOfALineCostsAtMostTwoRecords, ()) {
  std::string text;
  constexpr int count = 20;
  for (int i = 0; i < count; ++i) {
    text += R"({"idVacature":")" + std::to_string(i) +
            R"(","naamVacature":"Kok","rijbewijs":[{"codeSoortRijbewijs":"B"}]})"
            "\n";
  }
  // Not in the first line: it says that there is one record a line.
  const std::size_t first = text.find('\n') + 1;
  text[*rc::gen::inRange(first, text.size())] = static_cast<char>(*rc::gen::inRange(0, 256));
  MemoryStore store;
  const ImportReport report = import_into(store, text, options_of(Format::vum_vacancies));
  RC_ASSERT(report.inserted >= static_cast<std::uint64_t>(count - 2));
}

}  // namespace
}  // namespace passend::intake
