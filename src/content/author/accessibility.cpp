#include "content/author/accessibility.h"

#include <algorithm>
#include <iterator>

#include "content/author/files.h"
#include "content/codes.h"

namespace bytes::content {
namespace {

constexpr std::string_view kShutsSomebodyOut[] = {codes::kStillMissing, codes::kStillMoves, codes::kCaptionsMissing,
                                                  codes::kTranscriptMissing};

class Counter {
 public:
  explicit Counter(AccessibilityFacts& facts) : facts_(facts) {}

  void count(const Byte& byte) {
    visit_pictures(byte, [&](const Picture& picture, const FilePlace&) {
      ++(picture.alt.empty() ? facts_.decorative : facts_.pictures);
      facts_.moving += !picture.still.src.empty();
    });
    for (const Section& section : byte.sections) {
      ++facts_.sections;
      blocks(section.blocks);
    }
    visit_recordings(byte, [&](const Recording& recording, FileUse use, const FilePlace&) {
      const bool is_film = use == FileUse::kVideo;
      ++(is_film ? facts_.films : facts_.sounds);
      facts_.captioned += is_film && !recording.tracks.empty();
      (is_film ? facts_.written_films : facts_.written_sounds) += !recording.transcript.empty();
      for (const Track& track : recording.tracks) facts_.caption_languages.insert(track.language);
    });
  }

 private:
  void blocks(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
      if (const auto* embed = std::get_if<EmbedBlock>(&block.content)) facts_.embedded.emplace(host_of(embed->src));
      facts_.subheadings += std::holds_alternative<SubheadingBlock>(block.content);
      facts_.tables += std::holds_alternative<TableBlock>(block.content);
      facts_.has_writing |= std::holds_alternative<ReflectionBlock>(block.content) ||
                            std::holds_alternative<WorksheetBlock>(block.content);
      if (const auto* question = std::get_if<Question>(&block.content)) {
        facts_.has_questions = true;
        facts_.has_graded |= is_graded(*question);
        facts_.has_sorting |= question->kind == QuestionKind::kSort || question->kind == QuestionKind::kOrder;
      }
      if (const auto* scenario = std::get_if<ScenarioBlock>(&block.content)) {
        facts_.has_scenario = true;
        for (const Node& node : scenario->scenario.nodes) this->blocks(node.blocks);
      }
      if (const auto* bank = std::get_if<BankBlock>(&block.content)) this->blocks(bank->questions);
      if (const auto* accordion = std::get_if<AccordionBlock>(&block.content)) {
        for (const AccordionItem& item : accordion->items) this->blocks(item.blocks);
      }
    }
  }

  AccessibilityFacts& facts_;
};

}  // namespace

bool AccessibilityFacts::may_flash() const {
  const auto moves_by_itself = [](const Diagnostic& problem) {
    return problem.code == codes::kStillMissing || problem.code == codes::kStillMoves;
  };
  return films > 0 || moving > 0 || !embedded.empty() || std::any_of(to_mend.begin(), to_mend.end(), moves_by_itself);
}

AccessibilityFacts accessibility_of(const Byte& byte, const Diagnostics& found) {
  AccessibilityFacts facts;
  Counter(facts).count(byte);
  for (const Diagnostic& problem : found.all()) {
    const bool is_one = std::find(std::begin(kShutsSomebodyOut), std::end(kShutsSomebodyOut), problem.code) !=
                        std::end(kShutsSomebodyOut);
    if (is_one) facts.to_mend.push_back(problem);
  }
  return facts;
}

}  // namespace bytes::content
