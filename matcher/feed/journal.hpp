// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>

#include "matcher/feed/announcement.hpp"
#include "matcher/feed/picture.hpp"

namespace passend::feed {

/// The files of the feed: a picture of who fitted at one look, and the looks since. One process writes them; any may
/// read (reader.hpp). docs/decisions/ says why a pair is announced exactly once whatever is killed when.
///   picture-N.bin   which pairs fitted after look N
///   looks-N.log     look N and those that followed, each a frame that is whole or absent; N counts from 1
class Journal {
 public:
  /// Where the feed stands.
  struct State {
    Picture picture;
    std::string rules;  ///< Empty: nothing has been looked at yet.
    std::uint64_t looks = 0;
    std::uint64_t announced = 0;
    std::int64_t position = 0;
    Date day;
  };

  /// Makes the directory. Throws storage_busy when another process keeps this feed, storage_corrupt for damaged files.
  explicit Journal(std::filesystem::path directory);
  ~Journal();
  Journal(const Journal&) = delete;
  Journal& operator=(const Journal&) = delete;

  const State& state() const { return state_; }
  /// For learning handles.
  Picture& picture() { return state_.picture; }
  /// Whether the looks since the last picture have become so long that it is time for a new one.
  bool picture_is_due() const;

  /// Each makes a look durable, then takes it into the state; numbers the look and its announcements. When one throws
  /// (disk_full, storage_failed), nothing has happened.
  void append(Look& look);
  void begin_anew(Look& look, Picture picture, const std::string& rules);

 private:
  void load();
  void number(Look& look) const;
  void remove_old(std::uint64_t newest) const;
  std::filesystem::path looks_file(std::uint64_t number) const;
  std::filesystem::path picture_file(std::uint64_t number) const;

  std::filesystem::path directory_;
  int lock_ = -1;
  State state_;
  std::uint64_t base_ = 0;  ///< Number of the newest picture.
  std::uint64_t length_ = 0;
  std::uint64_t turns_ = 0;  ///< Since the picture.
};

}  // namespace passend::feed
