// The few things the tool does with files. Errors are sentences that name the file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace bytes::cli {

Result<std::string> read_file(const std::filesystem::path& path);

// Writes through a neighbouring file, so that no half-written page is ever served; a file that already says the same is left
// alone. Makes the folders it needs. True: something was written.
Result<bool> write_file(const std::filesystem::path& path, std::string_view text);

// By what a file is known again.
struct FileStamp {
  std::int64_t size = -1;
  std::int64_t modified = 0;  // As the file system counts, in nanoseconds. 0: not to be relied on.
  std::uint64_t hash = 0;     // Of what it holds.

  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

enum class Sameness {
  kSame,       // By its size and time: it was not read.
  kSameWords,  // Only its time is another; the stamp has been given that.
  kChanged,    // Or there is no such file.
};

Sameness compare(const std::filesystem::path& path, FileStamp& stamp);

// Notes which files are read and written while it stands, by `read_file` and `write_file`, those included that already
// said the same. While another stands inside of it, only that one does.
class FileTrace {
 public:
  FileTrace();
  ~FileTrace();
  FileTrace(const FileTrace&) = delete;
  FileTrace& operator=(const FileTrace&) = delete;

  // The stamp of a file that was changed less than two seconds before it was read has no time: it may be changed again
  // and look the same, for some file systems count no finer.
  const std::map<std::filesystem::path, FileStamp>& read() const { return read_; }
  const std::map<std::filesystem::path, FileStamp>& written() const { return written_; }

  void note_read(const std::filesystem::path& path, const FileStamp& stamp) { read_.insert_or_assign(path, stamp); }
  void note_written(const std::filesystem::path& path, const FileStamp& stamp) {
    written_.insert_or_assign(path, stamp);
  }

 private:
  FileTrace* const around_;
  std::map<std::filesystem::path, FileStamp> read_;
  std::map<std::filesystem::path, FileStamp> written_;
};

// All that was read and written since the program began.
struct FileCounts {
  std::int64_t files_read = 0;
  std::int64_t bytes_read = 0;
  std::int64_t files_written = 0;
  std::int64_t bytes_written = 0;
};
const FileCounts& file_counts();

}  // namespace bytes::cli
