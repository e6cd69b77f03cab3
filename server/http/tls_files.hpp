// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>

namespace passend::http {

/// PEM files: a certificate with those that lead to its authority, and its private key without a passphrase.
struct TlsFiles {
  std::filesystem::path certificate;
  std::filesystem::path key;
};

}  // namespace passend::http
