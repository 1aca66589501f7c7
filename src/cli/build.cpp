#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>
#include <set>
#include <system_error>

#include "base/hash.h"
#include "base/json_writer.h"
#include "cli/build_state.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/library.h"
#include "cli/progress.h"
#include "cli/tool_version.h"
#include "content/author/explain.h"
#include "content/author/files.h"
#include "content/author/site_reader.h"
#include "content/author/words.h"
#include "content/catalogue.h"
#include "site/catalogue_file.h"
#include "site/metadata.h"
#include "site/pages.h"

namespace bytes::cli {
namespace {

namespace fs = std::filesystem;

struct BuildOptions {
  fs::path content = "content";
  fs::path assets;            // What the engine's build made: scripts, style sheets, wasm.
  fs::path interface_folder;  // <language>.json each.
  fs::path out = "site";
  bool does_all = false;      // Does not trust what is known of the last run.
  bool tells_counts = false;  // Of what was read and written.
};

int fail(const Error& error) {
  std::fprintf(stderr, "byte build: %s\n", error.message.c_str());
  return 1;
}

// Interface phrases in one line, without what JSON allows for people.
std::string compact(const content::JsonValue& phrases) {
  JsonWriter json;
  json.begin_object();
  for (const content::JsonMember& member : phrases.members) {
    if (!member.value.is_string()) continue;
    json.key(member.key);
    json.string(member.value.string);
  }
  json.end_object();
  return json.take();
}

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

class Build {
 public:
  explicit Build(const BuildOptions& options) : options_(options), bytes_(options.content / "bytes") {}

  int run() {
    if (auto done = run_all(); !done.ok()) return fail(done.error());
    std::printf("%zu %s in %s%s", pages_, pages_ == 1 ? "lesson" : "lessons", options_.out.string().c_str(),
                written_in_words().c_str());
    if (kept_ > 0) std::printf("; %zu %s the page of the build before, see above", kept_, kept_ == 1 ? "keeps" : "keep");
    if (left_out_ > 0) std::printf("; %zu left out, see above", left_out_);
    std::printf(".\n");
    if (options_.tells_counts) tell_counts();
    return has_errors_ || kept_ > 0 || left_out_ > 0 ? 1 : 0;
  }

 private:
  Result<bool> run_all() {
    BYTES_TRY(site, read_site());
    parts_.site = site;
    BYTES_DO(read_interface(site.language));
    BYTES_DO(copy_engine());
    report(diagnostics_);
    const std::string key = key_of_all();
    fs::path state_path = options_.out.has_filename() ? options_.out : options_.out.parent_path();
    state_path += ".state.jsonl";
    before_ = BuildState::read(state_path);
    trusts_state_ = !options_.does_all && before_.key() == key;
    BuildStateWriter after(key);
    BYTES_DO(build_bytes(after));
    if (kept_ == 0) remove_old_engines();
    BYTES_DO(write_file(options_.out / "files.json", files_json_.text()));
    BYTES_DO(write_site_pages());
    BYTES_TRY(site_files, write_sitemap());
    return write_file(state_path, after.text(site_files));
  }

  // Everything that all pages come from.
  std::string key_of_all() const {
    std::uint64_t hash = hash_of(tool_version());
    const auto add = [&](std::string_view text) { hash = hash_of("\n", hash_of(text, hash)); };
    add(site_text_);
    add(parts_.interface_json);
    add(parts_.author_json);
    add(files_json_.text());
    add(options_.content.string());  // Stands in warnings.
    return to_hex(hash);
  }

  Result<bool> build_bytes(BuildStateWriter& after) {
    const std::vector<ByteFile> files = find_bytes(options_.content);
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
        ++left_out_;
      } else {
        BYTES_TRY(result, build_or_keep(file, found));
        built = std::move(result);
      }
      if (!found.all().empty()) progress.clear();
      report(found);
      if (!built) continue;
      if (built->is_listed) catalogue_.push_back(built->entry);
      after.add(*built);
    }
    for (const std::string& id : gone) {
      if (const auto built = before_.find(id)) remove_outputs("bytes/" + id, built->outputs, {});
    }
    return true;
  }

  // What is in the site now; nothing when it is left out.
  Result<std::optional<BuiltByte>> build_or_keep(const ByteFile& file, Diagnostics& found) {
    std::optional<BuiltByte> old = before_.find(file.id);
    if (old && is_unchanged(file, *old)) {
      found.add_all(old->remarks);
      ++pages_;
      return old;
    }
    BYTES_TRY(built, build_byte(file, found));
    if (built) {
      ++pages_;
      if (old) remove_outputs("bytes/" + old->id, old->outputs, built->outputs);
    } else if (old && is_whole(*old)) {
      // Whoever has its address can go on learning.
      report_kept(file, found);
      old->inputs.clear();
      old->remarks = {};
      ++pages_;
      ++kept_;
      return old;
    } else {
      ++left_out_;
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
    for (const content::NextByte& next : old.next) {
      const std::optional<ByteHead> head = head_of(file, next.id);
      if (!head || head->title != next.title || head->minutes != next.minutes) return false;
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

  static void report_kept(const ByteFile& file, Diagnostics& found) {
    Diagnostic note;
    note.severity = Severity::kNote;
    note.file = file.file.string();
    note.message = "the site keeps this lesson as it was built before";
    note.remedy = "mend the problems above and build again";
    note.code = "page-kept";
    found.add(std::move(note));
  }

  void report(const Diagnostics& found) {
    print(found);
    has_errors_ |= found.has_errors();
  }

  std::string written_in_words() const {
    if (written_ == pages_) return "";
    return written_ == 0 ? ", none written anew" : ", " + content::grouped(static_cast<std::int64_t>(written_)) + " written anew";
  }

  static void tell_counts() {
    const FileCounts& counts = file_counts();
    std::printf("Read %s (%s), wrote %s (%s).\n", content::counted(counts.files_read, "file", "files").c_str(),
                content::counted(counts.bytes_read, "byte", "bytes").c_str(),
                content::counted(counts.files_written, "file", "files").c_str(),
                content::counted(counts.bytes_written, "byte", "bytes").c_str());
  }

  Result<content::Site> read_site() {
    content::Site site;
    const fs::path path = options_.content / "site.json";
    std::error_code problem;
    if (!fs::exists(options_.content, problem)) {
      return Error{"There is no folder " + options_.content.string() + ". Name the one with your lessons by --content."};
    }
    if (!fs::exists(path, problem)) {
      site.title = "Byte Player";
      return site;
    }
    BYTES_TRY(text, read_file(path));
    site_text_ = text;
    if (auto read = content::read_site(text, path.string(), diagnostics_)) site = std::move(*read);
    return site;
  }

  // A site's language without words of the player's own is an error; without words for authors it is not: they get
  // the English ones.
  Result<bool> read_interface(const std::string& language) {
    BYTES_TRY(phrases, read_phrases(options_.interface_folder / (language + ".json")));
    fs::path for_authors = options_.interface_folder / "author" / (language + ".json");
    std::error_code problem;
    if (!fs::exists(for_authors, problem)) for_authors.replace_filename("en.json");
    BYTES_TRY(author_phrases, read_phrases(for_authors));
    parts_.interface = view::Interface(phrases);
    parts_.interface_json = compact(phrases);
    parts_.author_interface = view::Interface(author_phrases);
    parts_.author_json = compact(author_phrases);
    parts_.language = language;
    return true;
  }

  Result<content::JsonValue> read_phrases(const fs::path& path) {
    BYTES_TRY(text, read_file(path));
    Diagnostics problems;
    content::JsonValue phrases = content::parse_json(text, path.string(), problems);
    diagnostics_.add_all(content::explained(problems, text));
    return phrases;
  }

  // Copies one of the engine's files under a name that changes with its content.
  Result<std::string> copy_hashed(const std::string& name) {
    BYTES_TRY(text, read_file(options_.assets / name));
    const fs::path plain = name;
    const std::string hashed =
        plain.stem().string() + "." + to_hex(hash_of(text)).substr(0, 10) + plain.extension().string();
    BYTES_DO(write_file(options_.out / "engine" / hashed, text));
    engine_names_.insert(hashed);
    files_json_.begin_object();
    files_json_.key("name");
    files_json_.string("engine/" + hashed);
    files_json_.key("bytes");
    files_json_.integer(static_cast<std::int64_t>(text.size()));
    files_json_.end_object();
    return "engine/" + hashed;
  }

  Result<bool> copy_engine() {
    files_json_.begin_object();
    files_json_.key("engine");
    files_json_.begin_array();
    for (const site::EngineFile& file : site::kEngineFiles) {
      BYTES_TRY(hashed, copy_hashed(std::string(file.name)));
      parts_.files.*file.address = hashed;
    }
    files_json_.end_array();
    files_json_.end_object();
    return true;
  }

  // A page that a learner has open may still ask for the files of the build before this one; older ones go.
  // Requires: no page is kept from a build before, for it needs that one's files.
  void remove_old_engines() const {
    Diagnostics ignored;
    auto before = read_file(options_.out / "files.json");
    if (!before.ok() || *before == files_json_.text()) return;
    std::set<std::string> kept = engine_names_;
    const content::JsonValue list = content::parse_json(*before, "files.json", ignored);
    if (const content::JsonValue* engine = list.find("engine")) {
      for (const content::JsonValue& row : engine->items) {
        if (const content::JsonValue* name = row.find("name")) kept.insert(fs::path(name->string).filename().string());
      }
    }
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
    std::set<std::string> names;
    content::visit_files(
        *byte, [&](const content::File& used, content::FileUse, const content::FilePlace&) { names.insert(used.src); });
    for (const std::string& name : names) {
      BYTES_TRY(bytes, read_file(file.folder / name));
      BYTES_DO(write_file(folder / name, bytes));
    }
    name_next(file, *byte);
    const site::BytePages pages = site::byte_pages(*byte, found, parts_);
    BYTES_DO(write_file(folder / "accessibility.html", pages.accessibility));
    BYTES_TRY(is_new, write_file(folder / "index.html", pages.lesson));
    written_ += is_new;

    BuiltByte built;
    built.id = byte->id;
    built.file = name_in(bytes_, file.file);
    built.overlays = file.overlays;
    built.is_listed = byte->listed;
    built.entry = content::catalogue_entry(*byte);
    built.next = byte->next;
    built.remarks = found;
    for (const auto& [path, stamp] : trace.read()) built.inputs.emplace(name_in(bytes_, path), stamp);
    for (const auto& [path, stamp] : trace.written()) built.outputs.emplace(name_in(folder, path), stamp);
    heads_.insert_or_assign(built.id, ByteHead{byte->title, byte->minutes});
    return std::optional(std::move(built));
  }

  // What a learner is told about the Bytes that come next.
  void name_next(const ByteFile& file, content::Byte& byte) {
    for (content::NextByte& next : byte.next) {
      const std::optional<ByteHead> head = head_of(file, next.id);
      if (!head) continue;
      next.title = head->title;
      next.minutes = head->minutes;
    }
  }

  // Nothing when there is no such Byte. Its file is read once at most, however many others name it.
  std::optional<ByteHead> head_of(const ByteFile& file, const std::string& id) {
    const std::optional<ByteFile> beside = find_beside(file, id);
    if (!beside) return std::nullopt;
    if (const auto found = heads_.find(id); found != heads_.end()) return found->second;
    // What is read here is none of what the Byte that asks is made of.
    const FileTrace apart;
    std::optional<BuiltByte> old = before_.find(id);
    std::optional<ByteHead> head;
    if (old) head = ByteHead{old->entry.title, old->entry.minutes};
    if (!old || !has_old_file(*beside, *old)) {
      // A Byte with a mistake in it keeps its page, and so its name.
      if (auto now = read_head(*beside)) head = std::move(now);
    }
    heads_.emplace(id, head);
    return head;
  }

  bool has_old_file(const ByteFile& file, BuiltByte& old) const {
    const auto its_own = old.inputs.find(name_in(bytes_, file.file));
    return trusts_state_ && its_own != old.inputs.end() && compare(file.file, its_own->second) != Sameness::kChanged;
  }

  Result<bool> write_site_pages() {
    BYTES_DO(write_file(options_.out / "index.html", site::catalogue_page(catalogue_, parts_)));
    BYTES_DO(write_file(options_.out / "catalogue.json", site::catalogue_file(catalogue_)));
    BYTES_DO(write_file(options_.out / "play.html", site::play_page(parts_)));
    return true;
  }

  // What only a site with an address of its own has.
  Result<BuiltFiles> write_sitemap() {
    const FileTrace trace;
    if (!parts_.site.address.empty()) {
      BYTES_DO(write_file(options_.out / "sitemap.xml", site::sitemap(catalogue_, parts_.site)));
      const std::string robots = site::robots(parts_.site);
      if (!robots.empty()) BYTES_DO(write_file(options_.out / "robots.txt", robots));
    }
    BuiltFiles written;
    for (const auto& [path, stamp] : trace.written()) written.emplace(name_in(options_.out, path), stamp);
    remove_outputs("", before_.site_files(), written);
    return written;
  }

  const BuildOptions& options_;
  const fs::path bytes_;  // Where the Bytes are.
  Diagnostics diagnostics_;  // Of the site as a whole.
  std::string site_text_;    // site.json.
  site::SiteParts parts_;
  std::set<std::string> engine_names_;
  JsonWriter files_json_;
  std::vector<content::CatalogueEntry> catalogue_;
  BuildState before_;
  bool trusts_state_ = false;
  std::map<std::string, std::optional<ByteHead>> heads_;
  bool has_errors_ = false;
  std::size_t pages_ = 0;    // In the site.
  std::size_t written_ = 0;  // Of them, by this run.
  std::size_t kept_ = 0;     // Of them, from a build before, because their Byte has problems now.
  std::size_t left_out_ = 0;
};

}  // namespace

void add_build(CLI::App& tool, Run& run) {
  auto options = std::make_shared<BuildOptions>();
  CLI::App* command = tool.add_subcommand("build", "Writes the site: a page for each lesson, and the catalogue");
  command->add_option("--content", options->content, "The folder with site.json and bytes/")->capture_default_str();
  command->add_option("--assets", options->assets, "The folder with the built engine, scripts and styles")->required();
  command->add_option("--interface", options->interface_folder, "The folder with the interface's words")->required();
  command->add_option("--out", options->out, "Where the site goes")->capture_default_str();
  command->add_flag("--all", options->does_all, "Builds every lesson anew, also those that have not changed");
  command->add_flag("--stats", options->tells_counts, "Says how much was read and written");
  command->footer("Example: byte build --assets build/web/assets --interface assets/interface --out build/site");
  command->callback([options, &run] { run = [options] { return Build(*options).run(); }; });
}

}  // namespace bytes::cli
