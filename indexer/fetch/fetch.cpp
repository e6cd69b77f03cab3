// SPDX-License-Identifier: EUPL-1.2
#include "indexer/fetch/fetch.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <memory>

#include "indexer/base/error.hpp"
#include "indexer/fetch/url.hpp"

namespace passend::fetch {
namespace {

constexpr std::size_t head_bytes = 16 * 1024;

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Lines = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

Handle new_handle() {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  Handle handle(ready == CURLE_OK ? curl_easy_init() : nullptr, &curl_easy_cleanup);
  if (!handle) throw Error(ErrorCode::internal, "libcurl could not be started");
  return handle;
}

Url address_of(const Request& request, const Rules& rules) {
  Url url;
  try {
    url = parse_url(request.url);
  } catch (const Error& error) {
    throw Error(ErrorCode::configuration, "the address of another server " + std::string(error.what()));
  }
  if (rules.plain == PlainHttp::this_machine_only && !is_protected(url)) {
    throw Error(ErrorCode::configuration,
                "'" + to_text(url) + "' would be asked over the network in the open: use https");
  }
  return url;
}

void require_readable(const std::filesystem::path& file, const char* what) {
  if (std::ifstream(file, std::ios::binary).is_open()) return;
  throw Error(ErrorCode::configuration, std::string(what) + " '" + file.string() +
                                            "' cannot be read: look whether it is there and may be read by this "
                                            "account");
}

/// Before libcurl, which does not say which of the two files it could not read.
void verify(const ClientCertificate& own) {
  if (own.certificate.empty() != own.key.empty()) {
    throw Error(ErrorCode::configuration, "a certificate for another server and its private key belong together");
  }
  if (own.certificate.empty()) return;
  require_readable(own.certificate, "the certificate for another server");
  require_readable(own.key, "the private key of the certificate for another server");
}

bool is_one_line(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char byte) { return byte == '\r' || byte == '\n' || byte == '\0'; });
}

/// One request and what libcurl says while it runs.
class Transfer {
 public:
  Transfer(const Request& request, const Rules& rules)
      : rules_(rules), url_(address_of(request, rules)), curl_(new_handle()) {
    set_address();
    set_limits();
    set_trust();
    set_content(request);
  }

  Answer run() {
    const CURLcode code = curl_easy_perform(curl_.get());
    if (code == CURLE_SSL_CERTPROBLEM) refuse_own_certificate();
    if (is_above_)
      fail("sent an answer above " + std::to_string(above_bytes_) + " bytes: look whether the address is right");
    if (code != CURLE_OK) fail(why(code));
    long status = 0;
    curl_easy_getinfo(curl_.get(), CURLINFO_RESPONSE_CODE, &status);
    answer_.status = static_cast<int>(status);
    return std::move(answer_);
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(ErrorCode::peer_unavailable, "the server at " + to_text(url_) + " " + what);
  }

  [[noreturn]] void refuse_own_certificate() const {
    throw Error(ErrorCode::configuration, "the certificate '" + rules_.own.certificate.string() +
                                              "' for another server cannot be used with the key '" +
                                              rules_.own.key.string() +
                                              "': both are PEM, the key has no passphrase and belongs to the "
                                              "certificate");
  }

  template <class Value>
  void set(CURLoption option, Value value) {
    if (curl_easy_setopt(curl_.get(), option, value) != CURLE_OK) {
      throw Error(ErrorCode::internal, "libcurl does not know option " + std::to_string(option));
    }
  }

  void set_address() {
    set(CURLOPT_URL, to_text(url_).c_str());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_PROXY, "");
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  }

  void set_limits() {
    // Time-outs by signals would hit the other threads.
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(rules_.limits.connect.count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(rules_.limits.total.count()));
    set(CURLOPT_HEADERFUNCTION, &Transfer::take_head);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_WRITEFUNCTION, &Transfer::take_body);
    set(CURLOPT_WRITEDATA, this);
  }

  void set_trust() {
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_ERRORBUFFER, said_.data());
    verify(rules_.own);
    if (!rules_.own.certificate.empty()) {
      set(CURLOPT_SSLCERT, rules_.own.certificate.c_str());
      set(CURLOPT_SSLKEY, rules_.own.key.c_str());
    }
    if (rules_.authorities_file.empty()) return;
    set(CURLOPT_CAINFO, rules_.authorities_file.c_str());
    set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
  }

  void set_content(const Request& request) {
    add_line("Expect:");  // Nobody is asked whether a body may come: it comes.
    for (const Field& field : request.fields) {
      if (!is_one_line(field.name) || !is_one_line(field.value)) {
        throw Error(ErrorCode::internal, "a request header held CR, LF or NUL");
      }
      add_line(field.value.empty() ? field.name + ";" : field.name + ": " + field.value);
    }
    set(CURLOPT_HTTPHEADER, lines_.get());
    if (request.method != Method::post) return;
    set(CURLOPT_POST, 1L);
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    set(CURLOPT_COPYPOSTFIELDS, request.body.c_str());
  }

  void add_line(const std::string& line) {
    curl_slist* longer = curl_slist_append(lines_.get(), line.c_str());
    if (longer == nullptr) throw Error(ErrorCode::internal, "libcurl is out of memory");
    (void)lines_.release();
    lines_.reset(longer);
  }

  /// Whether the other end did not take what we showed of ourselves. TLS 1.3 says so after the handshake, in words that
  /// libcurl passes on.
  bool was_refused() const {
    const std::string_view said(said_.data());
    const auto says = [&](std::string_view words) { return said.find(words) != std::string_view::npos; };
    return says("certificate required") || says("handshake failure") || says("alert unknown ca") ||
           says("alert bad certificate") || says("alert certificate");
  }

  /// Whether the other end broke off before it answered over TLS. What it said of it may be lost: a connection that is
  /// closed with our request still unread is reset.
  bool broke_off(CURLcode code) const {
    long status = 0;
    curl_easy_getinfo(curl_.get(), CURLINFO_RESPONSE_CODE, &status);
    return url_.scheme == Scheme::https && status == 0 && (code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR);
  }

  std::string about_certificate() const {
    return rules_.own.certificate.empty()
               ? "asks for a certificate of ours: name one with its key"
               : "does not accept our certificate: look whether it is valid still and known to the other side";
  }

  std::string why(CURLcode code) const {
    if (was_refused()) return about_certificate();
    if (broke_off(code)) return "broke off before it answered, as one does that " + about_certificate();
    const std::string reason = std::string(" (") + curl_easy_strerror(code) + "): look whether ";
    switch (code) {
      case CURLE_OPERATION_TIMEDOUT:
        return "took too long: look whether it runs and is not overloaded, or allow more time";
      case CURLE_COULDNT_RESOLVE_HOST:
        return "failed while its host was looked up" + reason + "its name is right";
      case CURLE_COULDNT_CONNECT:
        return "failed while connecting" + reason + "it runs and the address is right";
      case CURLE_SSL_CONNECT_ERROR:
      case CURLE_PEER_FAILED_VERIFICATION:
      case CURLE_SSL_CACERT_BADFILE:
      case CURLE_SSL_ISSUER_ERROR:
      case CURLE_SSL_INVALIDCERTSTATUS:
        return "failed in the TLS handshake" + reason + "its certificate is of this host and of a trusted authority";
      default:
        return "failed while it answered" + reason + "it runs and the address is right";
    }
  }

  /// Called for every line of every head; a new one begins with its status line.
  static std::size_t take_head(char* bytes, std::size_t, std::size_t size, void* self) {
    return static_cast<Transfer*>(self)->take_line({bytes, size});
  }
  static std::size_t take_body(char* bytes, std::size_t, std::size_t size, void* self) {
    return static_cast<Transfer*>(self)->take({bytes, size});
  }

  std::size_t take_line(std::string_view line) {
    if (is_above(head_seen_ += line.size(), head_bytes)) return 0;
    const std::size_t size = line.size();
    while (!line.empty() && (line.back() == '\r' || line.back() == '\n')) line.remove_suffix(1);
    const std::size_t colon = line.find(':');
    if (line.starts_with("HTTP/")) {
      answer_.fields.clear();
    } else if (colon != std::string_view::npos) {
      const std::size_t begin = std::min(line.find_first_not_of(" \t", colon + 1), line.size());
      answer_.fields.push_back({std::string(line.substr(0, colon)), std::string(line.substr(begin))});
    }
    return size;
  }

  std::size_t take(std::string_view bytes) {
    if (is_above(answer_.body.size() + bytes.size(), rules_.limits.answer_bytes)) return 0;
    answer_.body += bytes;
    return bytes.size();
  }

  bool is_above(std::size_t bytes, std::size_t limit) {
    is_above_ = is_above_ || bytes > limit;
    if (bytes > limit) above_bytes_ = limit;
    return is_above_;
  }

  const Rules& rules_;
  std::array<char, CURL_ERROR_SIZE> said_{};  ///< By libcurl, of what failed; outlives the handle.
  Url url_;
  Handle curl_;
  Lines lines_{nullptr, &curl_slist_free_all};
  Answer answer_;
  std::size_t head_seen_ = 0;
  bool is_above_ = false;
  std::size_t above_bytes_ = 0;
};

}  // namespace

std::optional<std::string_view> Answer::header(std::string_view name) const {
  const auto lower = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
  for (const Field& field : fields) {
    if (std::equal(field.name.begin(), field.name.end(), name.begin(), name.end(),
                   [&](char a, char b) { return lower(a) == lower(b); })) {
      return field.value;
    }
  }
  return std::nullopt;
}

Answer send(const Request& request, const Rules& rules) {
  return Transfer(request, rules).run();
}

}  // namespace passend::fetch
