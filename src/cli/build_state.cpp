#include "cli/build_state.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <system_error>

#include "base/hash.h"
#include "base/json_writer.h"
#include "content/json.h"

namespace bytes::cli {

namespace fs = std::filesystem;
using content::JsonValue;

namespace {

// To be raised when a line gets another meaning.
constexpr int kVersion = 3;
constexpr std::string_view kLineStart = R"({"id":")";
// Far more than the state of any site.
constexpr std::uintmax_t kMostBytes = 1u << 30;

// Sizes and times as text: JSON's numbers are not sure beyond 53 bits.
std::string spelt(const FileStamp& stamp) {
  return std::to_string(stamp.size) + ' ' + std::to_string(stamp.modified) + ' ' + to_hex(stamp.hash);
}

std::optional<FileStamp> read_stamp(std::string_view text) {
  FileStamp stamp;
  const char* at = text.data();
  const char* const end = at + text.size();
  const auto take = [&](auto& number, int base) {
    const auto [stopped, problem] = std::from_chars(at, end, number, base);
    if (problem != std::errc()) return false;
    at = stopped + (stopped != end);
    return true;
  };
  if (!take(stamp.size, 10) || !take(stamp.modified, 10) || !take(stamp.hash, 16) || at != end) return std::nullopt;
  return stamp;
}

class LineWriter {
 public:
  std::string write_head(std::string_view key, const BuiltFiles& site_files,
                         const std::map<std::string, std::string, std::less<>>& roadmaps) {
    json_.begin_object();
    number("byte-build", kVersion);
    text("key", key);
    files("site", site_files);
    json_.key("roadmaps");
    json_.begin_object();
    for (const auto& [id, file] : roadmaps) text(id, file);
    json_.end_object();
    json_.end_object();
    return json_.take();
  }

  std::string write(const BuiltByte& byte) {
    json_.begin_object();
    text("id", byte.id);
    text("file", byte.file);
    texts("overlays", byte.overlays);
    files("inputs", byte.inputs);
    by_id("next", byte.next);
    by_id("roadmaps", byte.roadmaps);
    files("outputs", byte.outputs);
    json_.key("listed");
    json_.boolean(byte.is_listed);
    entries(byte.entries);
    translations(byte.translations);
    text("list", byte.listed.list);
    json_.key("further");
    json_.boolean(byte.listed.uses_further);
    json_.key("sizes");
    json_.begin_array();
    const site::ListedByte& listed = byte.listed;
    // As text, as stamps are: films may be larger than the reader's numbers.
    for (const std::int64_t bytes : {listed.page, listed.translations, listed.pictures, listed.media}) {
      json_.string(std::to_string(bytes));
    }
    json_.end_array();
    remarks(byte.remarks);
    json_.end_object();
    return json_.take();
  }

 private:
  void text(std::string_view key, std::string_view words) {
    json_.key(key);
    json_.string(words);
  }
  void number(std::string_view key, std::int64_t number) {
    json_.key(key);
    json_.integer(number);
  }
  void texts(std::string_view key, const std::vector<std::string>& list) {
    json_.key(key);
    json_.begin_array();
    for (const std::string& words : list) json_.string(words);
    json_.end_array();
  }
  void files(std::string_view key, const BuiltFiles& list) {
    json_.key(key);
    json_.begin_object();
    for (const auto& [name, stamp] : list) text(name, spelt(stamp));
    json_.end_object();
  }
  void by_id(std::string_view key, const std::map<std::string, std::string>& list) {
    json_.key(key);
    json_.begin_object();
    for (const auto& [id, words] : list) text(id, words);
    json_.end_object();
  }
  void entries(const std::vector<content::CatalogueEntry>& list) {
    json_.key("entries");
    json_.begin_array();
    for (const content::CatalogueEntry& one : list) entry(one);
    json_.end_array();
  }
  void translations(const std::vector<TranslationCount>& list) {
    json_.key("translations");
    json_.begin_array();
    for (const TranslationCount& one : list) {
      json_.begin_object();
      text("language", one.language);
      number("strings", one.strings);
      number("missing", one.missing);
      number("stale", one.stale);
      json_.end_object();
    }
    json_.end_array();
  }
  void entry(const content::CatalogueEntry& entry) {
    // Named one by one, so that a new one is not forgotten here; reading is below.
    const auto& [id, title, summary, minutes, level, topics, cover, language, cost, editions, page, formerly] = entry;
    json_.begin_object();
    text("page", page);
    text("title", title);
    text("summary", summary);
    number("minutes", minutes);
    text("level", level);
    texts("topics", topics);
    text("language", language);
    texts("formerly", formerly);
    json_.key("cost");
    json_.begin_array();
    for (const int bytes : {cost.text, cost.pictures, cost.video, cost.sound}) json_.integer(bytes);
    json_.end_array();
    // Its caption and credit are on the Byte's own page only.
    json_.key("cover");
    json_.begin_object();
    text("src", cover.src);
    number("bytes", cover.bytes);
    text("alt", cover.alt);
    json_.key("decorative");
    json_.boolean(cover.decorative);
    number("width", cover.width);
    number("height", cover.height);
    text("still", cover.still.src);
    number("still-bytes", cover.still.bytes);
    json_.end_object();
    json_.key("editions");
    json_.begin_array();
    for (const content::Edition& edition : editions) {
      json_.begin_object();
      text("language", edition.language);
      text("name", edition.name);
      text("href", edition.href);
      json_.end_object();
    }
    json_.end_array();
    json_.end_object();
  }
  void remarks(const Diagnostics& remarks) {
    json_.key("remarks");
    json_.begin_array();
    for (const Diagnostic& remark : remarks.all()) {
      json_.begin_object();
      number("severity", static_cast<int>(remark.severity));
      text("file", remark.file);
      number("line", remark.position.line);
      number("column", remark.position.column);
      text("path", remark.path);
      text("message", remark.message);
      text("remedy", remark.remedy);
      text("code", remark.code);
      json_.end_object();
    }
    json_.end_array();
  }

  JsonWriter json_;
};

// Anything that is not as it should be spoils the whole line.
class LineReader {
 public:
  struct Head {
    std::string key;
    BuiltFiles site_files;
    std::map<std::string, std::string, std::less<>> roadmaps;
  };
  std::optional<Head> read_head(std::string_view line) {
    Diagnostics problems;
    const JsonValue root = content::parse_json(line, "", problems);
    if (!root.was_read() || problems.has_errors() || number(root, "byte-build") != kVersion) return std::nullopt;
    Head head = {text(root, "key"), files(root, "site"), {}};
    for (const content::JsonMember& roadmap : member(root, "roadmaps").members) {
      is_spoilt_ |= !roadmap.value.is_string();
      head.roadmaps.emplace(roadmap.key, roadmap.value.string);
    }
    if (is_spoilt_) return std::nullopt;
    return head;
  }

  std::optional<BuiltByte> read(std::string_view line) {
    Diagnostics problems;
    const JsonValue root = content::parse_json(line, "", problems);
    if (!root.was_read() || problems.has_errors()) return std::nullopt;
    BuiltByte byte;
    byte.id = text(root, "id");
    byte.file = text(root, "file");
    byte.overlays = texts(root, "overlays");
    byte.inputs = files(root, "inputs");
    for (const content::JsonMember& next : member(root, "next").members) byte.next.emplace(next.key, next.value.string);
    for (const content::JsonMember& one : member(root, "roadmaps").members) byte.roadmaps.emplace(one.key, one.value.string);
    byte.outputs = files(root, "outputs");
    byte.is_listed = truth(root, "listed");
    for (const JsonValue& row : list(root, "entries")) {
      byte.entries.push_back(entry(row));
      byte.entries.back().id = byte.id;
    }
    is_spoilt_ |= byte.entries.empty();
    for (const JsonValue& row : list(root, "translations")) {
      byte.translations.push_back({text(row, "language"), number(row, "strings"), number(row, "missing"), number(row, "stale")});
    }
    byte.listed.id = byte.id;
    byte.listed.list = text(root, "list");
    byte.listed.uses_further = truth(root, "further");
    std::int64_t* const sizes[] = {&byte.listed.page, &byte.listed.translations, &byte.listed.pictures, &byte.listed.media};
    const std::vector<std::string> spelt_sizes = texts(root, "sizes");
    is_spoilt_ |= spelt_sizes.size() != std::size(sizes);
    for (std::size_t i = 0; i < std::size(sizes) && i < spelt_sizes.size(); ++i) {
      const char* const end = spelt_sizes[i].data() + spelt_sizes[i].size();
      const auto [stopped, problem] = std::from_chars(spelt_sizes[i].data(), end, *sizes[i]);
      is_spoilt_ |= problem != std::errc() || stopped != end || *sizes[i] < 0;
    }
    for (const JsonValue& row : list(root, "remarks")) {
      Diagnostic remark;
      remark.severity = number(row, "severity") == static_cast<int>(Severity::kNote) ? Severity::kNote : Severity::kWarning;
      remark.file = text(row, "file");
      remark.position = {number(row, "line"), number(row, "column")};
      remark.path = text(row, "path");
      remark.message = text(row, "message");
      remark.remedy = text(row, "remedy");
      remark.code = text(row, "code");
      byte.remarks.add(std::move(remark));
    }
    if (is_spoilt_) return std::nullopt;
    return byte;
  }

 private:
  const JsonValue& member(const JsonValue& object, std::string_view key) {
    static const JsonValue kNothing;
    const JsonValue* value = object.find(key);
    is_spoilt_ |= value == nullptr;
    return value ? *value : kNothing;
  }
  std::string text(const JsonValue& object, std::string_view key) {
    const JsonValue& value = member(object, key);
    is_spoilt_ |= !value.is_string();
    return value.string;
  }
  int number(const JsonValue& object, std::string_view key) { return number(member(object, key)); }
  int number(const JsonValue& value) {
    const bool fits = value.is_integer() && value.integer >= 0 && value.integer <= 0x7fffffff;
    is_spoilt_ |= !fits;
    return fits ? static_cast<int>(value.integer) : 0;
  }
  bool truth(const JsonValue& object, std::string_view key) {
    const JsonValue& value = member(object, key);
    is_spoilt_ |= !value.is_boolean();
    return value.boolean;
  }
  const std::vector<JsonValue>& list(const JsonValue& object, std::string_view key) {
    const JsonValue& value = member(object, key);
    is_spoilt_ |= !value.is_array();
    return value.items;
  }
  std::vector<std::string> texts(const JsonValue& object, std::string_view key) {
    std::vector<std::string> words;
    for (const JsonValue& value : list(object, key)) {
      is_spoilt_ |= !value.is_string();
      words.push_back(value.string);
    }
    return words;
  }
  BuiltFiles files(const JsonValue& object, std::string_view key) {
    BuiltFiles files;
    const JsonValue& value = member(object, key);
    is_spoilt_ |= !value.is_object();
    for (const content::JsonMember& file : value.members) {
      const auto stamp = read_stamp(file.value.string);
      is_spoilt_ |= !stamp;
      if (stamp) files.emplace(file.key, *stamp);
    }
    return files;
  }
  content::CatalogueEntry entry(const JsonValue& value) {
    content::CatalogueEntry entry;
    entry.page = text(value, "page");
    entry.title = text(value, "title");
    entry.summary = text(value, "summary");
    entry.minutes = number(value, "minutes");
    entry.level = text(value, "level");
    entry.topics = texts(value, "topics");
    entry.language = text(value, "language");
    entry.formerly = texts(value, "formerly");
    int* const parts[] = {&entry.cost.text, &entry.cost.pictures, &entry.cost.video, &entry.cost.sound};
    const std::vector<JsonValue>& cost = list(value, "cost");
    is_spoilt_ |= cost.size() != std::size(parts);
    for (std::size_t i = 0; i < std::size(parts) && i < cost.size(); ++i) *parts[i] = number(cost[i]);
    const JsonValue& cover = member(value, "cover");
    entry.cover.src = text(cover, "src");
    entry.cover.bytes = number(cover, "bytes");
    entry.cover.alt = text(cover, "alt");
    entry.cover.decorative = truth(cover, "decorative");
    entry.cover.width = number(cover, "width");
    entry.cover.height = number(cover, "height");
    entry.cover.still.src = text(cover, "still");
    entry.cover.still.bytes = number(cover, "still-bytes");
    for (const JsonValue& edition : list(value, "editions")) {
      entry.editions.push_back({text(edition, "language"), text(edition, "name"), text(edition, "href")});
    }
    return entry;
  }

  bool is_spoilt_ = false;
};

}  // namespace

BuildState BuildState::read(const fs::path& path) {
  BuildState state;
  std::error_code problem;
  if (const auto size = fs::file_size(path, problem); problem || size > kMostBytes) return state;
  auto text = read_file(path);
  if (!text.ok()) return state;
  state.text_ = std::move(*text);
  const std::string_view all = state.text_;
  std::size_t at = all.find('\n');
  if (at == std::string_view::npos) return state;
  auto head = LineReader().read_head(all.substr(0, at));
  if (!head) return state;
  state.key_ = std::move(head->key);
  state.site_files_ = std::move(head->site_files);
  state.roadmaps_ = std::move(head->roadmaps);
  for (std::size_t start = at + 1; start < all.size(); start = at + 1) {
    at = std::min(all.find('\n', start), all.size());
    const std::string_view line = all.substr(start, at - start);
    if (!line.starts_with(kLineStart)) continue;
    const std::string_view rest = line.substr(kLineStart.size());
    const std::string_view id = rest.substr(0, rest.find('"'));
    const bool is_id = !id.empty() && id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == id.npos;
    if (is_id) state.lines_.try_emplace(std::string(id), start, line.size());
  }
  return state;
}

std::optional<BuiltByte> BuildState::find(std::string_view id) const {
  const auto found = lines_.find(id);
  if (found == lines_.end()) return std::nullopt;
  const auto [start, length] = found->second;
  auto byte = LineReader().read(std::string_view(text_).substr(start, length));
  return byte && byte->id == id ? byte : std::nullopt;
}

std::string_view BuildState::roadmap(std::string_view id) const {
  const auto found = roadmaps_.find(id);
  return found == roadmaps_.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<std::string> BuildState::ids() const {
  std::vector<std::string> ids;
  for (const auto& [id, place] : lines_) ids.push_back(id);
  return ids;
}

void BuildStateWriter::add(const BuiltByte& byte) { lines_ += LineWriter().write(byte) + '\n'; }

std::string BuildStateWriter::text(const BuiltFiles& site_files) const {
  return LineWriter().write_head(key_, site_files, roadmaps_) + '\n' + lines_;
}

}  // namespace bytes::cli
