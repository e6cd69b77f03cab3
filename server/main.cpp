// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include "server/commands/context.hpp"

int main(int argc, char** argv) {
  return passend::commands::run(argc, argv, std::cout, std::cerr);
}
