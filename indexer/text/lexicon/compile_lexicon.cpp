// SPDX-License-Identifier: EUPL-1.2
// Build tool: makes the lexicon of a language out of Debian's word list and the project's own remarks on words.
// usage: compile_lexicon dutch|german LIST OWN_WORDS OUTPUT
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "indexer/text/lexicon/training.hpp"

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: compile_lexicon dutch|german LIST OWN_WORDS OUTPUT\n";
    return EXIT_FAILURE;
  }
  try {
    namespace lexicon = passend::lexicon;
    const std::string language = argv[1];
    lexicon::WordList list(argv[2]);
    const lexicon::OwnWords own = lexicon::read_own_words(argv[3]);
    for (const std::string& word : own.nouns) list.add(word);
    for (const auto& [form, base] : own.irregular) list.add(form);
    const auto morphology =
        language == "dutch" ? lexicon::dutch_morphology(list, own) : lexicon::german_morphology(list, own);
    const lexicon::Trained trained = lexicon::train(list, *morphology);
    std::ofstream out(argv[4], std::ios::binary);
    out << trained.bytes;
    if (!out.flush()) throw std::runtime_error(std::string(argv[4]) + " cannot be written");
    std::cout << language << ": " << trained.words << " words, " << trained.compounds << " read as compounds, "
              << trained.bytes.size() << " bytes\n";
    return EXIT_SUCCESS;
  } catch (const std::exception& error) {
    std::cerr << "compile_lexicon: " << error.what() << '\n';
    return EXIT_FAILURE;
  }
}
