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
  if (progress.is_checked || !content::is_choice(question) || !content::find_option(question, option)) return;
  std::set<std::string>& chosen = progress.answer.chosen;
  if (!content::takes_many(question) && on) chosen.clear();
  if (on) {
    chosen.insert(option);
  } else {
    chosen.erase(option);
  }
}

// `option` may be a gap, and `group` one of its options. Without a group it is taken back.
void place(const Question& question, const std::string& option, const std::string& group, QuestionProgress& progress) {
  if (progress.is_checked) return;
  if (group.empty()) {
    progress.answer.placed.erase(option);
  } else if (can_be_placed(question, option, group)) {
    progress.answer.placed[option] = group;
  }
}

void write(const Question& question, const std::string& gap, const std::string& words, QuestionProgress& progress) {
  if (progress.is_checked || !can_be_written(question, gap)) return;
  if (words.empty()) {
    progress.answer.written.erase(gap);
  } else {
    progress.answer.written[gap] = words;
  }
}

void move(const Question& question, const std::string& id, const std::string& option, int place,
          QuestionProgress& progress) {
  if (progress.is_checked || question.kind != QuestionKind::kOrder || !content::find_option(question, option)) return;
  std::vector<std::string>& order = progress.answer.order;
  order = shown_order(question, id, progress);
  order.erase(std::find(order.begin(), order.end(), option));
  order.insert(order.begin() + std::clamp<std::ptrdiff_t>(place, 0, std::ssize(order)), option);
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

// SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere.
std::uint64_t next_random(std::uint64_t& state) {
  std::uint64_t z = (state += 0x9e3779b97f4a7c15ull);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
  return z ^ (z >> 31);
}

// The numbers below `count`, in an order that is the same for the same seed.
std::vector<int> shuffled(std::size_t count, std::uint32_t seed) {
  std::vector<int> order(count);
  std::iota(order.begin(), order.end(), 0);
  // Fisher and Yates, from the end (Durstenfeld 1964).
  std::uint64_t state = seed;
  for (std::size_t left = count; left > 1; --left) std::swap(order[left - 1], order[next_random(state) % left]);
  return order;
}

// Asks for `pick` of a bank's questions: those that were never finished come first.
std::vector<std::string> draw(const content::BankBlock& bank, std::uint32_t seed,
                              const std::map<std::string, QuestionProgress>& known) {
  std::vector<std::string> ids;
  for (const int index : shuffled(bank.questions.size(), seed)) ids.push_back(bank.questions[index].id);
  std::stable_partition(ids.begin(), ids.end(), [&](const std::string& question) {
    auto found = known.find(question);
    return found == known.end() || !found->second.was_finished;
  });
  ids.resize(std::min(ids.size(), static_cast<std::size_t>(bank.pick)));
  return ids;
}

// What was finished earlier and is asked again is asked as if for the first time.
void draw_others(const content::BankBlock& bank, std::uint32_t seed, std::vector<std::string>& drawn,
                 std::map<std::string, QuestionProgress>& questions) {
  drawn = draw(bank, seed, questions);
  for (const std::string& id : drawn) {
    auto known = questions.find(id);
    if (known == questions.end() || !known->second.is_finished) continue;
    QuestionProgress fresh;
    fresh.was_finished = true;
    fresh.best_score = known->second.best_score;
    known->second = std::move(fresh);
  }
}

void step(const Question& question, const std::string& id, const Event& event, const std::string& option,
          QuestionProgress& progress) {
  if (event.kind == EventKind::kStarted) return start(question, event, progress);
  if (!progress.is_started) return;
  switch (event.kind) {
    case EventKind::kChose: return choose(question, option, event.on, progress);
    case EventKind::kPlaced: return place(question, option, event.value, progress);
    case EventKind::kWrote: return write(question, option, event.value, progress);
    case EventKind::kMoved: return move(question, id, option, event.step, progress);
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
    for (const content::Block& block : section.blocks) {
      blocks.emplace(block.id, &block);
      const auto* bank = std::get_if<content::BankBlock>(&block.content);
      if (!bank) continue;
      for (const content::Block& question : bank->questions) blocks.emplace(question.id, &question);
    }
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
      step(*question, id, event, part, progress.questions[id]);
    } else if (const auto* bank = std::get_if<content::BankBlock>(&block)) {
      if (event.kind == EventKind::kStarted) draw_others(*bank, event.seed, progress.drawn[id], progress.questions);
    } else if (const auto* checklist = std::get_if<content::ChecklistBlock>(&block)) {
      tick(*checklist, event, part, progress.ticked);
    } else if (const auto* scenario = std::get_if<content::ScenarioBlock>(&block)) {
      progress.scenarios.try_emplace(id, scenario->scenario).first->second.take(event, part);
    } else if (const auto* worksheet = std::get_if<content::WorksheetBlock>(&block)) {
      progress.worksheets[id].take(*worksheet, event, part);
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
  const bool is_order = question.kind == QuestionKind::kOrder;
  const bool is_fixed = question.kind == QuestionKind::kTrueFalse || question.kind == QuestionKind::kScale;
  if (!is_order && (!question.shuffle || is_fixed)) {
    std::vector<int> order(question.options.size());
    std::iota(order.begin(), order.end(), 0);
    return order;
  }
  std::vector<int> order = shuffled(question.options.size(), seed);
  // Who is to put things in order does not find them so.
  if (is_order && order.size() > 1 && std::is_sorted(order.begin(), order.end())) {
    std::rotate(order.begin(), order.begin() + 1, order.end());
  }
  return order;
}

std::vector<int> order_of_groups(const Question& question, std::uint32_t seed) {
  return shuffled(question.groups.size(), ~seed);
}

std::vector<std::string> shown_order(const Question& question, const std::string& id,
                                     const QuestionProgress& progress) {
  if (!progress.answer.order.empty()) return progress.answer.order;
  std::vector<std::string> ids;
  const std::uint32_t seed = progress.is_started ? progress.seed : first_seed(id);
  for (const int index : order_of_options(question, seed)) ids.push_back(question.options[index].id);
  return ids;
}

std::vector<const content::Block*> drawn_questions(const std::string& id, const content::BankBlock& bank,
                                                   const Progress& progress) {
  auto known = progress.drawn.find(id);
  const std::vector<std::string> ids = known == progress.drawn.end() ? draw(bank, first_seed(id), {}) : known->second;
  std::vector<const content::Block*> questions;
  for (const std::string& drawn : ids) {
    for (const content::Block& question : bank.questions) {
      if (question.id == drawn) questions.push_back(&question);
    }
  }
  // The bank may have changed since.
  for (const content::Block& question : bank.questions) {
    if (questions.size() >= static_cast<std::size_t>(bank.pick)) break;
    if (std::find(questions.begin(), questions.end(), &question) == questions.end()) questions.push_back(&question);
  }
  return questions;
}

bool can_draw_others(const std::string& id, const content::BankBlock& bank, const Progress& progress) {
  const std::vector<const content::Block*> drawn = drawn_questions(id, bank, progress);
  return drawn.size() < bank.questions.size() && std::all_of(drawn.begin(), drawn.end(), [&](const auto* question) {
           return progress.question(question->id).is_finished;
         });
}

std::vector<const content::Block*> tasks_of(const content::Section& section, const Progress& progress) {
  std::vector<const content::Block*> tasks;
  for (const content::Block& block : section.blocks) {
    if (is_task(block)) {
      tasks.push_back(&block);
    } else if (const auto* bank = std::get_if<content::BankBlock>(&block.content)) {
      const std::vector<const content::Block*> drawn = drawn_questions(block.id, *bank, progress);
      auto other = bank->questions.begin();
      for (const content::Block* question : drawn) {
        const auto stands_in = [&](const content::Block& one) {
          return was_finished(one, progress) && std::find(drawn.begin(), drawn.end(), &one) == drawn.end();
        };
        if (!was_finished(*question, progress)) other = std::find_if(other, bank->questions.end(), stands_in);
        const bool has_other = !was_finished(*question, progress) && other != bank->questions.end();
        tasks.push_back(has_other ? &*other++ : question);
      }
    }
  }
  return tasks;
}

bool can_be_placed(const Question& question, const std::string& option, const std::string& group) {
  if (const content::Gap* gap = content::find_gap(question, option)) return content::find_option(*gap, group);
  return content::find_option(question, option) && content::find_group(question, group);
}

bool can_be_written(const Question& question, const std::string& gap) {
  if (question.kind == QuestionKind::kShort || question.kind == QuestionKind::kNumber) return gap.empty();
  const content::Gap* found = content::find_gap(question, gap);
  return found && found->options.empty();
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
  for (const content::Block* task : tasks_of(section, progress)) {
    result.tasks += 1;
    result.finished += was_finished(*task, progress);
  }
  result.is_done = result.tasks > 0 ? result.finished == result.tasks
                                        : progress.read_sections.count(section.id) > 0;
  return result;
}

std::size_t open_sections(const content::Byte& byte, const Progress& progress) {
  const auto is_open = [&](const content::Block* task) {
    const auto* question = std::get_if<Question>(&task->content);
    const auto* scenario = std::get_if<content::ScenarioBlock>(&task->content);
    const bool is_required = (question && question->required) || (scenario && scenario->required);
    return is_required && !was_finished(*task, progress);
  };
  for (std::size_t i = 0; i < byte.sections.size(); ++i) {
    const content::Section& section = byte.sections[i];
    const std::vector<const content::Block*> tasks = tasks_of(section, progress);
    if (section.gate && std::any_of(tasks.begin(), tasks.end(), is_open)) return i + 1;
  }
  return byte.sections.size();
}

}  // namespace bytes::learning
