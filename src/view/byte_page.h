// A Byte's page: the whole outline, from the header to the footer.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "content/model.h"
#include "learning/progress.h"
#include "outline/element.h"
#include "view/interface.h"

namespace bytes::view {

enum class SaveState { kNothing, kPending, kSaved, kFailed, kUnavailable };

inline constexpr int kMostZoom = 3;

// What the page shows besides lesson and progress, and what is forgotten with the tab.
struct PageState {
  SaveState save = SaveState::kNothing;
  std::string save_problem;      // The browser's own reason; for kFailed and kUnavailable.
  bool is_full = false;          // It was that there is no room.
  int set_aside = 0;             // Stored records that could not be read.
  int newer = 0;                 // Stored records that only a newer player can read.
  bool was_emptied = false;      // The browser has removed what was kept.
  bool has_opened = false;       // A file of answers, which had so many, and so many records that were none.
  int taken = 0;
  int passed_over = 0;
  bool is_plain = false;         // The learner asked for the page without painting.
  bool saves_data = false;       // Pictures wait until they are asked for.
  bool has_update = false;       // A new version of the site waits on this device.
  std::set<std::string> opened;  // What the learner asked to be loaded or set going: the ids of the buttons.
  bool is_asking_to_forget = false;
  bool has_forgotten = false;
  std::string nudged;            // The question that was checked with nothing chosen; empty: none.
  int nudges = 0;                // How often, so that a repeated message is announced again.
  std::map<std::string, std::string> removed_rows;  // The row that was removed last, by worksheet.
  std::string moved;             // The row of an order question that was moved last, until it is checked: its id.
  int moves = 0;                 // How often a row was moved, likewise.
  std::map<std::string, int> zooms;  // How far into a scenario's map the learner has gone, by block: 0 to kMostZoom.
};

// Requires: `interface` holds the page's language. Links go out from bytes/<id>/index.html.
outline::Element byte_page(const content::Byte& byte, const learning::Progress& progress, const PageState& state,
                           const Interface& interface);

// The id of the last stop of every page: what is said when the lesson is over.
inline constexpr std::string_view kEndId = "page:end";

// The element that takes focus when a scenario's run comes to the scene after so many steps.
std::string scene_heading_id(std::string_view block_id, std::size_t steps);

// The element that takes focus when the learner goes to a section, or to kEndId.
std::string heading_id(std::string_view section_id);

}  // namespace bytes::view
