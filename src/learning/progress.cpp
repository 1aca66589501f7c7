#include "learning/progress.h"

#include <algorithm>
#include <numeric>

#include "base/hash.h"

namespace bytes::learning {
namespace {

using content::Question;
using content::QuestionKind;

void start(const Question& question, const Event& event, QuestionProgress& progress) {
  QuestionProgress fresh;
  fresh.was_finished = progress.was_finished;
  fresh.best_score = progress.best_score;
  if (event.key != answer_key(question)) {
    // Nothing that follows in this attempt says anything about the question as it is now.
    fresh.was_finished = false;
    fresh.best_score = 0;
    fresh.is_stale = true;
  } else {
    fresh.is_started = true;
    fresh.seed = event.seed;
  }
  progress = std::move(fresh);
}

void choose(const Question& question, const std::string& option, bool on, QuestionProgress& progress) {
  if (progress.is_checked || !content::find_option(question, option)) return;
  if (question.kind == QuestionKind::kSingle && on) progress.chosen.clear();
  if (on) {
    progress.chosen.insert(option);
  } else {
    progress.chosen.erase(option);
  }
}

void check(const Question& question, QuestionProgress& progress) {
  if (progress.is_checked || progress.chosen.empty()) return;
  const std::vector<std::string> chosen(progress.chosen.begin(), progress.chosen.end());
  progress.is_checked = true;
  progress.tries_used += 1;
  progress.grade = grade(question, chosen);
  progress.is_finished = progress.grade.is_right || progress.tries_used == question.attempts;
  if (progress.is_finished) {
    progress.was_finished = true;
    progress.best_score = std::max(progress.best_score, progress.grade.score);
  }
}

void step(const Question& question, const Event& event, const std::string& option, QuestionProgress& progress) {
  if (event.kind == EventKind::kStarted) return start(question, event, progress);
  if (!progress.is_started) return;
  switch (event.kind) {
    case EventKind::kChose: return choose(question, option, event.on, progress);
    case EventKind::kChecked: return check(question, progress);
    case EventKind::kRetried:
      if (progress.is_checked && !progress.is_finished) progress.is_checked = false;
      return;
    case EventKind::kHinted:
      progress.hints_shown = std::min(progress.hints_shown + 1, static_cast<int>(question.hints.size()));
      return;
    default: return;
  }
}

// SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere.
std::uint64_t next_random(std::uint64_t& state) {
  std::uint64_t z = (state += 0x9e3779b97f4a7c15ull);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
  return z ^ (z >> 31);
}

}  // namespace

const QuestionProgress& Progress::question(const std::string& id) const {
  static const QuestionProgress untouched;
  auto found = questions.find(id);
  return found == questions.end() ? untouched : found->second;
}

Progress fold(const content::Byte& byte, std::span<const Event> events) {
  std::map<std::string_view, const Question*> questions;
  for (const QuestionInByte& row : questions_of(byte)) questions.emplace(row.block->id, row.question);
  Progress progress;
  for (const Event& event : events) {
    const bool is_ours = event.byte == byte.id ||
                         std::find(byte.formerly.begin(), byte.formerly.end(), event.byte) != byte.formerly.end();
    if (!is_ours) continue;
    if (event.kind == EventKind::kRead) {
      const bool is_known = std::any_of(byte.sections.begin(), byte.sections.end(),
                                        [&](const content::Section& section) { return section.id == event.subject; });
      if (is_known) progress.read_sections.insert(event.subject);
      continue;
    }
    const std::size_t slash = event.subject.find('/');
    const std::string question_id = event.subject.substr(0, slash);
    const std::string option = slash == std::string::npos ? std::string() : event.subject.substr(slash + 1);
    auto found = questions.find(question_id);
    if (found != questions.end()) step(*found->second, event, option, progress.questions[question_id]);
  }
  return progress;
}

std::uint32_t first_seed(const std::string& question_id) { return static_cast<std::uint32_t>(hash_of(question_id) >> 32); }

std::vector<int> order_of_options(const Question& question, std::uint32_t seed) {
  std::vector<int> order(question.options.size());
  std::iota(order.begin(), order.end(), 0);
  if (!question.shuffle) return order;
  // Fisher and Yates, from the end (Durstenfeld 1964).
  std::uint64_t state = seed;
  for (std::size_t left = order.size(); left > 1; --left) {
    std::swap(order[left - 1], order[next_random(state) % left]);
  }
  return order;
}

std::vector<QuestionInByte> questions_of(const content::Byte& byte) {
  std::vector<QuestionInByte> questions;
  for (const content::Section& section : byte.sections) {
    for (const content::Block& block : section.blocks) {
      if (const auto* question = std::get_if<Question>(&block.content)) questions.push_back({&section, &block, question});
    }
  }
  return questions;
}

SectionProgress progress_of(const content::Section& section, const Progress& progress) {
  SectionProgress result;
  for (const content::Block& block : section.blocks) {
    if (!std::holds_alternative<Question>(block.content)) continue;
    result.questions += 1;
    result.finished += progress.question(block.id).was_finished;
  }
  result.is_done = result.questions > 0 ? result.finished == result.questions
                                        : progress.read_sections.count(section.id) > 0;
  return result;
}

}  // namespace bytes::learning
