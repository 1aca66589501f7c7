// The whole application as one function over plain data: what happened goes in, what the page shows and what is to be stored
// comes out. No clock, no chance, no I/O and no browser in here, so that a test can drive it as a learner would.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "content/model.h"
#include "learning/event.h"
#include "learning/progress.h"
#include "outline/diff.h"
#include "view/byte_page.h"
#include "view/interface.h"

namespace bytes::app {

// A button was pressed or a link inside the page followed.
struct Activated {
  std::string id;
};

// A radio button or checkbox was changed.
struct Toggled {
  std::string id;
  bool is_on = false;
};

// A learner's own words, all that stand in a field now.
struct Wrote {
  std::string id;
  std::string text;
};

// The store was read. Comes before anything the learner does; later only where the store could not be used at first.
struct Loaded {
  std::string device;                 // This browser's, as `learning::Event` has it.
  std::vector<learning::Event> events;
  std::int64_t last_n = 0;            // The last number this device gave to an event, of whichever Byte.
  int set_aside = 0;                  // Records that were none.
  int newer = 0;                      // Records that only a newer player can read.
  bool was_emptied = false;           // Answers were kept here once, and the browser has removed them.
};

// The store can't be used; the learner goes on without, and each save tries it again.
struct StoreUnavailable {
  std::string reason;
  std::string device;  // For what is recorded meanwhile.
};

// A transaction with these events has completed.
struct Saved {
  std::vector<std::string> ids;
};

struct SaveFailed {
  std::vector<std::string> ids;
  std::string reason;
  bool is_full = false;  // There is no room left.
};

// Now might be a better moment for what could not be saved: the page was looked at again, or is about to go.
struct TryAgain {};

// Events that another tab has stored.
struct Arrived {
  std::vector<learning::Event> events;
};

// A file of answers was opened; what it brought came as Arrived.
struct Opened {
  int taken = 0;
  int passed_over = 0;  // Records in it that were no events.
};

// Which face the page wears, by the learner's wish.
struct FaceChanged {
  bool is_plain = false;
};

// Whether pictures wait until they are asked for: the browser's hint, or the learner's wish.
struct SavingChanged {
  bool saves_data = false;
};

// A new version of the site lies ready on this device, and waits to be used.
struct UpdateReady {};

using Input = std::variant<Activated, Toggled, Wrote, Loaded, StoreUnavailable, Saved, SaveFailed, TryAgain, Arrived,
                           Opened, FaceChanged, SavingChanged, UpdateReady>;

struct FrameInput {
  std::int64_t now = 0;          // Milliseconds since 1970-01-01T00:00Z.
  std::string entropy;           // 32 hexadecimal digits, fresh for each frame.
  std::vector<Input> inputs;     // In the order in which they happened.
};

// Append these to the store; Saved or SaveFailed answers.
struct Store {
  std::vector<learning::Event> events;
};

// Erase what was forgotten: the records of these ids.
struct Erase {
  std::vector<std::string> ids;
};

struct ChangeFace {
  bool is_plain = false;
};

struct ChangeSaving {
  bool saves_data = false;
};

// The learner wants all answers as a file, or those of a file.
struct UseFile {
  bool opens = false;
};

// The learner wants the new version that waits; the page is then loaded anew.
struct UseUpdate {};

using Command = std::variant<Store, Erase, ChangeFace, ChangeSaving, UseFile, UseUpdate>;

struct FrameOutput {
  outline::Patch patch;  // From the last frame's outline to this one's.
  std::vector<Command> commands;
};

class App {
 public:
  // `version` names the Byte's content. The outline is that of a learner who has done nothing yet: the static page's.
  App(content::Byte byte, view::Interface interface, std::string version);
  // What is known of a learner refers to the Byte: it may move with it, and can't be copied.
  App(App&&) = default;

  // Calls are frames, in order. What is not known (an id that has gone, a toggle of a locked option) is passed over.
  FrameOutput frame(const FrameInput& input);

  // Valid until the next frame.
  const outline::Element& outline() const { return outline_; }
  const learning::Progress& progress() const { return progress_; }
  const content::Byte& byte() const { return byte_; }

 private:
  struct Step;  // What one frame is busy with (step.h).

  void take(const Activated& input, Step& step);
  void take(const Toggled& input, Step& step);
  void take(const Wrote& input, Step& step);
  void take(const Loaded& input, Step& step);
  void take(const StoreUnavailable& input, Step& step);
  void take(const Saved& input, Step& step);
  void take(const SaveFailed& input, Step& step);
  void take(const TryAgain& input, Step& step);
  void take(const Arrived& input, Step& step);
  void take(const Opened& input, Step& step);
  void take(const FaceChanged& input, Step& step);
  void take(const SavingChanged& input, Step& step);
  void take(const UpdateReady& input, Step& step);

  void toggle_part(const content::Question& question, const std::string& id, std::string_view part, const Toggled& input,
                   Step& step);
  void write_answer(const content::Question& question, const std::string& id, const std::string& part,
                    const std::string& text, Step& step);
  void move_option(const content::Question& question, const std::string& id, const std::string& option,
                   std::string_view way, Step& step);
  void act_on_scenario(const content::Block& block, const content::Scenario& scenario, std::string_view way,
                       std::string_view part, Step& step);
  // worksheet.cpp
  void act_on_worksheet(const content::Block& block, const content::WorksheetBlock& worksheet, std::string_view row,
                        std::string_view action, Step& step);
  void toggle_in_worksheet(const std::string& id, const content::WorksheetBlock& worksheet, std::string_view part,
                           bool is_on, Step& step);
  void write_in_worksheet(const std::string& id, const content::WorksheetBlock& worksheet, std::string_view part,
                          const std::string& text, Step& step);
  void act_on_question(const std::string& question_id, std::string_view part, Step& step);
  void ensure_attempt(const content::Question& question, const std::string& id, Step& step);
  // `event` with its kind, subject and data; the rest is filled in, also the Byte where there is none.
  void record(learning::Event event, Step& step);
  void forget(Step& step);
  // Records how far the learner has come in the Byte, when that is not known yet of this version of it.
  void note_reached(Step& step);
  void merge(const std::vector<learning::Event>& events, Step& step);
  const content::Question* question(const std::string& id) const;

  content::Byte byte_;
  view::Interface interface_;
  std::string version_;
  std::string device_;
  std::int64_t last_n_ = 0;
  std::vector<learning::Event> events_;  // As `merged` returns them.
  learning::Progress progress_;
  view::PageState state_;
  std::vector<learning::Event> unsaved_;  // Not yet known to be stored.
  outline::Element outline_;
};

}  // namespace bytes::app
