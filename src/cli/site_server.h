// A content folder as a site that its author looks at while writing: what each request is answered with, and when to
// build again. It knows no network, no threads and no clock; a transport (cli/http_transport.h) brings requests and time.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "cli/build.h"

namespace bytes::cli {

struct SiteRequest {
  std::string method;
  std::string target;  // As it was sent, with escapes and query.
  std::string host;
  std::string range;
  std::string if_none_match;
};

// Content-Length is the transport's to say, and a HEAD request's answer is sent without its body.
struct SiteResponse {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;

  // Instead of a body: `length` bytes of this file from `offset` on.
  std::filesystem::path file;
  std::uint64_t offset = 0;
  std::uint64_t length = 0;

  // Instead of both: server-sent events for the page at this path. The transport sends `event_for` at once, and again
  // whenever `version` is another.
  std::optional<std::string> events_for;
};

class SiteServer {
 public:
  // With `is_open` it answers to whatever name a request calls it; else only to this machine's own, so that no other
  // site's page can read lessons through a name that it points here.
  SiteServer(BuildOptions options, bool is_open);

  // Builds for the first time and says to the terminal what was found. The error: nothing can be served.
  Result<bool> start();

  SiteResponse respond(const SiteRequest& request) const;

  // Looks whether a file was changed, and builds again once it has stayed the same from one look to the next: an editor
  // may not be done with it. Tells the terminal. True: `version` has changed.
  bool poll();

  int version() const { return version_; }

  // One server-sent event: {version, page, problems}. `page` is another as soon as the page or a file of it is.
  std::string event_for(std::string_view path) const;

  const BuildOptions& options() const { return options_; }

 private:
  std::uint64_t look() const;
  void take(Result<Built> built);
  void tell();
  Diagnostics problems_of(std::string_view path) const;
  Diagnostics all_problems() const;
  std::string fingerprint_of(std::string_view path) const;
  std::string with_live_script(std::string html, std::string_view path) const;
  SiteResponse respond_with_file(const std::filesystem::path& file, const SiteRequest& request) const;
  SiteResponse respond_with_trouble(std::string_view path) const;

  BuildOptions options_;
  bool is_open_;
  Built built_;
  std::string told_;        // The problems that the terminal was told last.
  std::uint64_t seen_ = 0;  // What the last look saw.
  std::uint64_t done_ = 0;  // What the last build was made of.
  int version_ = 0;
};

}  // namespace bytes::cli
