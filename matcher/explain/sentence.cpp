// SPDX-License-Identifier: EUPL-1.2
#include "matcher/explain/sentence.hpp"

#include <algorithm>
#include <cctype>

#include "matcher/explain/message.hpp"
#include "matcher/explain/phrases.hpp"

namespace passend::explain {
namespace {

using engine::CriterionResult;
using engine::Evidence;
using engine::Side;
using engine::Verdict;
using Kind = Evidence::Kind;

constexpr int months_a_year = 12;

/// One piece of evidence on its way to words.
class Speaker {
 public:
  Speaker(const CriterionResult& result, const Evidence& evidence, Style style)
      : result_(result), evidence_(evidence), style_(style) {}

  std::string say(Phrase phrase, Arguments arguments) const {
    arguments.push_back({"criterion", std::string(passend::to_text(result_.criterion))});
    arguments.push_back({"side", std::string(result_.side == Side::demand ? "demand" : "supply")});
    return format(wording(phrase).in(style_), arguments, style_);
  }
  /// What a text of the evidence stands for: a label, or the words for a code.
  std::string word(std::size_t index) const {
    if (index >= evidence_.texts.size()) return {};
    const auto& text = evidence_.texts[index];
    const bool is_language = result_.criterion == Criterion::languages && !has_code_word(result_.criterion, text);
    return is_language && !text.empty() ? language_name(text, style_) : code_word(result_.criterion, text, style_);
  }
  const std::string& text(std::size_t index) const { return evidence_.texts.at(index); }
  std::int64_t number(std::size_t index) const { return evidence_.numbers.at(index); }
  const Evidence& evidence() const { return evidence_; }
  Style style() const { return style_; }
  std::string name() const {
    std::string name(criterion_wording(result_.criterion).in(style_));
    // In the middle of a sentence.
    name.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(name.front())));
    return name;
  }

 private:
  const CriterionResult& result_;
  const Evidence& evidence_;
  Style style_;
};

std::string related(const Speaker& speaker) {
  return speaker.say(Phrase::related_concept, {{"demanded", speaker.word(0)},
                                               {"own", speaker.word(1)},
                                               {"reason", speaker.text(2)},
                                               {"percent", static_cast<double>(whole_percent(speaker.number(0)))}});
}

/// Of what the level is: nothing more, a competence, or "Nederlands spreken".
std::string subject_of_level(const Speaker& speaker) {
  std::string subject = speaker.word(2);
  const auto skill = speaker.word(3);
  if (!skill.empty()) subject += " " + skill;
  return subject;
}

std::string level(const Speaker& speaker) {
  const auto own = speaker.word(0);
  const auto demanded = speaker.word(1);
  const auto subject = subject_of_level(speaker);
  if (own.empty() || demanded.empty()) {
    return speaker.say(Phrase::level_not_stated, {{"demanded", demanded.empty() ? "none" : demanded},
                                                  {"subject", subject.empty() ? "none" : subject}});
  }
  if (subject.empty()) return speaker.say(Phrase::level, {{"own", own}, {"demanded", demanded}});
  return speaker.say(Phrase::level_of, {{"own", own}, {"demanded", demanded}, {"subject", subject}});
}

std::vector<std::string> distance(const Speaker& speaker) {
  std::vector<std::string> sentences;
  const double km = static_cast<double>(speaker.number(0)) / 1'000.0;
  const auto limit_m = speaker.number(1);
  if (limit_m >= 0) {
    sentences.push_back(speaker.say(Phrase::distance_limit, {{"km", km}, {"limit_km", limit_m / 1'000}}));
  } else {
    sentences.push_back(speaker.say(Phrase::distance, {{"km", km}}));
  }
  const auto minutes = speaker.number(2);
  const auto limit_minutes = speaker.number(3);
  if (minutes < 0) return sentences;
  if (limit_minutes >= 0) {
    sentences.push_back(
        speaker.say(Phrase::travel_time_limit,
                    {{"minutes", minutes}, {"limit_minutes", limit_minutes}, {"means", speaker.word(0)}}));
  } else {
    sentences.push_back(speaker.say(Phrase::travel_time, {{"minutes", minutes}, {"means", speaker.word(0)}}));
  }
  return sentences;
}

std::string range_of_hours(const Speaker& speaker, std::int64_t low, std::int64_t high) {
  if (low < 0) return speaker.say(Phrase::hours_most, {{"high", high}});
  if (high < 0) return speaker.say(Phrase::hours_least, {{"low", low}});
  if (low == high) return speaker.say(Phrase::hours_exact, {{"low", low}});
  return speaker.say(Phrase::hours_range, {{"low", low}, {"high", high}});
}

std::string duration(const Speaker& speaker, std::int64_t months) {
  const auto years = months / months_a_year;
  const auto rest = months % months_a_year;
  const auto yes_if = [](bool condition) { return std::string(condition ? "yes" : "no"); };
  return speaker.say(
      Phrase::duration,
      {{"years", years}, {"months", rest}, {"both", yes_if(years > 0 && rest > 0)}, {"none", yes_if(months == 0)}});
}

std::string period(const Speaker& speaker, std::size_t first) {
  const auto from = parse_date(speaker.text(first));
  const auto until = parse_date(speaker.text(first + 1));
  if (from && until) return speaker.say(Phrase::period_both, {{"from", *from}, {"until", *until}});
  if (from) return speaker.say(Phrase::period_from, {{"from", *from}});
  if (until) return speaker.say(Phrase::period_until, {{"until", *until}});
  return speaker.say(Phrase::period_open, {});
}

/// Working times name the part that was compared by a code of its own.
std::string overlap(const Speaker& speaker) {
  const Arguments counts{{"count", speaker.number(0)}, {"wanted", speaker.number(1)}};
  const auto& texts = speaker.evidence().texts;
  const auto first = texts.empty() ? std::string() : texts.front();
  if (first == "dayparts") return speaker.say(Phrase::dayparts, counts);
  if (first == "irregular_hours") return speaker.say(Phrase::irregular_hours, counts);
  if (first == "regular_hours") return speaker.say(Phrase::regular_hours, {});
  if (first == "office_hours") return speaker.say(Phrase::office_hours, counts);
  std::vector<std::string> shared;
  for (std::size_t i = 0; i < texts.size(); ++i) shared.push_back(speaker.word(i));
  auto arguments = counts;
  arguments.push_back({"shared", listed(shared, speaker.style())});
  arguments.push_back({"named", std::string(shared.empty() ? "no" : "yes")});
  return speaker.say(Phrase::overlap, arguments);
}

/// "€ 16,50"; in cents, so that no rounding can creep in.
std::string euros(const Speaker& speaker, std::int64_t cents) {
  return format("{amount, number, ::currency/EUR}", {{"amount", static_cast<double>(cents) / 100.0}}, speaker.style());
}

std::string valid_until(const Speaker& speaker) {
  return speaker.say(Phrase::valid_until,
                     {{"demanded", speaker.word(0)}, {"date", parse_date(speaker.text(1)).value()}});
}

std::string sentence(const Speaker& speaker) {
  switch (speaker.evidence().kind) {
    case Kind::same_concept:
      return speaker.say(Phrase::same_concept, {{"demanded", speaker.word(0)}});
    case Kind::related_concept:
      return related(speaker);
    case Kind::missing_concept:
      return speaker.say(Phrase::missing_concept, {{"demanded", speaker.word(0)}});
    case Kind::level:
      return level(speaker);
    case Kind::hours:
      return speaker.say(Phrase::hours, {{"own", range_of_hours(speaker, speaker.number(0), speaker.number(1))},
                                         {"offered", range_of_hours(speaker, speaker.number(2), speaker.number(3))}});
    case Kind::years:
      return speaker.say(Phrase::years, {{"own", duration(speaker, speaker.number(0))},
                                         {"demanded", duration(speaker, speaker.number(1))},
                                         {"occupation", speaker.word(0)}});
    case Kind::dates:
      return speaker.say(Phrase::dates, {{"own", period(speaker, 0)}, {"offered", period(speaker, 2)}});
    case Kind::valid_until:
      return valid_until(speaker);
    case Kind::overlap:
      return overlap(speaker);
    case Kind::money:
      return speaker.say(Phrase::money, {{"wanted", euros(speaker, speaker.number(0))},
                                         {"offered", euros(speaker, speaker.number(1))}});
    case Kind::not_stated_by_person:
      return speaker.say(Phrase::not_stated_by_person, {{"name", speaker.name()}});
    case Kind::not_stated_by_vacancy:
      return speaker.say(Phrase::not_stated_by_vacancy, {{"name", speaker.name()}});
    case Kind::not_asked:
      return speaker.say(Phrase::not_asked, {});
    case Kind::distance:
      break;  // Makes more than one sentence: sentences_of.
  }
  return {};
}

}  // namespace

std::int64_t whole_percent(std::int64_t basis_points) {
  if (basis_points == 10'000) return 100;
  return std::min<std::int64_t>(99, (basis_points + 50) / 100);
}

std::vector<std::string> sentences_of(const CriterionResult& result, const Evidence& evidence, Style style) {
  const Speaker speaker(result, evidence, style);
  if (evidence.kind == Kind::distance) return distance(speaker);
  return {sentence(speaker)};
}

}  // namespace passend::explain
