// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/packed_facts.hpp"

#include <concepts>
#include <type_traits>

#include "indexer/pool/packed_bytes.hpp"

namespace passend::pool {

template <class T, class Wanted>
concept Is = std::same_as<std::remove_const_t<T>, Wanted>;

// The fields of each type, in the order in which they are packed.

template <class Archive>
void pack(Archive& archive, Is<Importances> auto& value) {
  archive(value.by_criterion);
}
template <class Archive>
void pack(Archive& archive, Is<WeeklyHours> auto& value) {
  archive(value.minimum);
  archive(value.maximum);
}
template <class Archive>
void pack(Archive& archive, Is<WeekGrid> auto& value) {
  archive(value.bits);
}
template <class Archive>
void pack(Archive& archive, Is<WorkingTimes> auto& value) {
  archive(value.office_hours);
  archive(value.irregular_hours);
  archive(value.grid);
}
template <class Archive>
void pack(Archive& archive, Is<Period> auto& value) {
  archive(value.from);
  archive(value.until);
}
template <class Archive>
void pack(Archive& archive, Is<HeldEducationFact> auto& value) {
  archive(value.level);
  archive(value.field);
  archive(value.completion);
}
template <class Archive>
void pack(Archive& archive, Is<HeldLanguageFact> auto& value) {
  archive(value.language);
  archive(value.levels);
}
template <class Archive>
void pack(Archive& archive, Is<HeldLicenceFact> auto& value) {
  archive(value.category);
  archive(value.valid_until);
}
template <class Archive>
void pack(Archive& archive, Is<HeldCredentialFact> auto& value) {
  archive(value.credential);
  archive(value.valid_until);
}
template <class Archive>
void pack(Archive& archive, Is<InterestFacts> auto& value) {
  archive(value.known);
  archive(value.concepts);
  archive(value.words);
}
template <class Archive>
void pack(Archive& archive, Is<DemandedCompetenceFact> auto& value) {
  archive(value.competence);
  archive(value.level);
  archive(value.importance);
  archive(value.rarity_bp);
}
template <class Archive>
void pack(Archive& archive, Is<DemandedEducationFact> auto& value) {
  archive(value.level);
  archive(value.field);
  archive(value.experience_counts);
}
template <class Archive>
void pack(Archive& archive, Is<DemandedLanguageFact> auto& value) {
  archive(value.language);
  archive(value.minimum);
  archive(value.importance);
}
template <class Archive>
void pack(Archive& archive, Is<DemandedLicenceFact> auto& value) {
  archive(value.category);
  archive(value.importance);
}
template <class Archive>
void pack(Archive& archive, Is<DemandedCredentialFact> auto& value) {
  archive(value.credential);
  archive(value.importance);
}

template <class List>
concept KnownItems = requires(List list) {
  list.known;
  list.unplaced;
  list.items;
};
template <class List>
concept DemandedItems = KnownItems<List> && requires(List list) {
  list.strongest;
};

template <class Archive>
void pack(Archive& archive, KnownItems auto& list) {
  archive(list.known);
  archive(list.unplaced);
  archive(list.items);
  if constexpr (DemandedItems<decltype(list)>) {
    archive(list.strongest);
    archive(list.strongest_unplaced);
  }
}

namespace {

template <class Archive>
void pack_one(Archive& archive, Aspect aspect, auto& facts) {
  switch (aspect) {
    case Aspect::importance:
      return archive(facts.importance);
    case Aspect::work_level:
      return archive(facts.work_level);
    case Aspect::education:
      return archive(facts.education);
    case Aspect::languages:
      return archive(facts.languages);
    case Aspect::driving_licences:
      return archive(facts.driving_licences);
    case Aspect::mobility:
      archive(facts.maximum_distance_km);
      archive(facts.maximum_travel_minutes);
      return archive(facts.transport);
    case Aspect::hours:
      return archive(facts.hours);
    case Aspect::working_times:
      return archive(facts.working_times);
    case Aspect::available:
      return archive(facts.available);
    case Aspect::contract_types:
      return archive(facts.contract_types);
    case Aspect::agreements:
      return archive(facts.agreements);
    case Aspect::sectors:
      return archive(facts.sectors);
    case Aspect::interests:
      return archive(facts.interests);
    case Aspect::salary:
      return archive(facts.wanted_cents_an_hour);
    case Aspect::needed_conditions:
      return archive(facts.needed_conditions);
    case Aspect::credentials:
      return archive(facts.credentials);
  }
}

template <class Archive>
void pack_all(Archive& archive, Is<VacancyFacts> auto& facts) {
  archive(facts.occupation);
  archive.table(facts.like_occupations, &Likeness::concept_index, &Likeness::similarity_bp);
  archive(facts.competences);
  archive.table(facts.competence_answers, &CompetenceAnswer::competence, &CompetenceAnswer::demand,
                &CompetenceAnswer::similarity_bp);
  archive(facts.work_level);
  archive(facts.education);
  archive(facts.languages);
  archive(facts.driving_licences);
  archive(facts.credentials);
  archive(facts.experience_years);
  archive(facts.pc4);
  archive(facts.hours);
  archive(facts.working_times);
  archive(facts.period);
  archive(facts.contract_types);
  archive(facts.agreements);
  archive(facts.sector);
  archive(facts.offered_cents_an_hour);
  archive(facts.offered_conditions);
  archive(facts.title_words);
  archive(facts.importance);
}

}  // namespace

void pack_aspect(Aspect aspect, const CandidateFacts& facts, std::string& out) {
  PackWriter writer(out);
  pack_one(writer, aspect, facts);
}

void unpack_aspect(Aspect aspect, std::span<const std::byte> bytes, CandidateFacts& facts) {
  PackReader reader(bytes);
  pack_one(reader, aspect, facts);
}

void pack_vacancy(const VacancyFacts& facts, std::string& out) {
  PackWriter writer(out);
  pack_all(writer, facts);
}

void unpack_vacancy(std::span<const std::byte> bytes, VacancyFacts& facts) {
  PackReader reader(bytes);
  pack_all(reader, facts);
}

}  // namespace passend::pool
