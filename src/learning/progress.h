// Where a learner stands in one Byte: a fold over events.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "content/model.h"
#include "learning/event.h"
#include "learning/grade.h"
#include "learning/scenario_progress.h"
#include "learning/worksheet_progress.h"

namespace bytes::learning {

// One question, one attempt at it, which may take several tries.
struct QuestionProgress {
  bool is_started = false;
  std::uint32_t seed = 0;           // Of the order of options.
  Answer answer;
  bool is_checked = false;          // Feedback on the answer is shown; to choose anew takes a new try.
  int tries_used = 0;
  int hints_shown = 0;
  Grade grade;                      // Of the last check.
  bool is_finished = false;         // This attempt is over: it was right, it can't be wrong, or no try is left.
  bool was_finished = false;        // Some attempt was.
  double best_score = 0;            // Of all finished attempts, 0 to 1.
  bool is_stale = false;            // There was an answer, but the question has changed since.
};

struct Progress {
  std::map<std::string, QuestionProgress> questions;  // By question id; only those that something happened to.
  std::map<std::string, ScenarioProgress> scenarios;  // By block id; only those that something happened to.
  std::map<std::string, std::vector<std::string>> drawn;  // Banks: the questions that are asked, if other than at first.
  std::map<std::string, WorksheetProgress> worksheets;  // By block id; only those that something happened to.
  std::set<std::string> read_sections;
  std::set<std::string> ticked;                       // Items of checklists: `checklist/item`.
  std::map<std::string, std::string> reflections;     // A learner's words, by the block's id; never empty.
  bool has_helped = false;                            // The learner says so.

  // A question without a row is one that nothing happened to.
  const QuestionProgress& question(const std::string& id) const;
  // Null for a scenario that nothing happened to.
  const ScenarioProgress* scenario(const std::string& id) const;
};

// Requires: `events` as `merged` returns them. Events of other Bytes, of kinds or subjects that the Byte does not have, and
// steps that the rules do not allow (a choice after a check, a fourth try of three) count for nothing. The result refers to
// the Byte's scenarios. Requires: `byte` outlives it.
Progress fold(const content::Byte& byte, std::span<const Event> events);

// The seed of an attempt that has not been started. The page is drawn before the engine runs, so everybody's first order is
// the same; it still is not the author's, who tends to write the right answer first.
std::uint32_t first_seed(const std::string& question_id);

// The order in which options are shown: indices into question.options. The authored order unless it is to be shuffled.
std::vector<int> order_of_options(const content::Question& question, std::uint32_t seed);

// Match: the order in which answers are offered, which has nothing to do with that of the items: indices into
// question.groups.
std::vector<int> order_of_groups(const content::Question& question, std::uint32_t seed);

// Order: the ids of its options as they stand now.
std::vector<std::string> shown_order(const content::Question& question, const std::string& id,
                                     const QuestionProgress& progress);

// Whether an option of that id can be put into that group, or an option of that id into that gap.
bool can_be_placed(const content::Question& question, const std::string& option, const std::string& group);

// Whether there is a gap of that id to write into; the question itself, without gaps, has an empty id.
bool can_be_written(const content::Question& question, const std::string& gap);

// The questions of the bank of that id that a learner is asked, in this order.
std::vector<const content::Block*> drawn_questions(const std::string& id, const content::BankBlock& bank,
                                                   const Progress& progress);

// Whether a learner has finished all that is asked, and there are others.
bool can_draw_others(const std::string& id, const content::BankBlock& bank, const Progress& progress);

// What there is to finish in a section, in order. Of a bank as many questions as are asked: those, but for one that was
// never finished another one of the bank that was, so that to draw others takes nothing back.
std::vector<const content::Block*> tasks_of(const content::Section& section, const Progress& progress);

// Whether the block asks for something that can be finished, and whether it has been: a question, or a scenario that has
// come to some ending.
bool is_task(const content::Block& block);
bool was_finished(const content::Block& block, const Progress& progress);

struct SectionProgress {
  int tasks = 0;
  int finished = 0;
  bool is_done = false;  // All its tasks are finished; without tasks: the learner went on from it.
};
SectionProgress progress_of(const content::Section& section, const Progress& progress);

// How many sections are open: all up to the first gate whose required tasks are not all finished, that one included.
std::size_t open_sections(const content::Byte& byte, const Progress& progress);

}  // namespace bytes::learning
