// What a learner did. Everything stored is a set of these, and everything known about a learner is a fold over them.
//
// Events are only ever added. Two tabs, two phones, an import: the union of two sets, by id. The order that folds go by is
// (at, device, n, id), so that it does not depend on which set came first.
//
// What an id names never changes; `n` names nothing. Two tabs of one device that have not heard of each other give the same
// number, and both events stay. All that the order needs is that what is recorded comes after all that was known then: a
// later time than another device's, and on the same device at the same time a greater number. What nobody knew of each
// other may come in either order, as long as it is everywhere the same.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "content/json.h"

namespace bytes::learning {

enum class EventKind {
  kStarted,  // Subject: question, or bank of questions. A new attempt; data: seed of its order of options or of what is
             // drawn, key of its answers.
  kChose,    // Subject: question/option, checklist/item, worksheet/row or worksheet/row/field. Data: on or off. Where one
             // option can be chosen, on puts all others off.
  kPlaced,   // Subject: question/option, question/gap, or worksheet/row/field. Data: the group that the card was put
             // into, or the option that was chosen; empty: neither any more.
  kMoved,    // Subject: question/option. Data: the place that it was put in, counting from 0.
  kRated,    // Subject: question. Data: how sure the learner is of the choice, 1 to kMostSure.
  kChecked,  // Subject: question. The learner asked for feedback on what is chosen.
  kRetried,  // Subject: question. The next try of the same attempt.
  kHinted,   // Subject: question. One more hint.
  kRead,     // Subject: section. The learner went on from it.
  kWrote,    // Subject: reflection, question, question/gap, or worksheet/row/field. Data: the learner's words, all of
             // them; what was there before is replaced.
  kHelped,   // Subject: empty. Data: on or off, whether the learner says that the Byte helped.
  kTook,     // Subject: scenario/node/choice. Data: which step of the run it is, counting from 0.
  kRewound,  // Subject: scenario. Data: how many steps of the run are left; what follows is another run.
  kReached,  // Subject: empty. Data: how many parts of the Byte are done, of how many, as `progress_of` counts them. Recorded
             // for pages that know no Bytes, such as a roadmap's; folds pass it over.
  kForgot,   // Subject: empty. Everything before it about this Byte is gone, also what a merge brings later.
  kUnknown,  // From a newer player: kept, and counted for nothing.
};

struct Event {
  std::string id;      // 32 lower-case hexadecimal digits, random.
  std::string device;  // 32 lower-case hexadecimal digits: this browser's profile.
  std::int64_t n = 0;  // From 1: greater than any number of this device that was known when this was recorded.
  std::int64_t at = 0; // Milliseconds since 1970-01-01T00:00Z, by the device's clock.
  std::string byte;    // Byte id.
  std::string version; // Of the Byte's content, as its page named it.
  EventKind kind = EventKind::kUnknown;
  std::string subject;
  // Data, by kind; 0 and empty where the kind has none.
  std::uint32_t seed = 0;
  std::string key;
  bool on = false;
  int level = 0;
  int step = 0;       // Or place.
  int done = 0;
  int all = 0;
  std::string value;  // Group, or words.

  friend bool operator==(const Event&, const Event&) = default;
};

inline constexpr int kMostSure = 3;

// Steps of one run of a scenario.
inline constexpr int kMostSteps = 100'000;

// Sections of a Byte: more than a file of the largest size can hold.
inline constexpr int kMostParts = 1'000'000;

// Bytes of UTF-8 in one reflection: more than its field takes (src/outline/roles.json, "maxlength").
inline constexpr std::size_t kLongestWords = 20'000;

// The last instant of a JavaScript Date, in milliseconds.
inline constexpr std::int64_t kLatest = 8'640'000'000'000'000;

// No learner does as much: a greater number is somebody's mischief, and would leave no room to count on.
inline constexpr std::int64_t kMostEvents = 1'000'000'000'000;

// The version of the stored form, written as `v`.
inline constexpr int kEventFormat = 1;

bool comes_before(const Event& a, const Event& b);

// {"v", "id", "device", "n", "at", "byte", "version", "kind", "subject", "data": {...}}
std::string to_json(const Event& event);

// A stored record that is no event, and what is wrong with it.
struct Rejected {
  std::size_t index;  // In the array that was read.
  std::string reason;
};

struct ReadEvents {
  std::vector<Event> events;
  int newer = 0;  // Records in a later version's form: for that version to read, so they stay where they are.
  std::vector<Rejected> rejected;
};

// Reads an array of stored records; whatever holds is kept. What is no array at all gives no events and no rejections.
ReadEvents read_events(const content::JsonValue& array);

// The events that count, in order, each once: nothing of a Byte that comes before the last `forgot` of that Byte.
// `erased` (may be null) takes the ids of those that were dropped because they were forgotten.
std::vector<Event> merged(std::vector<Event> events, std::vector<std::string>* erased = nullptr);

}  // namespace bytes::learning
