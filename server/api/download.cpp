// SPDX-License-Identifier: EUPL-1.2
#include "server/api/download.hpp"

#include <algorithm>
#include <set>

#include "server/api/matching.hpp"
#include "server/api/workbook.hpp"
#include "server/http/negotiation.hpp"
#include "server/http/pieces.hpp"

namespace passend::api {
namespace {

/// A worker has them to itself: some milliseconds.
constexpr std::uint64_t rows_of_a_piece = 100;
constexpr std::size_t bytes_of_a_piece = 64 * 1024;

/// Makes bytes of rows. An empty piece means that it goes on later.
class Form {
 public:
  virtual ~Form() = default;
  virtual std::string begin() = 0;
  virtual std::string row(const Listing& listing) = 0;
  /// After the last row, until it gives nothing.
  virtual std::optional<std::string> end() = 0;
};

class Lines final : public Form {
 public:
  std::string begin() override { return {}; }
  std::string row(const Listing& listing) override { return listing.json() + '\n'; }
  std::optional<std::string> end() override { return std::nullopt; }
};

class Csv final : public Form {
 public:
  Csv(std::vector<std::string> titles, Language language) : titles_(std::move(titles)), language_(language) {}
  std::string begin() override { return std::string(byte_order_mark) + csv_line(titles_, language_); }
  std::string row(const Listing& listing) override { return csv_line(listing.cells(), language_); }
  std::optional<std::string> end() override { return std::nullopt; }

 private:
  const std::vector<std::string> titles_;
  const Language language_;
};

class Spreadsheet final : public Form {
 public:
  Spreadsheet(const std::string& sheet, const std::vector<std::string>& titles) : workbook_(sheet, titles) {}
  std::string begin() override { return {}; }
  std::string row(const Listing& listing) override {
    workbook_.add(listing.cells());
    return {};
  }
  std::optional<std::string> end() override {
    if (!is_finished_) workbook_.finish();
    is_finished_ = true;
    return workbook_.read(bytes_of_a_piece);
  }

 private:
  Workbook workbook_;
  bool is_finished_ = false;
};

std::unique_ptr<Form> form_of(Format format, Language language, const Listing& listing) {
  if (format == Format::csv) return std::make_unique<Csv>(listing.titles(), language);
  if (format == Format::workbook) return std::make_unique<Spreadsheet>("Passend", listing.titles());
  return std::make_unique<Lines>();
}

class Download final : public http::Pieces {
 public:
  Download(std::unique_ptr<Form> form, std::unique_ptr<Listing> listing, const Look& look, const Services& services)
      : services_(services),
        form_(std::move(form)),
        listing_(std::move(listing)),
        caller_(look.caller),
        request_(look.request),
        action_(look.action),
        started_(look.started) {
    request_.body.clear();
  }

  std::optional<std::string> next() override {
    require_ranking_allowed(action_, services_);
    if (has_begun_ && row_ >= listing_->rows()) return form_->end();
    std::string piece = has_begun_ ? std::string() : form_->begin();
    Persons shown;
    if (!has_begun_ && listing_->subject()) shown.push_back(*listing_->subject());
    has_begun_ = true;
    const std::uint64_t end = std::min(row_ + rows_of_a_piece, listing_->rows());
    for (; row_ < end; ++row_) {
      if (!listing_->read(row_)) continue;
      const auto person = listing_->person();
      if (person && known_.insert(*person).second) shown.push_back(*person);
      piece += form_->row(*listing_);
    }
    log_reads(services_, {caller_, action_, request_, started_}, std::move(shown));
    return piece;
  }

 private:
  const Services& services_;
  const std::unique_ptr<Form> form_;
  const std::unique_ptr<Listing> listing_;
  const auth::Caller caller_;
  http::Request request_;
  const auth::Action action_;
  const Timestamp started_;
  bool has_begun_ = false;
  std::uint64_t row_ = 0;          ///< The next one.
  std::set<CandidateId> known_{};  ///< Who is written down.
};

std::string_view ending_of(Format format) {
  static constexpr std::array<std::string_view, 4> endings{"json", "ndjson", "csv", "xlsx"};
  return endings.at(static_cast<std::size_t>(format));
}

}  // namespace

Format format_of(const http::Request& request) {
  return static_cast<Format>(http::preferred(request, format_types));
}

http::Response answer_download(Format format, Language language, std::unique_ptr<Listing> listing, const Look& look,
                               const Services& services) {
  const std::string name = "passend-" + std::string(listing->name()) + '-' + to_text(look.started.date()) + '.' +
                           std::string(ending_of(format));
  auto form = form_of(format, language, *listing);
  const auto download = std::make_shared<Download>(std::move(form), std::move(listing), look, services);
  http::Response response;
  response.media_type = format_types.at(static_cast<std::size_t>(format));
  response.fields.push_back({"Content-Disposition", "attachment; filename=\"" + name + '"'});
  // Here, so that what fails at once is a problem and not half a file.
  response.body = download->next().value_or("");
  response.pieces = download;
  return response;
}

}  // namespace passend::api
