// The questions of a Byte, for tests that answer them.
#pragma once

#include <vector>

#include "content/model.h"

namespace bytes::learning {

struct QuestionInByte {
  const content::Section* section;
  const content::Block* block;
  const content::Question* question;
};

// In reading order. Requires: the Byte outlives what is returned.
inline std::vector<QuestionInByte> questions_of(const content::Byte& byte) {
  std::vector<QuestionInByte> questions;
  for (const content::Section& section : byte.sections) {
    for (const content::Block& block : section.blocks) {
      const auto* question = std::get_if<content::Question>(&block.content);
      if (question) questions.push_back({&section, &block, question});
    }
  }
  return questions;
}

}  // namespace bytes::learning
