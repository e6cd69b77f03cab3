// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/sign_in_page.hpp"

#include <string>

namespace passend::auth {
namespace {

struct Words {
  int status = 200;
  std::string_view title;
  std::string_view text;
};

constexpr Words words_of(SignInFailure failure) {
  switch (failure) {
    case SignInFailure::ended:
      return {400, "Aanmelden is verlopen",
              "U heeft te lang gewacht, of deze aanmelding is al gebruikt. Er is niets misgegaan: meld u opnieuw aan."};
    case SignInFailure::cancelled:
      return {403, "U heeft het aanmelden gestopt", "U bent niet aangemeld."};
    case SignInFailure::busy:
      return {503, "Het is nu te druk",
              "Er melden zich veel mensen tegelijk aan. Probeer het over een minuut opnieuw."};
    case SignInFailure::provider:
      return {503, "Aanmelden lukt nu niet",
              "De inlogdienst geeft geen bruikbaar antwoord. Probeer het later opnieuw. Blijft het zo, vertel het dan "
              "aan uw beheerder."};
    case SignInFailure::token:
      return {403, "Aanmelden is geweigerd",
              "Wat de inlogdienst over u zei, kunnen wij niet vertrouwen. Vertel het aan uw beheerder."};
    case SignInFailure::no_role:
      return {403, "U heeft nog geen toegang",
              "U bent bekend bij de inlogdienst, maar u heeft in Passend geen rol. Vraag uw beheerder om toegang."};
    case SignInFailure::too_weak:
      return {403, "Meld u veiliger aan",
              "Voor uw rol is een sterkere manier van inloggen nodig, bijvoorbeeld met een app of een code. Meld u "
              "opnieuw aan en kies die manier."};
  }
  return {};
}

std::string escaped(std::string_view text) {
  std::string html;
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default:
        html += c;
    }
  }
  return html;
}

http::Response page(int status, std::string_view title, const std::string& head, const std::string& body) {
  http::Response response;
  response.status = status;
  response.media_type = "text/html; charset=utf-8";
  response.body =
      "<!doctype html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><link rel=\"icon\" href=\"/icon.svg\"><title>" +
      std::string(title) +
      " - Passend</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">" + head +
      "</head><body><main><h1>" + std::string(title) + "</h1>\n" + body + "</main></body></html>\n";
  return response;
}

}  // namespace

http::Response signed_in_page(std::string_view return_to) {
  const std::string address = escaped(return_to);
  return page(200, "U bent aangemeld", "<meta http-equiv=\"refresh\" content=\"0;url=" + address + "\">",
              "<p><a href=\"" + address + "\">Ga verder naar Passend</a></p>");
}

http::Response failure_page(SignInFailure failure) {
  const Words words = words_of(failure);
  http::Response response =
      page(words.status, words.title, "",
           "<p>" + std::string(words.text) + "</p>\n<p><a href=\"/auth/login\">Opnieuw aanmelden</a></p>");
  if (words.status == 503) response.fields.push_back({"Retry-After", "60"});
  return response;
}

}  // namespace passend::auth
