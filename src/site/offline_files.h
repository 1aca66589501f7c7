// The files by which a site can be kept on a learner's device: what belongs to it, each with its SHA-256. What reads them
// is web/worker.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "content/catalogue.h"

namespace bytes::site {

// SHA-256 as 64 hexadecimal digits.
std::string digest_of(std::string_view text);

struct ListedFile {
  std::string name;          // From the folder of the list.
  std::string sha256;
  std::int64_t bytes = 0;
  std::string_view kind{};   // In a Byte's list: page, report, picture, media.
};

// bytes/<id>/files.json.
std::string byte_list(const std::vector<ListedFile>& files);

// What the site's list says of a Byte: enough to know whether it has changed, and how large it is.
struct ListedByte {
  std::string id;
  std::string list;                // SHA-256 of bytes/<id>/files.json.
  std::int64_t page = 0;           // Bytes: of its own page and the report,
  std::int64_t translations = 0;   // of its other pages,
  std::int64_t pictures = 0;
  std::int64_t media = 0;          // and of what comes only on request: films, sounds, pictures that move.
  bool uses_further = false;       // As content::uses_further has it.

  friend bool operator==(const ListedByte&, const ListedByte&) = default;
};
// `list`: what byte_list made of `files`.
ListedByte listed_byte(std::string_view id, std::string_view list, const std::vector<ListedFile>& files);

struct SiteFiles {
  std::vector<ListedFile> engine;  // For learners.
  std::vector<ListedFile> further; // For those who keep a lesson that needs the larger engine.
  std::vector<ListedFile> other;   // For authors, and for pages that are opened from a disk: no device keeps them.
  std::vector<ListedFile> shell;   // Pages and the like at the site's root.
  std::vector<ListedByte> bytes;
};

// files.json.
std::string site_list(const SiteFiles& files);

// service-worker.js: the script, after a line that names the site's list by its SHA-256. So every change of the site is
// another worker, and nothing else is.
std::string service_worker(std::string_view script, std::string_view list_sha256);

// manifest.webmanifest, by which a browser can install the site. Icons are addresses from the site's root.
std::string web_manifest(const content::Site& site, const std::string& icon, const std::string& maskable_icon);

}  // namespace bytes::site
