#include "view/blocks/blocks.h"

namespace bytes::view {
namespace {

using content::Option;
using content::Question;
using content::QuestionKind;
using learning::QuestionProgress;
using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

// A strong word, then what there is to say.
RichText said(std::string_view word, const RichText& text) {
  RichText said = {{.text = std::string(word), .strong = true}};
  if (!text.empty()) said.push_back({.text = " "});
  said.insert(said.end(), text.begin(), text.end());
  return said;
}

class QuestionView {
 public:
  QuestionView(const Question& question, const BlockContext& context)
      : question_(question),
        context_(context),
        progress_(context.progress.question(context.id)),
        id_(context.id) {}

  Element view() const {
    Element card = make(Role::kQuestion, id_);
    card.set(Attribute::kTone, tone());
    card.add(make(Role::kKicker, id_ + ":kicker",
                  plain(phrase(is_single() ? "question-single" : "question-multiple",
                               {{"number", std::to_string(context_.question_number)}}))));
    if (progress_.is_stale) card.add(make(Role::kNotice, id_ + ":stale", plain(phrase("stale"))));
    card.add(options());
    card.add(actions());
    card.add(hints());
    card.add(result());
    card.add(answer());
    return card;
  }

 private:
  bool is_single() const { return question_.kind == QuestionKind::kSingle; }

  std::string phrase(std::string_view key, Interface::Arguments arguments = {}) const {
    return context_.interface.phrase(key, arguments);
  }

  std::string_view tone() const {
    if (!progress_.is_checked) return "open";
    if (progress_.grade.is_right) return "right";
    return progress_.is_finished ? "done" : "wrong";
  }

  Element options() const {
    Element fieldset = make(Role::kOptions, id_ + ":options");
    fieldset.add(make(Role::kPrompt, id_ + ":prompt", question_.prompt));
    const std::uint32_t seed = progress_.is_started ? progress_.seed : learning::first_seed(id_);
    for (int index : learning::order_of_options(question_, seed)) fieldset.add(option(question_.options[index]));
    return fieldset;
  }

  Element option(const Option& option) const {
    const std::string id = id_ + "/" + option.id;
    const bool is_chosen = progress_.chosen.count(option.id) > 0;
    std::string_view tone = is_chosen ? "chosen" : "open";
    RichText reply;
    if (progress_.is_checked && is_chosen) {
      tone = option.correct ? "right" : "wrong";
      reply = said(phrase(option.correct ? "reply-right" : "reply-wrong"), option.feedback);
    } else if (progress_.is_finished && option.correct) {
      tone = "missed";
      reply = said(phrase("reply-missed"), option.feedback);
    }
    Element row = make(Role::kOption, id);
    row.set(Attribute::kTone, tone);
    Element control = make(is_single() ? Role::kRadio : Role::kCheckbox, id + ":control");
    if (is_single()) control.set(Attribute::kName, id_);
    control.set_if(Attribute::kChecked, is_chosen).set_if(Attribute::kDisabled, progress_.is_checked);
    if (!reply.empty()) control.set(Attribute::kDescribedBy, id + ":reply");
    row.add(std::move(control));
    row.add(make(Role::kOptionLabel, id + ":label", option.text)).children.back().set(Attribute::kFor, id + ":control");
    if (!reply.empty()) row.add(make(Role::kReply, id + ":reply", std::move(reply)));
    return row;
  }

  // One button leads through the question, so that focus stays where it is while its word changes.
  Element actions() const {
    Element row = make(Role::kActions, id_ + ":actions");
    const char* word = !progress_.is_checked ? "check" : progress_.is_finished ? "answer-again" : "try-again";
    Element action = make(Role::kPrimaryButton, id_ + ":action", plain(phrase(word)));
    if (progress_.is_finished) action.set(Attribute::kTone, "quiet");
    row.add(std::move(action));
    const bool has_more_hints = progress_.hints_shown < static_cast<int>(question_.hints.size());
    if (has_more_hints && !progress_.is_checked) row.add(make(Role::kButton, id_ + ":hint", plain(phrase("hint"))));
    return row;
  }

  // Regions that are announced stand in the page from the start, empty, and are filled later.
  Element hints() const {
    Element region = make(Role::kHints, id_ + ":hints");
    for (int i = 0; i < progress_.hints_shown; ++i) {
      region.add(make(Role::kHint, id_ + ":hint-" + std::to_string(i + 1),
                      said(phrase("hint-shown", {{"number", std::to_string(i + 1)},
                                                 {"all", std::to_string(question_.hints.size())}}),
                           question_.hints[i])));
    }
    return region;
  }

  Element result() const {
    Element region = make(Role::kResult, id_ + ":result");
    region.set(Attribute::kTone, tone());
    if (!progress_.is_checked) {
      if (context_.state.nudged == id_) {
        region.add(make(Role::kVerdict, id_ + ":nudge-" + std::to_string(context_.state.nudges),
                        plain(phrase("choose-first"))));
      }
      return region;
    }
    region.add(make(Role::kVerdict, id_ + ":verdict", plain(phrase(verdict()))));
    if (progress_.is_finished && !question_.explanation.empty()) {
      region.add(make(Role::kExplanation, id_ + ":explanation", question_.explanation));
    }
    return region;
  }

  const char* verdict() const {
    if (progress_.grade.is_right) return is_single() ? "verdict-right" : "verdict-right-multiple";
    if (progress_.is_finished) return "verdict-over";
    return progress_.grade.score > 0 ? "verdict-try-partly" : "verdict-try";
  }

  // For a page whose engine does not come: the style sheet shows it then.
  Element answer() const {
    Element details = make(Role::kAnswer, id_ + ":answer");
    details.add(make(Role::kAnswerSummary, id_ + ":answer-summary", plain(phrase("answer-show"))));
    Element list = make(Role::kAnswerList, id_ + ":answer-list");
    for (const Option& option : question_.options) {
      if (!option.correct) continue;
      RichText text = option.text;
      if (!option.feedback.empty()) text.push_back({.text = " — "});
      text.insert(text.end(), option.feedback.begin(), option.feedback.end());
      list.add(make(Role::kAnswerItem, id_ + "/" + option.id + ":answer", std::move(text)));
    }
    details.add(std::move(list));
    if (!question_.explanation.empty()) {
      details.add(make(Role::kAnswerText, id_ + ":answer-text", question_.explanation));
    }
    return details;
  }

  const Question& question_;
  const BlockContext& context_;
  const QuestionProgress& progress_;
  const std::string& id_;
};

}  // namespace

Element view_question(const Question& question, const BlockContext& context) {
  return QuestionView(question, context).view();
}

}  // namespace bytes::view
