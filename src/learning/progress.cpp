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
  if (question.kind == QuestionKind::kSort) return;
  std::set<std::string>& chosen = progress.answer.chosen;
  if (question.kind != QuestionKind::kMultiple && on) chosen.clear();
  if (on) {
    chosen.insert(option);
  } else {
    chosen.erase(option);
  }
}

void place(const Question& question, const std::string& option, const std::string& group, QuestionProgress& progress) {
  if (progress.is_checked || !content::find_option(question, option) || !content::find_group(question, group)) return;
  progress.answer.placed[option] = group;
}

void check(const Question& question, QuestionProgress& progress) {
  if (progress.is_checked || !is_complete(question, progress.answer)) return;
  progress.is_checked = true;
  progress.tries_used += 1;
  progress.grade = grade(question, progress.answer);
  progress.is_finished =
      progress.grade.is_right || !content::is_graded(question) || progress.tries_used == question.attempts;
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
    case EventKind::kPlaced: return place(question, option, event.value, progress);
    case EventKind::kRated:
      if (!progress.is_checked && question.kind == QuestionKind::kJudgement) progress.answer.confidence = event.level;
      return;
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

void tick(const content::ChecklistBlock& checklist, const Event& event, const std::string& item,
          std::set<std::string>& ticked) {
  if (event.kind != EventKind::kChose || !content::find_item(checklist, item)) return;
  if (event.on) {
    ticked.insert(event.subject);
  } else {
    ticked.erase(event.subject);
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

const ScenarioProgress* Progress::scenario(const std::string& id) const {
  auto found = scenarios.find(id);
  return found == scenarios.end() ? nullptr : &found->second;
}

Progress fold(const content::Byte& byte, std::span<const Event> events) {
  std::map<std::string_view, const content::Block*> blocks;
  for (const content::Section& section : byte.sections) {
    for (const content::Block& block : section.blocks) blocks.emplace(block.id, &block);
  }
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
    if (event.kind == EventKind::kHelped) {
      progress.has_helped = event.on;
      continue;
    }
    const std::size_t slash = event.subject.find('/');
    const std::string id = event.subject.substr(0, slash);
    const std::string part = slash == std::string::npos ? std::string() : event.subject.substr(slash + 1);
    auto found = blocks.find(id);
    if (found == blocks.end()) continue;
    const content::BlockContent& block = found->second->content;
    if (const auto* question = std::get_if<Question>(&block)) {
      step(*question, event, part, progress.questions[id]);
    } else if (const auto* checklist = std::get_if<content::ChecklistBlock>(&block)) {
      tick(*checklist, event, part, progress.ticked);
    } else if (const auto* scenario = std::get_if<content::ScenarioBlock>(&block)) {
      progress.scenarios.try_emplace(id, scenario->scenario).first->second.take(event, part);
    } else if (std::holds_alternative<content::ReflectionBlock>(block) && event.kind == EventKind::kWrote) {
      if (event.value.empty()) {
        progress.reflections.erase(id);
      } else {
        progress.reflections[id] = event.value;
      }
    }
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

bool is_task(const content::Block& block) {
  return std::holds_alternative<Question>(block.content) || std::holds_alternative<content::ScenarioBlock>(block.content);
}

bool was_finished(const content::Block& block, const Progress& progress) {
  if (std::holds_alternative<Question>(block.content)) return progress.question(block.id).was_finished;
  const ScenarioProgress* scenario = progress.scenario(block.id);
  return scenario && scenario->endings_seen() > 0;
}

SectionProgress progress_of(const content::Section& section, const Progress& progress) {
  SectionProgress result;
  for (const content::Block& block : section.blocks) {
    if (!is_task(block)) continue;
    result.tasks += 1;
    result.finished += was_finished(block, progress);
  }
  result.is_done = result.tasks > 0 ? result.finished == result.tasks
                                        : progress.read_sections.count(section.id) > 0;
  return result;
}

std::size_t open_sections(const content::Byte& byte, const Progress& progress) {
  const auto is_open = [&](const content::Block& block) {
    const auto* question = std::get_if<Question>(&block.content);
    const auto* scenario = std::get_if<content::ScenarioBlock>(&block.content);
    const bool is_required = (question && question->required) || (scenario && scenario->required);
    return is_required && !was_finished(block, progress);
  };
  for (std::size_t i = 0; i < byte.sections.size(); ++i) {
    const content::Section& section = byte.sections[i];
    if (section.gate && std::any_of(section.blocks.begin(), section.blocks.end(), is_open)) return i + 1;
  }
  return byte.sections.size();
}

}  // namespace bytes::learning
