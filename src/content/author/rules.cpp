#include "content/author/rules.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "content/author/explain.h"
#include "content/author/files.h"
#include "content/author/json_place.h"
#include "content/author/judging.h"
#include "content/author/markup.h"
#include "content/author/mathml.h"
#include "content/author/moving_picture.h"
#include "content/author/reading_time.h"
#include "content/author/rules_pictures.h"
#include "content/author/rules_questions.h"
#include "content/author/rules_words.h"
#include "content/author/words.h"
#include "content/byte_reader.h"
#include "content/codes.h"
#include "content/json.h"
#include "content/scenario_reader.h"

namespace bytes::content {
namespace {

// WebVTT's signature: the letters, after a byte order mark or none, and before white space.
bool is_webvtt(std::string_view text) {
  if (text.substr(0, 3) == "\xef\xbb\xbf") text.remove_prefix(3);
  constexpr std::string_view kSignature = "WEBVTT";
  if (text.substr(0, kSignature.size()) != kSignature) return false;
  return text.size() == kSignature.size() || std::string_view(" \t\r\n").find(text[kSignature.size()]) != text.npos;
}

// `carolina.scenario.json` beside `content/bytes/a/byte.json`.
std::string name_beside(std::string_view file, std::string_view name) {
  return std::string(file.substr(0, file.rfind('/') + 1)) + std::string(name);
}

class RuleChecker {
 public:
  RuleChecker(std::string_view file, const ByteSurroundings& surroundings, Diagnostics& diagnostics)
      : file_(file), surroundings_(surroundings), diagnostics_(diagnostics) {}

  void check(const Byte& byte) {
    if (!surroundings_.folder.empty() && !byte.id.empty() && byte.id != surroundings_.folder) {
      error(byte.id_position, {{}, "id"}, codes::kIdNotFolder, {byte.id, std::string(surroundings_.folder)});
    }
    for (std::size_t i = 0; i < byte.next.size() && surroundings_.has_byte; ++i) {
      const NextByte& next = byte.next[i];
      if (surroundings_.has_byte(next.id)) continue;
      error(next.position, {{}, "next[" + std::to_string(i) + "].byte"}, codes::kNextMissing, {next.id});
    }
    visit_files(byte, [&](const File& file, FileUse use, const FilePlace& place) { check_file(file, use, place); });
    visit_scenarios(byte, [&](const ScenarioBlock& block, const std::string& path) {
      const bool is_missing = !block.src.empty() && surroundings_.has_file && !surroundings_.has_file(block.src);
      if (is_missing) error(block.src_position, {{}, path + ".src"}, codes::kFileMissing, {block.src});
    });
    visit_recordings(byte, [&](const Recording& recording, FileUse use, const FilePlace& place) {
      if (recording.src.empty()) return;
      const bool is_video = use == FileUse::kVideo;
      if (is_video && recording.tracks.empty()) warn(recording.position, place, codes::kCaptionsMissing);
      if (recording.transcript.empty()) warn(recording.position, place, codes::kTranscriptMissing);
    });
  }

 private:
  void check_file(const File& file, FileUse use, const FilePlace& place) {
    const FilePlace its_name = {place.scenario, place.path + ".src"};
    if (surroundings_.has_file && !surroundings_.has_file(file.src)) {
      return error(file.position, its_name, codes::kFileMissing, {file.src});
    }
    if (!surroundings_.read_file) return;
    const bool must_be_still = use == FileUse::kPicture || use == FileUse::kStill;
    if (must_be_still && is_moving_picture(surroundings_.read_file(file.src))) {
      warn(file.position, place, use == FileUse::kStill ? codes::kStillMoves : codes::kStillMissing);
    }
    if (use == FileUse::kTrack && !is_webvtt(surroundings_.read_file(file.src))) {
      error(file.position, its_name, codes::kCaptionsNotWebVtt, {file.src});
    }
  }

  void warn(Position position, const FilePlace& place, std::string_view code) {
    error(position, place, code, {}, Severity::kWarning);
  }

  void error(Position position, const FilePlace& place, std::string_view code, std::vector<std::string> details,
             Severity severity = Severity::kError) {
    Diagnostic problem;
    problem.severity = severity;
    problem.file = place.scenario.empty() ? std::string(file_) : name_beside(file_, place.scenario);
    problem.position = position;
    problem.path = place.path;
    problem.code = code;
    problem.details = std::move(details);
    diagnostics_.add(std::move(problem));
  }

  std::string_view file_;
  const ByteSurroundings& surroundings_;
  Diagnostics& diagnostics_;
};

}  // namespace

void check_rules(const Byte& byte, std::string_view file, const ByteSurroundings& surroundings,
                 Diagnostics& diagnostics) {
  RuleChecker(file, surroundings, diagnostics).check(byte);
}

namespace {

constexpr Milliseconds kMinute = 60'000;

// Everything that is found in one Byte and the scenarios beside it, in the order in which it can be found.
class Checker {
 public:
  Checker(std::string_view text, std::string_view file, const ByteSurroundings& surroundings,
          std::vector<ProvenScenario>* proven)
      : text_(text), file_(file), surroundings_(surroundings), proven_(proven) {
    options_.markup = read_markup;
    options_.math = read_mathml;
  }

  std::optional<Byte> check_byte() {
    std::optional<Byte> byte = read_byte(text_, file_, options_, found_);
    if (!byte) return byte;
    visit_scenarios(*byte, [&](ScenarioBlock& block, const std::string&) {
      // One that is not there is reported with the Byte's other files.
      const bool can_be_read = surroundings_.read_file && !block.src.empty() &&
                               (!surroundings_.has_file || surroundings_.has_file(block.src));
      if (can_be_read) read(surroundings_.read_file(block.src), block);
    });
    check_rules(*byte, file_, surroundings_, found_);
    prove_all(*byte);
    check_minutes(*byte);
    judge(*byte);
    return byte;
  }

  // As if it stood in a Byte that holds nothing else.
  void check_scenario() {
    Byte byte;
    ScenarioBlock& block = byte.sections.emplace_back().blocks.emplace_back().content.emplace<ScenarioBlock>();
    block.src = file_.substr(file_.rfind('/') + 1);
    read(text_, block);
    check_rules(byte, file_, surroundings_, found_);
    prove_all(byte);
    judge(byte);
  }

  Diagnostics take() {
    Diagnostics all = explained(found_, text_);
    all.add_all(explained_already_);
    all.sort_by_place();
    return all;
  }

 private:
  // What is wrong in a file of its own is explained at once, since it is a text of its own.
  void read(std::string_view text, ScenarioBlock& block) {
    Diagnostics found;
    if (auto read = read_scenario(text, name_beside(file_, block.src), options_, found)) {
      block.scenario = std::move(*read);
    }
    explained_already_.add_all(explained(found, text));
  }

  void prove_all(Byte& byte) {
    // Of two things with the same name, either may be meant.
    const bool is_ambiguous = std::any_of(found_.all().begin(), found_.all().end(), [](const Diagnostic& problem) {
      return problem.code == codes::kJsonDuplicateKey;
    });
    visit_scenarios(byte, [&](ScenarioBlock& block, const std::string& path) {
      const bool is_sound = block.scenario.start >= 0 && !(block.src.empty() && is_ambiguous);
      are_all_proven_ &= is_sound;
      if (is_sound) prove(block, path);
    });
  }

  void prove(ScenarioBlock& block, const std::string& path) {
    const bool is_in_byte = block.src.empty();
    ProvenScenario proven;
    proven.file = is_in_byte ? std::string(file_) : name_beside(file_, block.src);
    if (is_in_byte) proven.path = path;
    proven.proof = content::prove(block.scenario);
    for (Finding& finding : proven.proof.findings) {
      finding.problem.file = proven.file;
      if (is_in_byte) finding.problem.path = path + '.' + finding.problem.path;
      Diagnostics one;
      one.add(std::move(finding.problem));
      finding.problem = explained(one, {}).all().front();
      explained_already_.add(finding.problem);
    }
    block.scenario.most_points = most_points(proven.proof);
    add_time(proven.proof);
    if (!proven_) return;
    proven.scenario = block.scenario;
    proven_->push_back(std::move(proven));
  }

  void add_time(const Proof& proof) {
    const Bound quickest = shortest_reading(proof);
    const Bound slowest = longest_reading(proof);
    are_all_proven_ &= quickest.is_number();
    has_scenarios_ = true;
    quickest_ += quickest.number;
    if (slowest_.is_number()) slowest_ = slowest.is_number() ? Bound::of(slowest_.number + slowest.number) : slowest;
  }

  // Half a minute more or less is nothing, and how long a film or another site's page takes is not known.
  void check_minutes(const Byte& byte) {
    if (!are_all_proven_ || byte.minutes == 0) return;
    const Milliseconds said = byte.minutes * kMinute;
    const Milliseconds rest = reading_time(byte);
    if (rest + quickest_ >= said + kMinute / 2) {
      report_minutes(byte, codes::kMinutesTooFew, rest + quickest_);
    } else if (byte.minutes > 1 && slowest_.is_number() && !takes_more_than_reading(byte) &&
               (rest + slowest_.number + thinking_time(byte)) * 3 < said) {
      report_minutes(byte, codes::kMinutesTooMany, rest + slowest_.number);
    }
  }

  // What a slow learner takes for each question, beyond reading it.
  static Milliseconds thinking_time(const Byte& byte) {
    Milliseconds time = 0;
    for (const Section& section : byte.sections) {
      for (const Block& block : section.blocks) {
        if (std::holds_alternative<Question>(block.content)) time += kMinute / 2;
      }
    }
    return time;
  }

  static bool takes_more_than_reading(const Byte& byte) {
    bool takes_more = false;
    visit_recordings(byte, [&](const Recording&, FileUse, const FilePlace&) { takes_more = true; });
    const auto look_for_pages = [&](const std::vector<Block>& blocks) {
      for (const Block& block : blocks) {
        takes_more |= std::holds_alternative<EmbedBlock>(block.content) ||
                      std::holds_alternative<ReflectionBlock>(block.content);
      }
    };
    for (const Section& section : byte.sections) look_for_pages(section.blocks);
    visit_scenarios(byte, [&](const ScenarioBlock& block, const std::string&) {
      for (const Node& node : block.scenario.nodes) look_for_pages(node.blocks);
    });
    return takes_more;
  }

  void report_minutes(const Byte& byte, std::string_view code, Milliseconds time) {
    const std::string has_ways = has_scenarios_ ? "1" : "0";
    say(Severity::kWarning, code, {{}, "minutes"}, {in_minutes(byte.minutes * kMinute), in_minutes(time), has_ways});
  }

  // The rules with judgement. With errors some of the Byte is missing here, and what is left is not what was written.
  void judge(const Byte& byte) {
    if (found_.has_errors() || explained_already_.has_errors()) return;
    const Judging judging = {byte, surroundings_, [&](const FilePlace& place) { return position_of(place); },
                             [&](Severity severity, std::string_view code, const FilePlace& place,
                                 std::vector<std::string> details) { say(severity, code, place, std::move(details)); }};
    judge_reading_level(judging);
    judge_links(judging);
    judge_paragraphs(judging);
    judge_headings(judging);
    judge_alt_texts(judging);
    judge_files(judging);
    judge_questions(judging);
  }

  void say(Severity severity, std::string_view code, const FilePlace& place, std::vector<std::string> details) {
    Diagnostic problem;
    problem.severity = severity;
    problem.file = place.scenario.empty() ? std::string(file_) : name_beside(file_, place.scenario);
    problem.position = position_of(place);
    problem.path = place.path;
    problem.code = code;
    problem.details = std::move(details);
    found_.add(std::move(problem));
  }

  // The Byte does not keep where its texts stand, since no learner's engine wants to know: the files are read again.
  Position position_of(const FilePlace& place) {
    auto [root, is_new] = roots_.try_emplace(place.scenario);
    if (is_new) {
      const std::string name = name_beside(file_, place.scenario);
      const bool is_this_file = place.scenario.empty() || name == file_;
      Diagnostics known;
      std::string other;
      if (!is_this_file && surroundings_.read_file) other = surroundings_.read_file(place.scenario);
      root->second = parse_json(is_this_file ? text_ : std::string_view(other), name, known);
    }
    return value_at(root->second, place.path).position;
  }

  std::string_view text_;
  std::string_view file_;
  const ByteSurroundings& surroundings_;
  std::vector<ProvenScenario>* proven_;
  ReadOptions options_;
  Diagnostics found_;
  Diagnostics explained_already_;
  std::map<std::string, JsonValue> roots_;  // By the scenario's file; empty: the Byte's.
  // Reading of all scenarios together.
  bool has_scenarios_ = false;
  bool are_all_proven_ = true;
  Milliseconds quickest_ = 0;
  Bound slowest_ = Bound::of(0);
};

}  // namespace

std::optional<Byte> check_byte(std::string_view text, std::string_view file, const ByteSurroundings& surroundings,
                               Diagnostics& diagnostics, std::vector<ProvenScenario>* proven) {
  Checker checker(text, file, surroundings, proven);
  std::optional<Byte> byte = checker.check_byte();
  diagnostics.add_all(checker.take());
  return byte;
}

void check_scenario(std::string_view text, std::string_view file, const ByteSurroundings& surroundings,
                    Diagnostics& diagnostics, std::vector<ProvenScenario>* proven) {
  Checker checker(text, file, surroundings, proven);
  checker.check_scenario();
  diagnostics.add_all(checker.take());
}

}  // namespace bytes::content
