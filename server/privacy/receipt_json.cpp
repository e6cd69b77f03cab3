// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "server/privacy/erasure.hpp"

namespace passend::privacy {

std::string receipt_json(const ErasureReceipt& receipt) {
  const nlohmann::ordered_json json{{"candidateId", to_text(receipt.person)},
                                    {"erasedAt", to_text(receipt.seal.time)},
                                    {"erased", {{"portfolios", 1}, {"proposals", receipt.proposals}}},
                                    {"kept", {{"views", receipt.reads_kept}}},
                                    {"proof", {{"auditRow", receipt.seal.number}, {"auditChain", receipt.seal.chain}}}};
  return json.dump();
}

}  // namespace passend::privacy
