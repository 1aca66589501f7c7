#include "content/question_reader.h"

#include <algorithm>
#include <utility>

#include "content/block_reader.h"
#include "content/further_reader.h"
#include "content/names.h"

namespace bytes::content {
namespace {

constexpr int kMostAttempts = 20;
constexpr int kMostQuestionPoints = 100;

void read_groups(Reading& reading, Fields& fields, Question& question) {
  NameTable ids;
  fields.each("groups", Need::kRequired, [&](const JsonValue& value, const Place& place) {
    Fields group(reading, value, place);
    Group& read = question.groups.emplace_back();
    group.unique_id(read.id, ids, Need::kRequired);
    group.text("text", read.text, Need::kRequired);
    group.report_unknown("a group");
  });
  const JsonValue* groups = fields.value().find("groups");
  if (groups && !groups->items.empty() && question.groups.size() < 2) {
    reading.error(fields.at("groups", *groups), codes::kSortTooFewGroups);
    fields.set_incomplete();
  }
}

void read_group_of(Reading& reading, Fields& fields, const Question& question, Option& option) {
  fields.id("group", option.group, Need::kRequired);
  // Without groups there is nothing to compare with, and their lack has been reported.
  if (option.group.empty() || question.groups.empty() || find_group(question, option.group)) return;
  std::vector<std::string_view> known;
  for (const Group& group : question.groups) known.push_back(group.id);
  reading.error(fields.at("group", *fields.value().find("group")), codes::kSortGroupUnknown, {option.group}, known);
  fields.set_incomplete();
}

void read_fares(Reading& reading, Fields& fields, const Question& question, Option& option) {
  fields.texts("fares", option.fares, Need::kRequired);
  const JsonValue* fares = fields.value().find("fares");
  if (!fares || !fares->is_array() || question.axes.empty() || option.fares.size() == question.axes.size()) return;
  reading.error(fields.at("fares", *fares), codes::kJudgementRagged,
                {std::to_string(option.fares.size()), std::to_string(question.axes.size())});
  fields.set_incomplete();
}

}  // namespace

void read_option(Reading& reading, const JsonValue& value, const Place& place, NameTable& ids, const Question* owner,
                 std::vector<Option>& options) {
  Fields fields(reading, value, place);
  Option option;
  fields.unique_id(option.id, ids, Need::kRequired);
  fields.text("text", option.text, Need::kRequired);
  switch (owner ? owner->kind : QuestionKind::kBlanks) {
    case QuestionKind::kSort: read_group_of(reading, fields, *owner, option); break;
    case QuestionKind::kJudgement: read_fares(reading, fields, *owner, option); break;
    case QuestionKind::kPoll:
    case QuestionKind::kOrder: break;
    case QuestionKind::kBlanks: fields.boolean("correct", option.correct); break;
    case QuestionKind::kHotspot: read_area(reading, fields, option.area); [[fallthrough]];
    default:
      fields.boolean("correct", option.correct);
      fields.text("feedback-if-not-chosen", option.feedback_if_not_chosen);
  }
  fields.text("feedback", option.feedback);
  fields.report_unknown("an option");
  if (fields.is_complete() || reading.is_strict()) options.push_back(std::move(option));
}

void check_correct(Reading& reading, Fields& fields, const Place& place, const std::vector<Option>& options,
                   bool has_correct, bool takes_many) {
  const auto correct =
      std::count_if(options.begin(), options.end(), [](const Option& option) { return option.correct; });
  if (options.size() < 2) {
    reading.error(place, codes::kQuestionTooFewOptions);
  } else if (has_correct && correct == 0) {
    reading.error(place, codes::kQuestionNoCorrect);
  } else if (correct > 1 && !takes_many) {
    reading.error(place, codes::kQuestionManyCorrect, {std::to_string(correct)});
  } else {
    return;
  }
  fields.set_incomplete();
}

namespace {

void read_options(Reading& reading, Fields& fields, Question& question, Need need) {
  NameTable ids;
  fields.each("options", need, [&](const JsonValue& item, const Place& place) {
    read_option(reading, item, place, ids, &question, question.options);
  });
  const JsonValue* options = fields.value().find("options");
  if (!options || options->items.empty() || need == Need::kOptional) return;
  const Place place = fields.at("options", *options);
  if (question.kind == QuestionKind::kOrder && question.options.size() < 3) {
    reading.error(place, codes::kOrderTooFew);
    return fields.set_incomplete();
  }
  const bool has_correct = question.kind == QuestionKind::kSingle || question.kind == QuestionKind::kMultiple ||
                           question.kind == QuestionKind::kHotspot;
  check_correct(reading, fields, place, question.options, has_correct, takes_many(question));
}

}  // namespace

void read_question(Reading& reading, Fields& fields, Question& question) {
  fields.choice("kind", {"question kind", kQuestionKinds}, question.kind, Need::kRequired);
  // The rules below are those of the kinds known here.
  const bool is_kind_known = fields.is_complete();
  fields.text("prompt", question.prompt, Need::kRequired);
  read_picture_in(reading, fields, "picture", question.picture);
  if (is_graded(question)) {
    fields.integer("attempts", question.attempts, 0, kMostAttempts);
    fields.integer("points", question.points, 0, kMostQuestionPoints);
    fields.boolean("partial-credit", question.partial_credit);
  }
  switch (question.kind) {
    case QuestionKind::kTrueFalse:
    case QuestionKind::kScale:
    case QuestionKind::kMatch:
    case QuestionKind::kBlanks:
    case QuestionKind::kShort:
    case QuestionKind::kNumber: read_further_answers(reading, fields, question); break;
    default:
      // Before the options, which speak of them.
      if (question.kind == QuestionKind::kSort) read_groups(reading, fields, question);
      if (question.kind == QuestionKind::kJudgement) {
        fields.texts("axes", question.axes, Need::kRequired);
        fields.text("panel", question.panel);
      }
      if (question.kind == QuestionKind::kHotspot) {
        fields.boolean("many", question.many);
        need_picture(reading, fields, question.picture);
      }
      read_options(reading, fields, question, is_kind_known ? Need::kRequired : Need::kOptional);
  }
  fields.texts("hints", question.hints);
  fields.text("explanation", question.explanation);
  fields.boolean("shuffle", question.shuffle);
  fields.boolean("required", question.required);
}

std::string question_name(const Fields& fields, const Question& question) {
  const std::string_view kind = kQuestionKinds[static_cast<std::size_t>(question.kind)];
  const JsonValue* written = fields.value().find("kind");
  const bool is_kind_known = written && written->string == kind;
  return is_kind_known ? "a question of kind " + std::string(kind) : "a question";
}

}  // namespace bytes::content
