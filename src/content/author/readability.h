// How hard a text is to read, by measures that have been published.
#pragma once

#include <string_view>
#include <vector>

namespace bytes::content {

// What both measures are made of.
struct ReadingCounts {
  int words = 0;
  int sentences = 0;
  int syllables = 0;   // English.
  int long_words = 0;  // Of more than six letters.

  ReadingCounts& operator+=(const ReadingCounts& other);
};

// The sentences of a text, in its order, as parts of it. An abbreviation such as `Mr.` ends none. What has no full stop
// is one too.
std::vector<std::string_view> sentences_of(std::string_view text);

// Of one sentence.
ReadingCounts count_reading(std::string_view sentence);

// Groups of vowels, without an `e` or `ed` that is not heard at the end; at least 1. An estimate: of words that are
// common in lessons it has nine in ten right, and its mistakes go both ways.
int english_syllables(std::string_view word);

// The school year of the United States in which a text is understood: J. P. Kincaid and others, "Derivation of new
// readability formulas for Navy enlisted personnel", Research Branch Report 8-75, 1975. For English. Requires: there
// are words and sentences.
double flesch_kincaid_grade(const ReadingCounts& counts);

// C. H. Björnsson, "Läsbarhet", 1968: words in a sentence, and how many in a hundred words are long. Below 30 is very
// easy, 40 is plain prose, 50 a newspaper, 60 an official text. Requires: there are words and sentences.
double lix(const ReadingCounts& counts);

// Whether LIX says something about this language (its first part, such as `sv`). It was made for Swedish, and is used
// for languages whose words are about as long. Not for those that say with one word what others say with three, such as
// Finnish, Hungarian, Turkish and Russian: their easy texts would look hard.
bool has_lix(std::string_view language);

}  // namespace bytes::content
