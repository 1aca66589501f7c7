#include "cli/zip_reader.h"

#include <zip.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <set>

#include "content/author/words.h"

namespace bytes::cli {
namespace {

// What a zip's directory says of a file (APPNOTE.TXT 6.3.10, 4.3.12). It is read here and not by libzip, which turns a
// NUL in a name into a space, and knows more kinds of zips than the page does.
struct Listed {
  std::string name;
  std::uint32_t flags = 0;
  std::uint32_t method = 0;
  std::uint32_t packed = 0;
  std::uint32_t size = 0;
  std::uint32_t attributes = 0;
};

Error refused(std::string_view what, std::string_view remedy, std::string_view code) {
  return {std::string(what) + " — " + std::string(remedy) + ". [" + std::string(code) + ']'};
}

Error broken() {
  return refused("this is no zip that can be read, or it is damaged", "make it anew, without splitting it",
                 "zip-broken");
}

std::uint32_t number_at(std::string_view zip, std::size_t at, int bytes) {
  std::uint32_t number = 0;
  for (int i = 0; i < bytes; ++i) {
    number |= static_cast<std::uint32_t>(static_cast<unsigned char>(zip[at + static_cast<std::size_t>(i)])) << (8 * i);
  }
  return number;
}

constexpr std::size_t kEndSize = 22;
constexpr std::size_t kListedSize = 46;

Result<std::vector<Listed>> directory_of(std::string_view zip, const ZipCaps& caps) {
  // It stands at the end, with a comment of up to 65,535 bytes behind it.
  constexpr std::string_view kEnd("PK\x05\x06", 4);
  std::size_t end = zip.size() < kEndSize ? zip.npos : zip.rfind(kEnd, zip.size() - kEndSize);
  if (end == zip.npos || end + kEndSize + number_at(zip, end + 20, 2) != zip.size()) return broken();
  const std::size_t count = number_at(zip, end + 10, 2);
  const bool is_split = number_at(zip, end + 4, 4) != 0 || number_at(zip, end + 8, 2) != count;
  std::size_t at = number_at(zip, end + 16, 4);
  if (is_split || at + number_at(zip, end + 12, 4) != end) return broken();
  if (count > caps.entries) {
    return refused("there are " + std::to_string(count) + " files in it, and at most " + std::to_string(caps.entries) +
                       " are read",
                   "put in only what the lesson needs", "zip-too-many");
  }
  std::vector<Listed> all;
  for (std::size_t i = 0; i < count; ++i) {
    if (at + kListedSize > end || zip.substr(at, 4) != std::string_view("PK\x01\x02", 4)) return broken();
    const std::size_t name_size = number_at(zip, at + 28, 2);
    const std::size_t next = at + kListedSize + name_size + number_at(zip, at + 30, 2) + number_at(zip, at + 32, 2);
    if (next > end) return broken();
    Listed one;
    one.name = zip.substr(at + kListedSize, name_size);
    one.flags = number_at(zip, at + 8, 2);
    one.method = number_at(zip, at + 10, 2);
    one.packed = number_at(zip, at + 20, 4);
    one.size = number_at(zip, at + 24, 4);
    one.attributes = number_at(zip, at + 38, 4);
    all.push_back(std::move(one));
    at = next;
  }
  if (at != end) return broken();
  return all;
}

// RFC 3629.
bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t k) { return k < text.size() ? static_cast<unsigned char>(text[k]) : 0u; };
    const unsigned first = byte(i);
    if ((first >= 0x80 && first < 0xc2) || first >= 0xf5) return false;
    const std::size_t more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    const unsigned second = byte(i + 1);
    if ((first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f) || (first == 0xf0 && second < 0x90) ||
        (first == 0xf4 && second > 0x8f)) {
      return false;
    }
    for (std::size_t k = 1; k <= more; ++k) {
      if ((byte(i + k) & 0xc0) != 0x80) return false;
    }
    i += more + 1;
  }
  return true;
}

std::vector<std::string_view> parts_of(std::string_view name) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t slash = name.find('/');
    parts.push_back(name.substr(0, slash));
    if (slash == name.npos) return parts;
    name.remove_prefix(slash + 1);
  }
}

// Empty, or the code of what is wrong with it.
std::string_view fault_of_name(std::string_view name, const ZipCaps& caps) {
  if (name.empty() || name.size() > caps.name || !is_utf8(name)) return "zip-name";
  for (std::size_t i = 0; i < name.size(); ++i) {
    const unsigned char c = static_cast<unsigned char>(name[i]);
    const bool is_c1 = c == 0xc2 && static_cast<unsigned char>(name[i + 1]) < 0xa0;
    if (c < 0x20 || c == 0x7f || is_c1) return "zip-name";
  }
  if (name.find_first_of("\\:") != name.npos || name.front() == '/') return "zip-outside";
  std::vector<std::string_view> parts = parts_of(name);
  if (parts.back().empty()) parts.pop_back();
  for (std::string_view part : parts) {
    if (part == "..") return "zip-outside";
    // Some systems leave out what is at the end, and so have another name.
    if (part.empty() || part.back() == '.' || part.back() == ' ') return "zip-name";
  }
  return {};
}

bool is_passed_over(std::string_view name) {
  if (name.back() == '/') return true;
  const std::vector<std::string_view> parts = parts_of(name);
  return std::any_of(parts.begin(), parts.end(),
                     [](std::string_view part) { return part.front() == '.' || part == "__MACOSX"; });
}

// For a message about a name in another encoding.
std::string ascii_of(std::string_view name) {
  std::string ascii(name);
  for (char& c : ascii) c = static_cast<unsigned char>(c) < 0x80 ? c : '?';
  return ascii;
}

std::string in_small_letters(std::string_view name) {
  std::string small(name);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return small;
}

std::string megabytes(std::size_t bytes) {
  if (bytes % (1u << 20) == 0) return std::to_string(bytes >> 20) + " MB";
  return content::grouped(static_cast<std::int64_t>(bytes)) + " bytes";
}

// All that can be said before anything is unpacked; the indices of what is to be.
Result<std::vector<std::size_t>> chosen(const std::vector<Listed>& all, const ZipCaps& caps) {
  std::vector<std::size_t> indices;
  std::set<std::string> names;
  std::size_t total = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Listed& one = all[i];
    const std::string name = content::quoted(is_utf8(one.name) ? one.name : ascii_of(one.name));
    const std::string_view fault = fault_of_name(one.name, caps);
    if (fault == "zip-outside") {
      return refused(name + " leads out of the folder it is unpacked into", "give it a plain name and pack it again",
                     fault);
    }
    if (!fault.empty()) {
      return refused(name + " is no name for a file", "rename it, with fewer and ordinary letters, and pack it again",
                     fault);
    }
    if (is_passed_over(one.name)) continue;
    const std::uint32_t kind = one.attributes >> 16 & 0xf000;
    if (kind != 0 && kind != 0x8000) {
      return refused(name + " is a link or a device", "put the file itself in its place", "zip-link");
    }
    if (one.flags & 0x2041) return refused(name + " is locked by a password", "pack it without one", "zip-encrypted");
    if (one.method != ZIP_CM_STORE && one.method != ZIP_CM_DEFLATE) {
      return refused(name + " is packed in a way that is not known here", "pack it as an ordinary zip (deflate)",
                     "zip-method");
    }
    std::string small = in_small_letters(one.name);
    if (!names.insert(small).second) {
      return refused(name + " is there twice, perhaps in small and large letters", "rename one of them",
                     "zip-duplicate");
    }
    if (one.size > caps.entry) {
      return refused(name + " is larger than " + megabytes(caps.entry), "make it smaller", "zip-entry-too-big");
    }
    total += one.size;
    if (total > caps.all) {
      return refused("all files together are larger than " + megabytes(caps.all),
                     "leave some out, or make them smaller", "zip-too-big");
    }
    indices.push_back(i);
  }
  // A file cannot be a folder as well.
  for (const std::string& name : names) {
    for (std::size_t slash = name.find('/'); slash != name.npos; slash = name.find('/', slash + 1)) {
      if (names.count(name.substr(0, slash)) > 0) {
        return refused(content::quoted(name.substr(0, slash)) + " is there twice, perhaps in small and large letters",
                       "rename one of them", "zip-duplicate");
      }
    }
  }
  return indices;
}

struct CloseZip {
  void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

Result<std::vector<ZipEntry>> read_zip(std::string_view zip, const ZipCaps& caps) {
  if (zip.size() > caps.all) {
    return refused("the zip is larger than " + megabytes(caps.all), "leave some files out, or make them smaller",
                   "zip-too-big");
  }
  BYTES_TRY(all, directory_of(zip, caps));
  BYTES_TRY(indices, chosen(all, caps));
  std::vector<ZipEntry> entries;
  if (all.empty()) return entries;

  zip_source_t* source = zip_source_buffer_create(zip.data(), zip.size(), 0, nullptr);
  if (!source) return broken();
  // Local headers that say something else than the directory are refused.
  const std::unique_ptr<zip_t, CloseZip> archive(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr));
  if (!archive) {
    zip_source_free(source);
    return broken();
  }
  if (zip_get_num_entries(archive.get(), 0) != static_cast<zip_int64_t>(all.size())) return broken();
  for (std::size_t i : indices) {
    const Listed& one = all[i];
    const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive.get(), i, 0));
    if (!file) return broken();
    // One byte more than it says: then it lies.
    ZipEntry entry = {one.name, std::string(static_cast<std::size_t>(one.size) + 1, '\0')};
    std::size_t got = 0;
    while (got < entry.bytes.size()) {
      const zip_int64_t more = zip_fread(file.get(), entry.bytes.data() + got, entry.bytes.size() - got);
      // At the end libzip compares the checksum.
      if (more < 0) return broken();
      if (more == 0) break;
      got += static_cast<std::size_t>(more);
    }
    if (got != one.size) return broken();
    entry.bytes.resize(got);
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace bytes::cli
