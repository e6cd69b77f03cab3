// SPDX-License-Identifier: EUPL-1.2
// Build tool: reads the OpenAPI description (YAML) and writes it, as JSON and as it stands, into a C++ source.
// usage: embed_openapi passend.yaml openapi_document.cpp
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

#include "yaml_to_json.hpp"

namespace {

/// Adjacent raw literals, each below the length that every compiler takes.
void write_literal(std::ostream& out, const std::string& text) {
  constexpr std::size_t piece = 8000;
  for (std::size_t i = 0; i < text.size(); i += piece)
    out << "    R\"OPENAPI(" << text.substr(i, piece) << ")OPENAPI\"\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: embed_openapi passend.yaml openapi_document.cpp\n";
    return EXIT_FAILURE;
  }
  try {
    std::ifstream in(argv[1]);
    if (!in) throw std::runtime_error("the file cannot be read");
    const std::string source{std::istreambuf_iterator<char>(in), {}};
    const auto document = passend::yaml_to_json(YAML::Load(source));
    std::ofstream out(argv[2]);
    out << "// Written by embed_openapi from schemas/openapi/passend.yaml.\n"
           "#include \"server/api/openapi_document.hpp\"\n\n"
           "namespace passend::api {\n\n"
           "std::string_view openapi_document() {\n  return\n";
    write_literal(out, document.dump());
    out << "    ;\n}\n\nstd::string_view openapi_source() {\n  return\n";
    write_literal(out, source);
    out << "    ;\n}\n\nstd::string_view api_version() {\n  return " << document["info"]["version"] << ";\n}\n\n"
        << "}  // namespace passend::api\n";
    return out.flush() ? EXIT_SUCCESS : EXIT_FAILURE;
  } catch (const std::exception& error) {
    std::cerr << argv[1] << ": " << error.what() << '\n';
    return EXIT_FAILURE;
  }
}
