// How much of a library is translated, language by language.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "content/catalogue.h"

namespace bytes::cli {

// Of one Byte, in one language.
struct TranslationCount {
  std::string language;
  int strings = 0;  // That are asked for.
  int missing = 0;
  int stale = 0;

  friend bool operator==(const TranslationCount&, const TranslationCount&) = default;
};

class TranslationCounts {
 public:
  struct OfLanguage {
    int translations = 0;
    int written = 0;  // Bytes that are written in it.
    int strings = 0;  // The translations'.
    int missing = 0;
    int stale = 0;
  };

  // Another Byte, written in `language`. One that is not listed need not be translated.
  void add(const std::string& language, bool is_listed, const std::vector<TranslationCount>& translations);

  // A line for each language into which something is translated, or which the site has. `only_gaps`: nothing where nothing
  // is missing.
  std::string in_words(const content::Site& site, bool only_gaps) const;

  const std::map<std::string, OfLanguage>& all() const { return all_; }

 private:
  std::map<std::string, OfLanguage> all_;
  std::map<std::string, int> listed_;  // Bytes that a learner finds in that language.
  int bytes_ = 0;                      // That are listed.
};

}  // namespace bytes::cli
