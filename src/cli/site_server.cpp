#include "cli/site_server.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <system_error>

#include "base/hash.h"
#include "base/http_text.h"
#include "base/json_writer.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "outline/html_writer.h"
#include "cli/sources.h"
#include "content/author/problems_json.h"

namespace bytes::cli {
namespace {

namespace fs = std::filesystem;
using outline::escape_html;

// What the server adds to the site stands under this; no file of a site does, since names with a dot are not served.
constexpr std::string_view kOwn = "/.byte/";

// Nobody has a library of so many files; somebody may name a whole disk as the content folder.
constexpr std::size_t kMostFiles = 50'000;

// What editors leave beside a file that they have open.
bool is_passed_over(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with(".") || name.ends_with("~");
}

struct FileFacts {
  fs::path path;
  std::uint64_t size = 0;
  fs::file_time_type time = {};
};

FileFacts facts_of(const fs::path& file) {
  std::error_code problem;
  // An entry asks the system once for all, where each function of its own would ask again; in Node that is dear.
  const fs::directory_entry entry(file, problem);
  return {file, entry.file_size(problem), entry.last_write_time(problem)};
}

// Another one when the file was changed.
std::uint64_t hash_of_facts(const FileFacts& facts, std::uint64_t hash) {
  const auto time = std::chrono::duration_cast<std::chrono::microseconds>(facts.time.time_since_epoch()).count();
  return hash_of(facts.path.string() + '\n' + std::to_string(facts.size) + '\n' + std::to_string(time) + '\n', hash);
}

// Adds all files below a folder, but not those below `except`.
void list_files(const fs::path& folder, const fs::path& except, std::vector<FileFacts>& all) {
  std::error_code problem;
  fs::recursive_directory_iterator entries(folder, fs::directory_options::skip_permission_denied, problem);
  const fs::recursive_directory_iterator end;
  for (; !problem && entries != end && all.size() < kMostFiles; entries.increment(problem)) {
    std::error_code ignored;
    const bool is_folder = entries->is_directory(ignored);
    if (is_passed_over(entries->path())) {
      entries.disable_recursion_pending();
    } else if (is_folder && !except.empty() && fs::equivalent(entries->path(), except, ignored)) {
      entries.disable_recursion_pending();
    } else if (!is_folder && entries->is_regular_file(ignored)) {
      all.push_back(facts_of(entries->path()));
    }
  }
}

// Some systems count a file's time in whole seconds (as does Emscripten, for Node), so that a second change within one
// leaves no trace in it. A file that was changed is among the newest; so the newest are read.
constexpr auto kCoarsestTime = std::chrono::seconds(2);
constexpr std::size_t kMostRead = 32;
constexpr std::uint64_t kLargestRead = 1'000'000;

// Of all files below a folder, but those below `except`; another one when any was changed.
std::uint64_t hash_of_folder(const fs::path& folder, const fs::path& except, std::uint64_t hash) {
  std::vector<FileFacts> all;
  list_files(folder, except, all);
  // The order of a folder's entries may change without any of them.
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  for (const FileFacts& facts : all) hash = hash_of_facts(facts, hash);

  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.time > b.time; });
  std::size_t read = 0;
  for (const FileFacts& facts : all) {
    if (facts.time < all.front().time - kCoarsestTime || read == kMostRead) break;
    if (facts.size > kLargestRead) continue;
    ++read;
    if (const auto text = read_file(facts.path); text.ok()) hash = hash_of(*text, hash);
  }
  return hash;
}

// `<id>` of /bytes/<id>/ and what lies there; empty for other pages.
std::string byte_of(std::string_view path) {
  constexpr std::string_view kBytes = "/bytes/";
  if (!path.starts_with(kBytes)) return "";
  path.remove_prefix(kBytes.size());
  return std::string(path.substr(0, path.find('/')));
}

// The file below `root` that a decoded path means, whether or not it is there.
fs::path file_at(const fs::path& root, std::string_view path) {
  const fs::path file = root / fs::path(path).relative_path();
  return path.ends_with('/') ? file / "index.html" : file;
}

bool lies_in(const fs::path& file, const fs::path& folder) {
  std::error_code problem;
  const fs::path whole = fs::canonical(file, problem);
  if (problem) return false;
  const fs::path root = fs::canonical(folder, problem);
  if (problem) return false;
  return std::mismatch(root.begin(), root.end(), whole.begin(), whole.end()).first == root.end();
}

SiteResponse plain(int status, std::string text) {
  SiteResponse response;
  response.status = status;
  response.headers = {{"Content-Type", "text/plain; charset=utf-8"}};
  response.body = std::move(text);
  return response;
}

// An author must see what was just saved, and not what a worker has kept that another site left at this address. A browser
// that has one asks for it anew now and then, and gets one that takes itself away and has the pages loaded again.
SiteResponse retiring_worker() {
  SiteResponse response = plain(200, R"(self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  await self.registration.unregister();
  for (const client of await self.clients.matchAll()) client.navigate(client.url);
})()));
)");
  response.headers = {{"Content-Type", "text/javascript; charset=utf-8"}};
  return response;
}

SiteResponse html(int status, std::string text) {
  SiteResponse response;
  response.status = status;
  response.headers = {{"Content-Type", "text/html; charset=utf-8"}};
  response.body = std::move(text);
  return response;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

}  // namespace

SiteServer::SiteServer(BuildOptions options, bool is_open) : options_(std::move(options)), is_open_(is_open) {}

Result<bool> SiteServer::start() {
  seen_ = done_ = look();
  auto built = build_site(options_);
  if (!built.ok()) return built.error();
  take(std::move(built));
  tell();
  return true;
}

bool SiteServer::poll() {
  const std::uint64_t now = look();
  const bool is_at_rest = now == seen_;
  seen_ = now;
  if (now == done_ || !is_at_rest) return false;
  // Before the build: what is changed while it runs is built the next time.
  done_ = now;
  take(build_site(options_));
  std::printf("Built again: %s", counted(built_.pages, "lesson", "lessons").c_str());
  if (built_.left_out > 0) std::printf(", %zu left out", built_.left_out);
  std::printf(".\n");
  tell();
  return true;
}

std::uint64_t SiteServer::look() const {
  std::uint64_t hash = kHashStart;
  // Each by itself: a player's files that were just unpacked are newer than many a lesson, and more than are read.
  for (const fs::path& folder : {options_.content, options_.interface_folder, options_.assets}) {
    hash = hash_of_folder(folder, options_.out, hash);
  }
  return hash;
}

void SiteServer::take(Result<Built> built) {
  ++version_;
  if (built.ok()) {
    built_ = std::move(*built);
    return;
  }
  // The pages of the build before are still there.
  std::string message = built.error().message;
  if (message.ends_with('.')) message.pop_back();
  built_.diagnostics = {};
  built_.diagnostics.add(
      {.message = message, .remedy = "mend it and save; the site is then built again", .code = "not-built"});
}

void SiteServer::tell() {
  const Diagnostics problems = all_problems();
  std::string text;
  for (const Diagnostic& problem : problems.all()) text += to_text(problem) + '\n';
  if (text != told_) {
    if (text.empty()) std::printf("All is mended.\n");
    print(problems);
    told_ = text;
  }
  std::fflush(stdout);
}

Diagnostics SiteServer::all_problems() const {
  Diagnostics all = built_.diagnostics;
  for (const auto& [id, diagnostics] : built_.of_bytes) all.add_all(diagnostics);
  return all;
}

Diagnostics SiteServer::problems_of(std::string_view path) const {
  const std::string byte = byte_of(path);
  if (byte.empty()) return all_problems();
  Diagnostics problems = built_.diagnostics;
  if (const auto found = built_.of_bytes.find(byte); found != built_.of_bytes.end()) problems.add_all(found->second);
  return problems;
}

std::string SiteServer::fingerprint_of(std::string_view path) const {
  const fs::path file = file_at(options_.out, path);
  const auto text = read_file(file);
  if (!text.ok()) return "none";
  const std::uint64_t beside = byte_of(path).empty() ? kHashStart : hash_of_folder(file.parent_path(), {}, kHashStart);
  return to_hex(hash_of(*text, beside));
}

std::string SiteServer::event_for(std::string_view path) const {
  JsonWriter json;
  json.begin_object();
  json.key("version");
  json.integer(version_);
  json.key("page");
  json.string(fingerprint_of(path));
  json.key("problems");
  Sources sources;
  content::write_problems(problems_of(path), [&](const std::string& file) { return &sources.text_of(file); }, json);
  json.end_object();
  return "event: change\ndata: " + json.take() + "\n\n";
}

SiteResponse SiteServer::respond(const SiteRequest& request) const {
  if (request.method != "GET" && request.method != "HEAD") {
    SiteResponse response = plain(405, "Only GET and HEAD.\n");
    response.headers.emplace_back("Allow", "GET, HEAD");
    return response;
  }
  if (!is_open_ && !names_this_machine(request.host)) {
    return plain(403, "This server answers only to localhost and 127.0.0.1. Start it with --host to open it.\n");
  }
  SiteResponse response = [&] {
    const std::string_view target = request.target;
    const std::string_view name = target.substr(0, target.find('?'));
    if (name == "/.byte/live.js" || name == "/.byte/live.css") {
      return respond_with_file(options_.assets / name.substr(kOwn.size()), request);
    }
    if (name == "/service-worker.js") return retiring_worker();
    if (name == "/.byte/events") {
      SiteResponse events;
      events.headers = {{"Content-Type", "text/event-stream"}};
      events.events_for = path_of_target(target.substr(std::min(name.size() + 1, target.size()))).value_or("/");
      return events;
    }
    const auto path = path_of_target(target);
    if (!path) return plain(404, "There is no such page here.\n");
    std::error_code problem;
    if (!path->ends_with('/') && fs::is_directory(file_at(options_.out, *path), problem)) {
      SiteResponse redirect = plain(301, "");
      const std::string query(target.substr(name.size()));
      redirect.headers.emplace_back("Location", location_of(*path + "/") + query);
      return redirect;
    }
    const fs::path file = file_at(options_.out, *path);
    if (!fs::is_regular_file(file, problem) || !lies_in(file, options_.out)) return respond_with_trouble(*path);
    if (file.extension() != ".html") return respond_with_file(file, request);
    auto text = read_file(file);
    return text.ok() ? html(200, with_live_script(std::move(*text), *path)) : respond_with_trouble(*path);
  }();
  response.headers.emplace_back("Cache-Control", "no-cache");
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  // No other site's page gets at what is not published yet.
  response.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  return response;
}

SiteResponse SiteServer::respond_with_file(const fs::path& file, const SiteRequest& request) const {
  std::error_code problem;
  const std::uint64_t size = fs::file_size(file, problem);
  if (problem) return plain(404, "There is no such file here.\n");
  SiteResponse response;
  const std::string tag = '"' + to_hex(hash_of_facts(facts_of(file), kHashStart)) + '"';
  response.headers = {{"Content-Type", std::string(media_type_of(file.filename().string()))},
                      {"ETag", tag},
                      {"Accept-Ranges", "bytes"}};
  if (request.if_none_match == tag) {
    response.status = 304;
    return response;
  }
  ByteRange range{0, size == 0 ? 0 : size - 1};
  const RangeWish wish = range_of(request.range, size, range);
  if (wish == RangeWish::kNone) {
    response.status = 416;
    response.headers.emplace_back("Content-Range", "bytes */" + std::to_string(size));
    return response;
  }
  if (wish == RangeWish::kPart) {
    response.status = 206;
    response.headers.emplace_back("Content-Range", "bytes " + std::to_string(range.first) + "-" +
                                                       std::to_string(range.last) + "/" + std::to_string(size));
  }
  response.file = file;
  response.offset = range.first;
  response.length = size == 0 ? 0 : range.last - range.first + 1;
  return response;
}

// A page that is not there: because its lesson has problems, or at all. It shows itself once it is there.
SiteResponse SiteServer::respond_with_trouble(std::string_view path) const {
  const Diagnostics problems = problems_of(path);
  const bool is_broken = problems.has_errors() && (path == "/" || built_.of_bytes.count(byte_of(path)) > 0);
  const std::string title = is_broken ? "This page can't be shown yet" : "There is no such page here";
  std::string text =
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; style-src 'self'; "
      "img-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" +
      title + "</title>\n</head>\n<body class=\"live-page\">\n<main>\n<h1>" + title + "</h1>\n";
  if (is_broken) {
    text += "<p>It appears by itself once these are mended and saved.</p>\n<div id=\"live:problems\">\n<ul>\n";
    for (const Diagnostic& problem : problems.all()) text += "<li>" + escape_html(to_text(problem)) + "</li>\n";
    text += "</ul>\n</div>\n";
  } else {
    text += "<p>It appears by itself once it has been written. There is also "
            "<a href=\"/\">the list of all lessons</a>.</p>\n";
  }
  return html(404, with_live_script(text + "</main>\n</body>\n</html>\n", path));
}

// The page with what brings changes into it; the file stays as it was built.
std::string SiteServer::with_live_script(std::string page, std::string_view path) const {
  const std::size_t end = page.find("</head>");
  if (end == std::string::npos) return page;
  JsonWriter json;
  json.begin_object();
  json.key("page");
  json.string(fingerprint_of(path));
  json.key("words");
  json.raw(built_.author_json.empty() ? "{}" : built_.author_json);
  json.end_object();
  page.insert(end, "<link rel=\"stylesheet\" href=\"/.byte/live.css\">\n"
                   "<script type=\"application/json\" id=\"live:data\">" + json.take() + "</script>\n"
                   "<script defer src=\"/.byte/live.js\"></script>\n");
  return page;
}

}  // namespace bytes::cli
