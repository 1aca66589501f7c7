#include "cli/files.h"

#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <iterator>
#include <system_error>

#include "base/hash.h"

namespace bytes::cli {

namespace fs = std::filesystem;

namespace {

FileTrace* open_trace = nullptr;
FileCounts counts;

std::int64_t in_nanoseconds(fs::file_time_type time) {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch()).count();
}

// Without its hash; nothing when it is no file.
std::optional<FileStamp> stamp_of(const fs::path& path) {
  std::error_code problem;
  if (!fs::is_regular_file(path, problem)) return std::nullopt;
  FileStamp stamp;
  stamp.size = static_cast<std::int64_t>(fs::file_size(path, problem));
  if (!problem) stamp.modified = in_nanoseconds(fs::last_write_time(path, problem));
  if (problem) return std::nullopt;
  return stamp;
}

bool was_changed_just_now(const FileStamp& stamp) {
  return stamp.modified > in_nanoseconds(fs::file_time_type::clock::now() - std::chrono::seconds(2));
}

Result<std::string> read(const fs::path& path) {
  std::error_code problem;
  if (fs::is_directory(path, problem)) return Error{path.string() + " is a folder, not a file."};
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{path.string() + " can't be read: " + std::strerror(errno) + "."};
  std::string text;
  if (const auto size = fs::file_size(path, problem); !problem) text.resize(size);
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  // What has grown meanwhile, and what has no size, such as a pipe.
  if (file) text.append(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  if (file.bad()) return Error{path.string() + " can't be read to its end."};
  ++counts.files_read;
  counts.bytes_read += static_cast<std::int64_t>(text.size());
  return text;
}

void note_written(const fs::path& path, std::string_view text) {
  if (!open_trace) return;
  FileStamp stamp = stamp_of(path).value_or(FileStamp{});
  stamp.hash = hash_of(text);
  open_trace->note_written(path, stamp);
}

}  // namespace

FileTrace::FileTrace() : around_(open_trace) { open_trace = this; }
FileTrace::~FileTrace() { open_trace = around_; }

const FileCounts& file_counts() { return counts; }

Sameness compare(const fs::path& path, FileStamp& stamp) {
  const auto now = stamp_of(path);
  if (!now || now->size != stamp.size) return Sameness::kChanged;
  if (stamp.modified != 0 && now->modified == stamp.modified) return Sameness::kSame;
  const auto text = read(path);
  if (!text.ok() || hash_of(*text) != stamp.hash) return Sameness::kChanged;
  stamp.modified = was_changed_just_now(*now) ? 0 : now->modified;
  return Sameness::kSameWords;
}

Result<std::string> read_file(const fs::path& path) {
  // Before the file is read: what is written to it meanwhile makes it another one.
  std::optional<FileStamp> stamp;
  if (open_trace) stamp = stamp_of(path);
  auto text = read(path);
  if (text.ok() && stamp) {
    stamp->hash = hash_of(*text);
    stamp->size = static_cast<std::int64_t>(text->size());
    if (was_changed_just_now(*stamp)) stamp->modified = 0;
    open_trace->note_read(path, *stamp);
  }
  return text;
}

Result<bool> write_file(const fs::path& path, std::string_view text) {
  if (const auto now = stamp_of(path); now && now->size == static_cast<std::int64_t>(text.size())) {
    if (auto old = read(path); old.ok() && *old == text) {
      note_written(path, text);
      return false;
    }
  }
  std::error_code problem;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), problem);
  if (problem) return Error{path.parent_path().string() + " can't be made: " + problem.message() + "."};
  fs::path draft = path;
  draft += ".new";
  std::ofstream file(draft, std::ios::binary);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  std::string reason = file ? "" : std::strerror(errno);
  if (reason.empty()) {
    fs::rename(draft, path, problem);
    if (problem) reason = problem.message();
  }
  if (!reason.empty()) {
    fs::remove(draft, problem);
    return Error{path.string() + " can't be written: " + reason + "."};
  }
  ++counts.files_written;
  counts.bytes_written += static_cast<std::int64_t>(text.size());
  note_written(path, text);
  return true;
}

}  // namespace bytes::cli
