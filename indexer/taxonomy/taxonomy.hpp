// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace passend::taxonomy {

/// Names one concept: dense, 0..size-1, valid for one taxonomy file only. What is stored is a URI, never an index.
using ConceptIndex = std::uint32_t;

enum class ConceptKind : std::uint8_t { occupation, competence, credential, occupation_group, competence_group };

/// Why two concepts are related; the rules and their figures stand in similarity.hpp.
enum class Relation : std::uint8_t {
  same,
  broader,   ///< The related concept is the broader one.
  narrower,  ///< The related concept is the narrower one.
  sibling,   ///< Both stand directly under the same narrow concept or group.
  same_isco_group,
  shared_competences,  ///< Occupations that ask for alike competences.
  shared_occupations,  ///< Competences that alike occupations ask for.
  mapped,              ///< Equal labels in two taxonomies.
  similar_label        ///< Competences with alike labels.
};

/// As in JSON: "broader", "shared_competences", ...
std::string_view to_text(Relation relation);

struct Related {
  ConceptIndex target = 0;
  std::int32_t similarity_bp = 0;  ///< 2000..9999
  Relation reason = Relation::same;
};

/// A competence or credential that an occupation asks for.
struct Demand {
  ConceptIndex target = 0;
  bool essential = false;
};

/// What a source says of a concept beside its labels.
enum class Property : std::uint8_t {
  isco,             ///< ISCO-08 code of one to four digits.
  sector,           ///< SBI sections or codes, parted by |.
  work_level,       ///< VUM work and thinking level.
  form,             ///< skill, knowledge, attitude, driving_licence, certificate or registration.
  validity_months,  ///< How long a certificate is valid; empty when it does not expire.
  replaces          ///< URIs of retired concepts that it stands for, parted by |; it answers to them as well.
};

enum class LinkBasis : std::uint8_t {
  exact_label,    ///< Equal to a label in normalised form.
  label_variant,  ///< Equal once gender endings, hours, brackets or alternatives after a slash are set aside.
  similar_text,   ///< Shares words, parts of words or the sense of words with a label.
  embedding       ///< A language model places it near a label (indexer/embed); Taxonomy::link never says this.
};

/// From here on an importer may take the first link as it is; below, a person should choose.
constexpr std::int32_t usable_confidence_bp = 6000;

/// Similar text is never surer than this, whatever speaks for it.
constexpr std::int32_t most_similar_confidence_bp = 8900;

/// Why a word of a text counts for a label.
enum class LinkReason : std::uint8_t {
  same_word,      ///< The label has it, or the same part of a compound.
  spelled_alike,  ///< The label has a word that is written much alike.
  related_word,   ///< Labels of one concept use the one for the other.
  learned_word,   ///< Judged titles with the one meant labels with the other.
  missing_word,   ///< The label has nothing like it.
  agreeing_group  ///< Other occupations of its ISCO unit group are near too; `group` says which.
};

struct LinkFact {
  LinkReason reason = LinkReason::same_word;
  std::string asked;             ///< A word of the text or a part of one.
  std::string found;             ///< What stands for it in the label, or the code of the ISCO unit group.
  std::int32_t likeness_bp = 0;  ///< 10000 for the same.
};

/// A concept that a piece of free text may mean.
struct Link {
  ConceptIndex target = 0;
  /// 10000 exact, 9000 to 9800 a variant, up to 8900 similar text: there it is how many of such first answers to the
  /// national names of MELO are right, see docs/quality.md.
  std::int32_t confidence_bp = 0;
  std::string_view label;  ///< The label that matched, as its source writes it; lives as long as the taxonomy.
  LinkBasis basis = LinkBasis::similar_text;
};

/// As they stand in answers: "exact_label", "same_word".
std::string_view to_text(LinkBasis basis);
std::string_view to_text(LinkReason reason);

/// One compiled taxonomy file, mapped read-only: occupations, competences, credentials and their groups as one graph.
/// Safe for any number of threads. Every string_view and span lives as long as the object.
/// A ConceptIndex that is not below size() is a mistake of the caller and throws std::out_of_range.
class Taxonomy {
 public:
  /// Throws taxonomy_missing, or taxonomy_corrupt for a file that is cut off, foreign, of another version or whose
  /// inner references leave the file. Does not read every byte: `verify` does.
  static Taxonomy open(const std::filesystem::path& path);
  ~Taxonomy();
  Taxonomy(Taxonomy&&) noexcept;
  Taxonomy& operator=(Taxonomy&&) noexcept;

  /// Reads the whole file and throws taxonomy_corrupt when its SHA-256 is not the one it was written with.
  void verify() const;

  std::size_t size() const;
  std::string_view hash() const;  ///< SHA-256 of the content, 64 lower-case hexadecimal digits.
  std::string_view name() const;  ///< What was compiled: "starter 1.0", "ESCO 1.1.1 + CompetentNL".
  std::vector<std::string_view> languages() const;

  /// By any of its URIs.
  std::optional<ConceptIndex> find(std::string_view uri) const;

  ConceptKind kind(ConceptIndex index) const;
  std::string_view uri(ConceptIndex index) const;  ///< The primary one: ESCO, else starter, else CompetentNL.
  std::vector<std::string_view> uris(ConceptIndex index) const;            ///< All of them, the primary one first.
  std::string_view property(ConceptIndex index, Property property) const;  ///< Empty when no source gives it.
  std::string_view isco(ConceptIndex index) const { return property(index, Property::isco); }

  /// The preferred label in that language ("nl"), else in Dutch, else in English, else any.
  std::string_view label(ConceptIndex index, std::string_view language) const;
  /// The labels in that language only, the preferred one first.
  std::vector<std::string_view> labels(ConceptIndex index, std::string_view language) const;

  std::span<const ConceptIndex> broader(ConceptIndex index) const;   ///< Directly above, groups included.
  std::span<const ConceptIndex> narrower(ConceptIndex index) const;  ///< Directly below.

  /// Occupations for an occupation, competences for a competence: by falling similarity, itself left out, at most 32,
  /// at least 2000 basis points. Symmetric: when b stands in related(a), a stands in related(b) with the same
  /// similarity.
  std::span<const Related> related(ConceptIndex index) const;
  /// 10000 for the same concept, 0 for unrelated ones.
  int similarity_bp(ConceptIndex a, ConceptIndex b) const;
  /// How b is related to a; absent when it is not.
  std::optional<Relation> reason(ConceptIndex a, ConceptIndex b) const;

  /// What an occupation asks for, essential demands first; empty for other kinds.
  std::span<const Demand> demands(ConceptIndex occupation) const;
  /// How many occupations ask for a competence or credential.
  std::uint32_t occupation_count(ConceptIndex index) const;
  /// Weight of a competence or credential by how few occupations ask for it: 10000 for none or one, toward 0 for all of
  /// them, falling with the logarithm (inverse document frequency).
  int rarity_bp(ConceptIndex index) const;

  /// The concepts of one kind that `text` may mean, best first, at most `limit`; empty when nothing is near enough.
  /// The same text always gives the same answer.
  std::vector<Link> link(std::string_view text, ConceptKind kind, std::size_t limit) const;
  /// Why `link` gives that answer: for each word of the text what stands for it in the label, then the agreement of the
  /// ISCO unit group when it counted.
  std::vector<LinkFact> explain(std::string_view text, const Link& link) const;

 private:
  struct State;
  explicit Taxonomy(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace passend::taxonomy
