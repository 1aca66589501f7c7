// The player's own words, in as many languages as there are files of them.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "base/diagnostics.h"
#include "base/result.h"
#include "view/interface.h"

namespace bytes::cli {

struct InterfaceWords {
  std::string language;
  view::Interface interface;
  std::string json;  // The same, for the player.
};

class InterfaceFolder {
 public:
  // Of `<language>.json` files. What is wrong in them goes to `diagnostics`, which outlives this.
  InterfaceFolder(const std::filesystem::path& folder, Diagnostics& diagnostics)
      : folder_(folder), diagnostics_(diagnostics) {}

  // Fails when there are no words in the site's language.
  Result<bool> open(const std::string& site_language);

  // In that language, or in what it is a kind of (`es` for `es-MX`), or else in the site's. Requires: it was opened.
  const InterfaceWords& words_in(const std::string& language);

 private:
  Result<InterfaceWords> read(const std::string& language);

  std::filesystem::path folder_;
  Diagnostics& diagnostics_;
  std::string site_language_;
  std::map<std::string, InterfaceWords> words_;
};

}  // namespace bytes::cli
