#include <algorithm>
#include <utility>

#include "content/further_reader.h"
#include "content/question_reader.h"

namespace bytes::content {
namespace {

constexpr int kFarthestStep = 1'000;
constexpr int kFewestSteps = 2;
constexpr int kMostSteps = 11;

void read_true_false(Fields& fields, Question& question) {
  bool is_true = false;
  fields.boolean("correct", is_true, Need::kRequired);
  for (const bool side : {true, false}) {
    Option& option = question.options.emplace_back();
    option.id = side ? "true" : "false";
    option.correct = is_true == side;
    fields.text(side ? "feedback-true" : "feedback-false", option.feedback);
  }
}

void read_scale(Reading& reading, Fields& fields, Question& question) {
  int from = 1;
  int to = 5;
  fields.integer("from", from, -kFarthestStep, kFarthestStep);
  fields.integer("to", to, -kFarthestStep, kFarthestStep);
  fields.text("low", question.low, Need::kRequired);
  fields.text("high", question.high, Need::kRequired);
  const bool has_steps = to - from + 1 >= kFewestSteps && to - from + 1 <= kMostSteps;
  if (!has_steps) {
    reading.error(fields.place(), codes::kScaleSteps, {std::to_string(from), std::to_string(to)});
    fields.set_incomplete();
  }
  for (int step = from; has_steps && step <= to; ++step) question.options.emplace_back().id = std::to_string(step);
  fields.each("replies", Need::kOptional, [&](const JsonValue& value, const Place& place) {
    Fields reply_fields(reading, value, place);
    Reply reply;
    reply_fields.integer("from", reply.from, -kFarthestStep, kFarthestStep, Need::kRequired);
    reply_fields.integer("to", reply.to, -kFarthestStep, kFarthestStep, Need::kRequired);
    reply_fields.text("text", reply.text, Need::kRequired);
    reply_fields.report_unknown("a reply");
    if (!reply_fields.is_complete() || !has_steps) return;
    const auto other = std::find_if(question.replies.begin(), question.replies.end(), [&](const Reply& earlier) {
      return earlier.from <= reply.to && reply.from <= earlier.to;
    });
    if (reply.from < from || reply.to > to || reply.from > reply.to) {
      reading.error(place, codes::kScaleReply, {std::to_string(from), std::to_string(to)});
    } else if (other != question.replies.end()) {
      reading.error(place, codes::kScaleReplyTwice, {std::to_string(other->from), std::to_string(other->to)});
    }
    question.replies.push_back(std::move(reply));
  });
}

void read_pairs(Reading& reading, Fields& fields, Question& question) {
  NameTable ids;
  fields.each("pairs", Need::kRequired, [&](const JsonValue& value, const Place& place) {
    Fields pair(reading, value, place);
    Option option;
    Group with;
    pair.unique_id(option.id, ids, Need::kRequired);
    with.id = option.group = option.id;
    pair.text("text", option.text, Need::kRequired);
    pair.text("with", with.text, Need::kRequired);
    pair.text("feedback", option.feedback);
    pair.report_unknown("a pair");
    const auto same = std::find_if(question.groups.begin(), question.groups.end(), [&](const Group& group) {
      return !with.text.empty() && letters_of(group.text) == letters_of(with.text);
    });
    if (same != question.groups.end()) {
      reading.error(pair.at("with", *value.find("with")), codes::kMatchSame, {letters_of(with.text)});
      fields.set_incomplete();
    }
    if (!pair.is_complete() && !reading.is_strict()) return;
    question.options.push_back(std::move(option));
    question.groups.push_back(std::move(with));
  });
  const JsonValue* pairs = fields.value().find("pairs");
  if (pairs && !pairs->items.empty() && question.options.size() < 2) {
    reading.error(fields.at("pairs", *pairs), codes::kMatchTooFew);
    fields.set_incomplete();
  }
  fields.each("others", Need::kOptional, [&](const JsonValue& value, const Place& place) {
    Fields other(reading, value, place);
    Group group;
    other.unique_id(group.id, ids, Need::kRequired);
    other.text("text", group.text, Need::kRequired);
    other.report_unknown("an answer that belongs to none");
    if (other.is_complete() || reading.is_strict()) question.groups.push_back(std::move(group));
  });
}

void read_gap(Reading& reading, Fields& fields, Gap& gap) {
  fields.text("feedback", gap.feedback);
  if (fields.has("accept") == fields.has("options")) {
    reading.error(fields.place(), codes::kGapTwoWays);
    // They are known nevertheless.
    fields.take("accept", JsonValue::Kind::kArray);
    fields.take("options", JsonValue::Kind::kArray);
    fields.boolean("exact", gap.exact);
    return fields.set_incomplete();
  }
  if (fields.has("accept")) {
    fields.words("accept", gap.accept, Need::kRequired);
    fields.boolean("exact", gap.exact);
    return;
  }
  NameTable ids;
  fields.each("options", Need::kRequired, [&](const JsonValue& item, const Place& place) {
    read_option(reading, item, place, ids, nullptr, gap.options);
  });
  const JsonValue& options = *fields.value().find("options");
  if (!options.items.empty()) check_correct(reading, fields, fields.at("options", options), gap.options, true, false);
}

void read_blanks(Reading& reading, Fields& fields, Question& question) {
  NameTable ids;
  std::vector<std::string_view> known;
  fields.each("gaps", Need::kRequired, [&](const JsonValue& value, const Place& place) {
    Fields gap_fields(reading, value, place);
    Gap gap;
    gap_fields.unique_id(gap.id, ids, Need::kRequired);
    read_gap(reading, gap_fields, gap);
    gap_fields.report_unknown("a gap");
    if (!gap_fields.is_complete()) fields.set_incomplete();
    question.gaps.push_back(std::move(gap));
  });
  for (const Gap& gap : question.gaps) known.push_back(gap.id);
  fields.gapped_text("text", question.text, Need::kRequired);
  const JsonValue* text = fields.value().find("text");
  if (!text || question.text.empty()) return;
  std::vector<std::string_view> found;
  for (const Run& run : question.text) {
    if (run.gap.empty()) continue;
    if (!find_gap(question, run.gap)) {
      reading.error(fields.at("text", *text), codes::kGapUnknown, {run.gap}, known);
      fields.set_incomplete();
    } else if (std::find(found.begin(), found.end(), run.gap) != found.end()) {
      reading.error(fields.at("text", *text), codes::kGapTwice, {run.gap});
      fields.set_incomplete();
    }
    found.push_back(run.gap);
  }
  for (const std::string_view id : known) {
    if (id.empty() || std::find(found.begin(), found.end(), id) != found.end()) continue;
    reading.error(fields.at("text", *text), codes::kGapUnused, {id});
    fields.set_incomplete();
  }
}

// Short and number. `read(fields, reply)` reads what the reply is to.
template <class Read>
void read_replies(Reading& reading, Fields& fields, Question& question, Read read) {
  fields.each("replies", Need::kOptional, [&](const JsonValue& value, const Place& place) {
    Fields reply_fields(reading, value, place);
    Reply reply;
    read(reply_fields, reply);
    reply_fields.text("text", reply.text, Need::kRequired);
    reply_fields.report_unknown("a reply");
    if (reply_fields.is_complete()) question.replies.push_back(std::move(reply));
  });
}

void read_short(Reading& reading, Fields& fields, Question& question) {
  fields.words("accept", question.accept, Need::kRequired);
  fields.boolean("exact", question.exact);
  read_replies(reading, fields, question,
               [](Fields& reply, Reply& read) { reply.words("to", read.words, Need::kRequired); });
}

void read_number(Reading& reading, Fields& fields, Question& question) {
  constexpr std::int64_t kFarthest = kLargestAnswer * kMillion;
  fields.decimal("answer", question.answer, kMillion, -kFarthest, kFarthest, Need::kRequired);
  fields.decimal("tolerance", question.tolerance, kMillion, 0, kFarthest);
  fields.letters("unit", question.unit);
  read_replies(reading, fields, question, [](Fields& reply, Reply& read) {
    reply.decimal("to", read.number, kMillion, -kFarthest, kFarthest, Need::kRequired);
  });
}

}  // namespace

void read_area(Reading& reading, Fields& fields, Area& area) {
  read_percent(fields, "x", area.x, 0);
  read_percent(fields, "y", area.y, 0);
  read_percent(fields, "width", area.width, 1);
  read_percent(fields, "height", area.height, 1);
  if (area.x + area.width <= 1'000 && area.y + area.height <= 1'000) return;
  reading.error(fields.place(), codes::kAreaOutside);
  fields.set_incomplete();
}

void read_further_answers(Reading& reading, Fields& fields, Question& question) {
  switch (question.kind) {
    case QuestionKind::kTrueFalse: return read_true_false(fields, question);
    case QuestionKind::kScale: return read_scale(reading, fields, question);
    case QuestionKind::kMatch: return read_pairs(reading, fields, question);
    case QuestionKind::kBlanks: return read_blanks(reading, fields, question);
    case QuestionKind::kShort: return read_short(reading, fields, question);
    case QuestionKind::kNumber: return read_number(reading, fields, question);
    default: return;
  }
}

}  // namespace bytes::content
