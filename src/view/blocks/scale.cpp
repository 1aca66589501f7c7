#include "view/blocks/question_parts.h"

namespace bytes::view {

using content::Option;
using content::Reply;
using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

namespace {

// What the author says to that step; null when there is nothing.
const Reply* reply_to_step(const content::Question& question, const std::string& id) {
  for (const Reply& reply : question.replies) {
    for (int step = reply.from; step <= reply.to; ++step) {
      if (std::to_string(step) == id) return &reply;
    }
  }
  return nullptr;
}

}  // namespace

Element view_scale(const QuestionParts& parts) {
  const std::string& id = parts.id();
  const std::vector<Option>& options = parts.question.options;
  Element fieldset = make(Role::kOptions, id + ":options");
  add_prompt(parts, fieldset);
  Element steps = make(Role::kScaleSteps, id + ":steps");
  const Reply* reply = nullptr;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const std::string step_id = id + "/" + options[i].id;
    const bool is_it = parts.progress.answer.chosen.count(options[i].id) > 0;
    Element step = make(Role::kScaleStep, step_id);
    step.set(Attribute::kTone, is_it ? "chosen" : "open");
    Element control = make(Role::kRadio, step_id + ":control");
    control.set(Attribute::kName, id);
    control.set_if(Attribute::kChecked, is_it).set_if(Attribute::kDisabled, parts.progress.is_checked);
    if (i == 0) control.set(Attribute::kDescribedBy, id + ":low");
    if (i + 1 == options.size()) control.set(Attribute::kDescribedBy, id + ":high");
    step.add(std::move(control));
    Element label = make(Role::kOptionLabel, step_id + ":label", plain(options[i].id));
    label.set(Attribute::kFor, step_id + ":control");
    step.add(std::move(label));
    steps.add(std::move(step));
    if (is_it && parts.progress.is_checked) reply = reply_to_step(parts.question, options[i].id);
  }
  fieldset.add(std::move(steps));
  Element ends = make(Role::kScaleEnds, id + ":ends");
  if (!options.empty()) {
    ends.add(make(Role::kScaleEnd, id + ":low", said(options.front().id, parts.question.low)));
    ends.add(make(Role::kScaleEnd, id + ":high", said(options.back().id, parts.question.high)));
  }
  fieldset.add(std::move(ends));
  if (reply) fieldset.add(make(Role::kReply, id + ":reply", reply->text));
  return fieldset;
}

}  // namespace bytes::view
