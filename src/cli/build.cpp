#include "cli/build.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <system_error>

#include "base/hash.h"
#include "cli/build_state.h"
#include "cli/byte_head.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/library.h"
#include "cli/player_options.h"
#include "cli/progress.h"
#include "cli/roadmaps.h"
#include "cli/site_parts.h"
#include "cli/translations.h"
#include "cli/tool_version.h"
#include "content/author/files.h"
#include "content/author/translation.h"
#include "content/author/site_colours.h"
#include "content/author/words.h"
#include "content/catalogue.h"
#include "site/catalogue_file.h"
#include "site/local_module.h"
#include "site/metadata.h"
#include "site/offline_files.h"
#include "site/pages.h"
#include "view/site_parts.h"

namespace bytes::cli {
namespace {

namespace fs = std::filesystem;

// Where a file lies below `folder`, as it is kept.
std::string name_in(const fs::path& folder, const fs::path& path) {
  return path.lexically_normal().lexically_relative(folder.lexically_normal()).generic_string();
}

// Whether `name` names something inside its folder, and nothing else; a state file may say anything.
bool is_inside(const std::string& name) {
  const fs::path path = name;
  if (name.empty() || name.find('\\') != name.npos || name.find('\0') != name.npos || path.has_root_path()) return false;
  return std::none_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".." || part == "."; });
}

// Far more than the list of any site.
constexpr std::size_t kLongestList = 64u << 20;

class Build {
 public:
  explicit Build(const BuildOptions& options) : options_(options), bytes_(options.content / "bytes") {}

  Result<Built> run() {
    BYTES_DO(run_all());
    return std::move(built_);
  }

 private:
  // What leaves the site is removed from it; among the lessons, that would be their authors' own pictures.
  Result<bool> check_place() const {
    std::error_code problem;
    const fs::path out = fs::weakly_canonical(options_.out, problem);
    const fs::path bytes = fs::weakly_canonical(bytes_, problem);
    const auto holds = [](const fs::path& folder, const fs::path& path) {
      return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
    };
    if (!holds(bytes, out) && !holds(bytes, fs::weakly_canonical(options_.out / "bytes", problem))) return true;
    return Error{"The site can't be written among the lessons, in " + options_.out.string() +
                 ". Give it a folder of its own by --out, such as --out site."};
  }

  Result<bool> run_all() {
    BYTES_DO(check_place());
    BYTES_TRY(parts, read_site_parts(options_.content, options_.interface_folder, built_.diagnostics));
    parts_ = std::move(parts);
    built_.author_json = parts_.author.json;
    built_.site = parts_.site;
    BYTES_DO(copy_engine());
    site::prepare_words(parts_);
    const std::string key = key_of_all();
    fs::path state_path = options_.out.has_filename() ? options_.out : options_.out.parent_path();
    state_path += ".state.jsonl";
    before_ = BuildState::read(state_path);
    trusts_state_ = !options_.does_all && before_.key() == key;
    BuildStateWriter after(key);
    find_wanted();
    BYTES_DO(build_bytes(after));
    if (built_.kept == 0) remove_old_engines();
    BYTES_TRY(site_files, write_roadmaps(after));
    BYTES_DO(write_site_pages());
    BYTES_DO(write_offline_files());
    BYTES_TRY(map_files, write_sitemap());
    site_files.merge(map_files);
    remove_outputs("", before_.site_files(), site_files);
    return write_file(state_path, after.text(site_files));
  }

  // Everything that all pages come from.
  std::string key_of_all() const {
    std::uint64_t hash = hash_of(tool_version());
    const auto add = [&](std::string_view text) { hash = hash_of("\n", hash_of(text, hash)); };
    add(parts_.site_text);
    for (const auto& [language, words] : parts_.words) add(words.json);
    add(parts_.author.json);
    for (const std::string& name : engine_names_) add(name);
    add(options_.content.string());  // Stands in warnings.
    return to_hex(hash);
  }

  Result<bool> build_bytes(BuildStateWriter& after) {
    files_ = find_bytes(options_.content);
    const std::vector<ByteFile>& files = files_;
    Progress progress(files.size());
    std::set<std::string> gone;
    for (std::string& id : before_.ids()) gone.insert(std::move(id));
    for (std::size_t i = 0; i < files.size(); ++i) {
      const ByteFile& file = files[i];
      progress.show(i);
      gone.erase(file.id);
      Diagnostics found;
      std::optional<BuiltByte> built;
      if (i > 0 && files[i - 1].id == file.id) {
        report_twice(files[i - 1], file, found);
        ++built_.left_out;
      } else {
        BYTES_TRY(result, build_or_keep(file, found));
        built = std::move(result);
      }
      if (!found.all().empty()) built_.of_bytes[file.id].add_all(found);
      if (!built) continue;
      built_.translations.add(built->entries[0].language, built->is_listed, built->translations);
      if (const auto wanted = wanted_.find(built->id); wanted != wanted_.end()) wanted->second = built->entries;
      if (built->is_listed) catalogue_.push_back(built->entries);
      site_files_.bytes.push_back(built->listed);
      after.add(*built);
    }
    for (const std::string& id : gone) {
      const auto built = before_.find(id);
      // A folder that could be listed in part only must not cost lessons that are there.
      std::error_code problem;
      if (!built || (is_inside(built->file) && fs::exists(bytes_ / built->file, problem))) continue;
      remove_outputs("bytes/" + id, built->outputs, {});
    }
    return true;
  }

  // What is in the site now; nothing when it is left out.
  Result<std::optional<BuiltByte>> build_or_keep(const ByteFile& file, Diagnostics& found) {
    std::optional<BuiltByte> old = before_.find(file.id);
    if (old && is_unchanged(file, *old)) {
      found.add_all(old->remarks);
      ++built_.pages;
      return old;
    }
    BYTES_TRY(built, build_byte(file, found));
    if (built) {
      ++built_.pages;
      if (old) remove_outputs("bytes/" + old->id, old->outputs, built->outputs);
    } else if (old && is_whole(*old)) {
      // Whoever has its address can go on learning.
      report_kept(file.file, "the site keeps this lesson as it was built before", "page-kept", found);
      old->inputs.clear();
      old->remarks = {};
      ++built_.pages;
      ++built_.kept;
      return old;
    } else {
      ++built_.left_out;
    }
    return built;
  }

  // Reads nothing of what has kept its size and time.
  bool is_unchanged(const ByteFile& file, BuiltByte& old) {
    if (!trusts_state_ || old.inputs.empty() || old.file != name_in(bytes_, file.file)) return false;
    if (old.overlays != file.overlays) return false;
    for (auto& [name, stamp] : old.inputs) {
      if (!is_inside(name) || compare(bytes_ / name, stamp) == Sameness::kChanged) return false;
    }
    if (old.roadmaps != titles_of(roadmaps_of(old.id))) return false;
    for (const auto& [id, spelt] : old.next) {
      const std::optional<ByteHead> head = find_head(id);
      if (!head || head->spelt() != spelt) return false;
    }
    return is_whole(old);
  }

  // Whether its page and all else are in the site as they were written.
  bool is_whole(BuiltByte& built) const {
    const fs::path folder = options_.out / "bytes" / built.id;
    for (auto& [name, stamp] : built.outputs) {
      if (!is_inside(name) || compare(folder / name, stamp) == Sameness::kChanged) return false;
    }
    return built.outputs.count("index.html") > 0;
  }

  // Takes out of `folder`, in the site, what an earlier build wrote and is not among `wanted`. What somebody has changed
  // since then, or laid elsewhere, is not ours.
  void remove_outputs(const std::string& folder, const BuiltFiles& old, const BuiltFiles& wanted) const {
    std::error_code problem;
    const fs::path site = fs::canonical(options_.out, problem);
    if (problem) return;
    for (auto [name, stamp] : old) {
      if (wanted.count(name) > 0 || !is_inside(name)) continue;
      const fs::path path = options_.out / folder / name;
      // A link in the way would lead out of the site.
      if (fs::canonical(path, problem) != (site / folder / name).lexically_normal() || problem) continue;
      if (compare(path, stamp) == Sameness::kChanged) {
        std::fprintf(stderr, "%s is no longer used, and stays because somebody has changed it. Remove it if nobody needs it.\n",
                     path.string().c_str());
        continue;
      }
      fs::remove(path, problem);
      // Folders that have become empty; of others nothing is removed.
      for (fs::path part = path.parent_path(); part != options_.out && part.filename() != "bytes"; part = part.parent_path()) {
        if (!fs::remove(part, problem) || problem) break;
      }
    }
  }

  static void report_twice(const ByteFile& first, const ByteFile& second, Diagnostics& found) {
    Diagnostic problem;
    problem.file = second.file.string();
    problem.message = "a lesson with this id is in " + first.file.string() + " too, and there is one page for both";
    problem.remedy = "remove one of the two files, or give one another name and id";
    problem.code = "byte-twice";
    found.add(std::move(problem));
  }

  static void report_kept(const fs::path& file, const std::string& message, const std::string& code, Diagnostics& found) {
    Diagnostic kept;
    kept.severity = Severity::kWarning;
    kept.file = file.string();
    kept.message = message;
    kept.remedy = "mend the problems above and build again";
    kept.code = code;
    found.add(std::move(kept));
  }

  // Writes one of the files that pages share under a name that changes with its content.
  Result<std::string> write_hashed(const fs::path& plain, const std::string& text,
                                   site::KeptWith kept_with = site::KeptWith::kAnyLesson) {
    const std::string hashed =
        plain.stem().string() + "." + to_hex(hash_of(text)).substr(0, 10) + plain.extension().string();
    BYTES_DO(write_file(options_.out / "engine" / hashed, text));
    engine_names_.insert(hashed);
    std::vector<site::ListedFile>& list = kept_with == site::KeptWith::kAnyLesson        ? site_files_.engine
                                          : kept_with == site::KeptWith::kFurtherLessons ? site_files_.further
                                                                                         : site_files_.other;
    list.push_back(listed("engine/" + hashed, text));
    return "engine/" + hashed;
  }

  static site::ListedFile listed(const std::string& name, const std::string& text, std::string_view kind = {}) {
    return {name, site::digest_of(text), static_cast<std::int64_t>(text.size()), kind};
  }

  Result<bool> copy_engine() {
    for (const site::EngineFile& file : site::kEngineFiles) {
      BYTES_TRY(text, read_file(options_.assets / file.name));
      if (file.address == &site::EngineFiles::style) text += content::style_of(parts_.site.colours);
      BYTES_TRY(hashed, write_hashed(file.name, text, file.kept_with));
      parts_.files.*file.address = hashed;
    }
    for (const site::LocalModule& module : site::kLocalModules) {
      BYTES_TRY(script, read_file(options_.assets / module.script));
      BYTES_TRY(provider, read_file(options_.assets / "local.js"));
      BYTES_TRY(packed, read_file(options_.assets / module.packed));
      BYTES_TRY(hashed, write_hashed(module.name, site::local_module(script, provider, packed, module.function),
                                      site::KeptWith::kNone));
      parts_.files.*module.address = hashed;
    }
    const std::string& logo = parts_.site.logo.src;
    if (!logo.empty()) {
      BYTES_TRY(text, read_file(options_.content / logo));
      BYTES_TRY(hashed, write_hashed("logo" + fs::path(logo).extension().string(), text));
      parts_.logo = hashed;
    }
    return true;
  }

  // A page that a learner has open may still ask for the files of the build before this one; older ones go.
  // Requires: no page is kept from a build before, for it needs that one's files.
  void remove_old_engines() const {
    Diagnostics ignored;
    auto before = read_file(options_.out / "files.json");
    if (!before.ok()) return;
    std::set<std::string> old;
    const content::JsonValue list = content::parse_json(*before, "files.json", ignored, {.bytes = kLongestList});
    for (const char* part : {"engine", "further", "other"}) {
      const content::JsonValue* files = list.find(part);
      if (!files) continue;
      for (const content::JsonValue& row : files->items) {
        if (const content::JsonValue* name = row.find("name")) old.insert(fs::path(name->string).filename().string());
      }
    }
    if (old == engine_names_) return;
    std::set<std::string> kept = engine_names_;
    kept.merge(old);
    std::error_code problem;
    for (const fs::directory_entry& entry : fs::directory_iterator(options_.out / "engine", problem)) {
      if (kept.count(entry.path().filename().string()) == 0) fs::remove(entry.path(), problem);
    }
  }

  // Nothing: the Byte has problems and is not written; the others are not its business.
  Result<std::optional<BuiltByte>> build_byte(const ByteFile& file, Diagnostics& found) {
    FileTrace trace;
    auto byte = load_byte(file, found);
    if (!byte || found.has_errors()) return std::optional<BuiltByte>();
    const fs::path folder = options_.out / "bytes" / byte->id;
    const Diagnostics of_source = found;
    BuiltByte built;
    std::vector<content::Byte> editions = load_editions(file, std::move(*byte), found, built.translations);
    const content::Byte& source = editions.front();
    std::map<std::string, std::string_view> kinds;  // Of the files beside it.
    std::vector<site::ListedFile> files;
    bool is_new = false;
    for (content::Byte& edition : editions) {
      name_next(edition, built.next);
      for (content::NextByte& roadmap : roadmaps_of(edition.id)) {
        if (roadmap.language == edition.language) roadmap.language.clear();
        edition.next.push_back(std::move(roadmap));
      }
      content::visit_files(edition, [&](const content::File& used, content::FileUse use, const content::FilePlace&) {
        const bool is_picture = use == content::FileUse::kPicture || use == content::FileUse::kStill;
        std::string_view& kind = kinds[used.src];
        if (kind.empty() || is_picture) kind = is_picture ? "picture" : "media";
      });
      const std::string name = page_name(source, edition.language);
      const site::BytePages pages = site::byte_pages(edition, name, of_source, parts_);
      built.entries.push_back(content::catalogue_entry(edition));
      built.entries.back().page = name;
      files.push_back(listed(name, pages.lesson, "page"));
      if (&edition == &source) {
        BYTES_DO(write_file(folder / "accessibility.html", pages.accessibility));
        files.push_back(listed("accessibility.html", pages.accessibility, "report"));
      }
      BYTES_TRY(is_written, write_file(folder / name, pages.lesson));
      is_new |= is_written;
    }
    for (const auto& [name, kind] : kinds) {
      BYTES_TRY(bytes, read_file(file.folder / name));
      BYTES_DO(write_file(folder / name, bytes));
      files.push_back(listed(name, bytes, kind));
    }
    const std::string list = site::byte_list(files);
    BYTES_DO(write_file(folder / "files.json", list));
    built_.written += is_new;

    built.id = source.id;
    built.file = name_in(bytes_, file.file);
    built.overlays = file.overlays;
    built.is_listed = source.listed;
    built.roadmaps = titles_of(roadmaps_of(source.id));
    built.listed = site::listed_byte(source.id, list, files);
    built.listed.uses_further = content::uses_further(source);
    built.remarks = found;
    for (const auto& [path, stamp] : trace.read()) built.inputs.emplace(name_in(bytes_, path), stamp);
    for (const auto& [path, stamp] : trace.written()) built.outputs.emplace(name_in(folder, path), stamp);
    // A translation with mistakes has no page, and is looked at again until it has.
    if (found.has_errors()) built.inputs.clear();
    heads_.insert_or_assign(built.id, head_of(built.entries));
    return std::optional(std::move(built));
  }

  // What a learner is told about the Bytes that come next, in the language of this page if there is such a page.
  void name_next(content::Byte& edition, std::map<std::string, std::string>& named) {
    for (content::NextByte& next : edition.next) {
      const std::optional<ByteHead> head = find_head(next.id);
      named[next.id] = head ? head->spelt() : std::string();
      if (!head) continue;
      const ByteHead::Edition& its = head->in(edition.language);
      next.title = its.title;
      next.minutes = head->minutes;
      next.href = its.page == "index.html" ? std::string() : its.page;
      next.language = its.language == edition.language ? std::string() : its.language;
    }
  }

  // Those in the catalogue that lead through it.
  std::vector<content::NextByte> roadmaps_of(std::string_view id) const {
    std::vector<content::NextByte> found;
    for (const auto& [roadmap, text] : roadmaps_) {
      const bool is_in = std::any_of(roadmap.bytes.begin(), roadmap.bytes.end(), [&](const auto& byte) { return byte.id == id; });
      if (is_in && roadmap.listed) found.push_back({.id = roadmap.id, .title = roadmap.title, .is_roadmap = true, .language = roadmap.language});
    }
    return found;
  }
  static std::map<std::string, std::string> titles_of(const std::vector<content::NextByte>& roadmaps) {
    std::map<std::string, std::string> titles;
    for (const content::NextByte& roadmap : roadmaps) titles.emplace(roadmap.id, roadmap.language + ' ' + roadmap.title);
    return titles;
  }

  // Those in that language, if there are any.
  std::vector<content::RoadmapEntry> roadmaps_in(std::string_view language) const {
    std::vector<content::RoadmapEntry> found;
    std::copy_if(listed_roadmaps_.begin(), listed_roadmaps_.end(), std::back_inserter(found),
                 [&](const content::RoadmapEntry& one) { return one.language == language; });
    return found.empty() ? listed_roadmaps_ : found;
  }

  // Nothing when there is no such Byte. Its file is read once at most, however many others name it.
  std::optional<ByteHead> find_head(const std::string& id) {
    if (const auto found = heads_.find(id); found != heads_.end()) return found->second;
    const auto file = std::lower_bound(files_.begin(), files_.end(), id,
                                       [](const ByteFile& one, const std::string& its) { return one.id < its; });
    if (file == files_.end() || file->id != id) return std::nullopt;
    // What is read here is none of what the Byte that asks is made of.
    const FileTrace apart;
    std::optional<BuiltByte> old = before_.find(id);
    std::optional<ByteHead> head;
    if (old) head = head_of(old->entries);
    if (!old || !has_old_files(*file, *old)) {
      // A Byte with a mistake in it keeps its page, and so its name.
      if (auto now = read_head(*file)) head = std::move(now);
    }
    heads_.emplace(id, head);
    return head;
  }

  // Its own and its translations.
  bool has_old_files(const ByteFile& file, BuiltByte& old) const {
    if (!trusts_state_ || old.overlays != file.overlays) return false;
    const auto is_old = [&](const fs::path& path) {
      const auto stamp = old.inputs.find(name_in(bytes_, path));
      return stamp != old.inputs.end() && compare(path, stamp->second) != Sameness::kChanged;
    };
    return is_old(file.file) && std::all_of(file.overlays.begin(), file.overlays.end(), [&](const std::string& name) {
      return content::translation_language(name).empty() || is_old(file.folder / name);
    });
  }

  // Reads the roadmaps before the Bytes, of which nothing is kept that nobody asks for.
  void find_wanted() {
    const std::vector<fs::path> paths = find_roadmaps(options_.content);
    if (paths.empty()) return;
    const RoadmapLibrary library(options_.content);
    for (const fs::path& path : paths) {
      Diagnostics found;
      std::string text;
      auto roadmap = load_roadmap(path, library, found, &text);
      if (!roadmap || found.has_errors()) {
        const std::string name = path.stem().string();
        // Whoever has its address can go on, by the last of its texts that was right.
        Diagnostics ignored;
        text = before_.roadmap(name);
        roadmap = text.empty() ? std::nullopt : content::read_roadmap(text, path.string(), library.surroundings(name), ignored);
        if (ignored.has_errors()) roadmap.reset();
        if (roadmap) report_kept(path, "the site keeps this roadmap as it was before", "roadmap-kept", found);
      }
      built_.diagnostics.add_all(found);
      if (!roadmap) continue;
      for (const content::RoadmapByte& byte : roadmap->bytes) wanted_.try_emplace(byte.id);
      roadmaps_.emplace_back(std::move(*roadmap), std::move(text));
    }
  }

  // Requires: the Bytes have been built.
  Result<BuiltFiles> write_roadmaps(BuildStateWriter& after) {
    const FileTrace trace;
    for (auto& [roadmap, text] : roadmaps_) {
      after.add_roadmap(roadmap.id, text);
      // A Byte with problems may have no page; that was said.
      std::vector<std::vector<content::CatalogueEntry>> editions;
      std::erase_if(roadmap.bytes, [&](const content::RoadmapByte& byte) {
        const std::vector<content::CatalogueEntry>& entries = wanted_[byte.id];
        if (!entries.empty()) editions.push_back(entries);
        return entries.empty();
      });
      if (editions.empty()) continue;
      for (content::RoadmapByte& byte : roadmap.bytes) {
        std::erase_if(byte.after, [&](const std::string& id) { return wanted_[id].empty(); });
      }
      const std::vector<content::CatalogueEntry> entries = site::entries_in(editions, roadmap.language);
      const std::string name = "roadmaps/" + roadmap.id + "/index.html";
      const std::string page = site::roadmap_page(roadmap, entries, parts_);
      BYTES_DO(write_file(options_.out / name, page));
      site_files_.shell.push_back(listed(name, page));
      if (roadmap.listed) listed_roadmaps_.push_back(content::roadmap_entry(roadmap, entries));
    }
    return written_files(trace);
  }

  Result<bool> write_site_pages() {
    const auto write_shell = [this](const std::string& file, const std::string& text) {
      site_files_.shell.push_back(listed(file, text));
      return write_file(options_.out / file, text);
    };
    for (const std::string& language : site::page_languages(parts_)) {
      const auto name = [&](std::string_view page) { return view::page_in(parts_.site, page, language); };
      const site::Listing listing = {site::entries_in(catalogue_, language), roadmaps_in(language)};
      BYTES_DO(write_shell(name("index"), site::catalogue_page(listing, language, parts_)));
      BYTES_DO(write_shell(name("offline"), site::offline_page(listing, language, parts_)));
      const std::string about = site::about_page(language, parts_);
      if (!about.empty()) BYTES_DO(write_shell(name("about"), about));
    }
    BYTES_DO(write_shell("manifest.webmanifest",
                         site::web_manifest(parts_.site, parts_.files.icon, parts_.files.maskable_icon)));
    // In no list: on a host without the tool its author writes into it.
    BYTES_DO(write_file(options_.out / "catalogue.json", site::catalogue_file(site::entries_in(catalogue_, {}))));
    BYTES_DO(write_file(options_.out / "play.html", site::play_page(parts_)));
    return true;
  }

  // Last, so that whoever has the new lists has all that they name.
  Result<bool> write_offline_files() {
    const std::string list = site::site_list(site_files_);
    BYTES_TRY(script, read_file(options_.assets / "service-worker.js"));
    BYTES_DO(write_file(options_.out / "files.json", list));
    return write_file(options_.out / "service-worker.js", site::service_worker(script, site::digest_of(list)));
  }

  // What only a site with an address of its own has.
  Result<BuiltFiles> write_sitemap() {
    const FileTrace trace;
    if (!parts_.site.address.empty()) {
      std::vector<std::string> pages;
      for (const std::string& language : site::page_languages(parts_)) {
        pages.push_back(view::page_in(parts_.site, "index", language));
      }
      for (const content::RoadmapEntry& roadmap : listed_roadmaps_) pages.push_back("roadmaps/" + roadmap.id + "/index.html");
      const std::string map = site::sitemap(site::entries_in(catalogue_, {}), pages, parts_.site);
      BYTES_DO(write_file(options_.out / "sitemap.xml", map));
      const std::string robots = site::robots(parts_.site);
      if (!robots.empty()) BYTES_DO(write_file(options_.out / "robots.txt", robots));
    }
    return written_files(trace);
  }

  // Seen from the site's root.
  BuiltFiles written_files(const FileTrace& trace) const {
    BuiltFiles written;
    for (const auto& [path, stamp] : trace.written()) written.emplace(name_in(options_.out, path), stamp);
    return written;
  }

  const BuildOptions& options_;
  const fs::path bytes_;  // Where the Bytes are.
  Built built_;
  site::SiteParts parts_;
  std::set<std::string> engine_names_;
  site::SiteFiles site_files_;
  // The roadmaps that have a page, each with its file's text; and the Bytes that they name, each in all its languages once
  // it has pages.
  std::vector<std::pair<content::Roadmap, std::string>> roadmaps_;
  std::map<std::string, std::vector<content::CatalogueEntry>, std::less<>> wanted_;
  std::vector<content::RoadmapEntry> listed_roadmaps_;
  std::vector<std::vector<content::CatalogueEntry>> catalogue_;  // Each in all its languages.
  std::vector<ByteFile> files_;
  BuildState before_;
  bool trusts_state_ = false;
  std::map<std::string, std::optional<ByteHead>> heads_;
};

std::string written_in_words(const Built& built) {
  if (built.written == built.pages) return "";
  if (built.written == 0) return ", none written anew";
  return ", " + content::grouped(static_cast<std::int64_t>(built.written)) + " written anew";
}

void tell_counts() {
  const FileCounts& counts = file_counts();
  std::printf("Read %s (%s), wrote %s (%s).\n", content::counted(counts.files_read, "file", "files").c_str(),
              content::counted(counts.bytes_read, "byte", "bytes").c_str(),
              content::counted(counts.files_written, "file", "files").c_str(),
              content::counted(counts.bytes_written, "byte", "bytes").c_str());
}

int run_build(const BuildOptions& options) {
  const auto done = build_site(options);
  if (!done.ok()) {
    std::fprintf(stderr, "byte build: %s\n", done.error().message.c_str());
    return 1;
  }
  const Built& built = *done;
  print(built);
  std::printf("%zu %s in %s%s", built.pages, built.pages == 1 ? "lesson" : "lessons", options.out.string().c_str(),
              written_in_words(built).c_str());
  if (built.kept > 0) {
    std::printf("; %zu %s the page of the build before, see above", built.kept, built.kept == 1 ? "keeps" : "keep");
  }
  if (built.left_out > 0) std::printf("; %zu left out, see above", built.left_out);
  std::printf(".\n");
  std::printf("%s", built.translations.in_words(built.site, /*only_gaps=*/true).c_str());
  if (options.tells_counts) tell_counts();
  return built.has_errors() ? 1 : 0;
}

}  // namespace

Result<Built> build_site(const BuildOptions& options) { return Build(options).run(); }

bool Built::has_errors() const {
  return diagnostics.has_errors() || kept > 0 || left_out > 0 ||
         std::any_of(of_bytes.begin(), of_bytes.end(), [](const auto& one) { return one.second.has_errors(); });
}

void print(const Built& built) {
  print(built.diagnostics);
  for (const auto& [id, diagnostics] : built.of_bytes) {
    Diagnostics weighty;
    for (const Diagnostic& one : diagnostics.all()) {
      if (one.severity != Severity::kNote) weighty.add(one);
    }
    print(weighty);
  }
}

void add_source_options(CLI::App& command, BuildOptions& options) {
  command.add_option("--content", options.content, "The folder with site.json and bytes/")->capture_default_str();
  add_player_options(command, options.assets, options.interface_folder);
}

void add_build(CLI::App& tool, Run& run) {
  auto options = std::make_shared<BuildOptions>();
  CLI::App* command = tool.add_subcommand("build", "Writes the site: a page for each lesson, and the catalogue");
  add_source_options(*command, *options);
  command->add_option("--out", options->out, "Where the site goes")->capture_default_str();
  command->add_flag("--all", options->does_all, "Builds every lesson anew, also those that have not changed");
  command->add_flag("--stats", options->tells_counts, "Says how much was read and written");
  command->footer("Example: byte build --content content --out site");
  command->callback([options, &run] { run = [options] { return run_build(*options); }; });
}

}  // namespace bytes::cli
