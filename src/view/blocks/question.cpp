#include "view/blocks/blocks.h"
#include "learning/typed.h"
#include "view/blocks/question_parts.h"

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

const char* kicker_of(const Question& question) {
  switch (question.kind) {
    case QuestionKind::kSingle: return "question-single";
    case QuestionKind::kMultiple: return "question-multiple";
    case QuestionKind::kSort: return "question-sort";
    case QuestionKind::kJudgement: return "question-judgement";
    case QuestionKind::kTrueFalse: return "true-false-kicker";
    case QuestionKind::kPoll: return "poll-kicker";
    case QuestionKind::kScale: return "scale-kicker";
    case QuestionKind::kShort: return "short-kicker";
    case QuestionKind::kNumber: return "number-kicker";
    case QuestionKind::kOrder: return "order-kicker";
    case QuestionKind::kMatch: return "match-kicker";
    case QuestionKind::kBlanks: return "blanks-kicker";
    case QuestionKind::kHotspot: return question.many ? "hotspot-kicker-many" : "hotspot-kicker";
  }
  return "question-single";
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
                  plain(phrase(kicker_of(question_), {{"number", std::to_string(context_.question_number)}}))));
    if (progress_.is_stale) card.add(make(Role::kNotice, id_ + ":stale", plain(phrase("stale"))));
    const QuestionParts parts{question_, context_, progress_};
    switch (question_.kind) {
      case QuestionKind::kSort: card.add(view_sort_board(parts)); break;
      case QuestionKind::kOrder: card.add(view_order_board(parts)); break;
      case QuestionKind::kMatch: card.add(view_match_board(parts)); break;
      case QuestionKind::kBlanks: card.add(view_blanks(parts)); break;
      case QuestionKind::kScale: card.add(view_scale(parts)); break;
      case QuestionKind::kShort:
      case QuestionKind::kNumber: card.add(view_typed(parts)); break;
      default: card.add(view_options(parts));
    }
    if (is_judgement()) card.add(view_sureness(parts));
    card.add(actions());
    if (!question_.hints.empty()) card.add(hints());
    card.add(result(parts));
    if (is_judgement() && progress_.is_checked) add_comparison(parts, card);
    if (has_answer()) card.add(answer(parts));
    return card;
  }

 private:
  bool is_judgement() const { return question_.kind == QuestionKind::kJudgement; }
  bool is_typed() const { return question_.kind == QuestionKind::kShort || question_.kind == QuestionKind::kNumber; }
  // Asks what somebody thinks, and compares it with nothing.
  bool is_opinion() const { return !content::is_graded(question_) && !is_judgement(); }
  bool has_answer() const { return !is_opinion() || !question_.explanation.empty(); }

  std::string phrase(std::string_view key, Interface::Arguments arguments = {}) const {
    return context_.interface.phrase(key, arguments);
  }

  std::string_view tone() const {
    if (!progress_.is_checked) return "open";
    if (progress_.grade.is_right) return "right";
    return progress_.is_finished ? "done" : "wrong";
  }

  // One button leads through the question, so that focus stays where it is while its word changes.
  Element actions() const {
    Element row = make(Role::kActions, id_ + ":actions");
    const char* check = is_judgement() ? "compare" : is_opinion() ? "poll-show" : "check";
    const char* word = !progress_.is_checked ? check : progress_.is_finished ? "answer-again" : "try-again";
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

  Element result(const QuestionParts& parts) const {
    Element region = make(Role::kResult, id_ + ":result");
    region.set(Attribute::kTone, tone());
    if (!progress_.is_checked) {
      if (context_.state.nudged == id_) {
        region.add(make(Role::kVerdict, id_ + ":nudge-" + std::to_string(context_.state.nudges),
                        plain(phrase(nudge()))));
      }
      return region;
    }
    region.add(make(Role::kVerdict, id_ + ":verdict", plain(phrase(verdict()))));
    // Who was off by no more than is allowed may want to know, too.
    const bool is_exact = question_.tolerance == 0 || learning::is_number(question_.answer, 0, question_.unit,
                                                                             learning::value_in(progress_.answer.written, ""));
    if (is_typed() && progress_.is_finished && !(progress_.grade.is_right && is_exact)) {
      region.add(make(Role::kExplanation, id_ + ":solution", said(phrase("typed-answer"), plain(right_answer(parts)))));
    }
    if (progress_.is_finished && !question_.explanation.empty()) {
      region.add(make(Role::kExplanation, id_ + ":explanation", question_.explanation));
    }
    return region;
  }

  const char* nudge() const {
    switch (question_.kind) {
      case QuestionKind::kSort: return "sort-first";
      case QuestionKind::kJudgement: return "judge-first";
      case QuestionKind::kPoll:
      case QuestionKind::kScale: return "poll-first";
      case QuestionKind::kShort: return "short-first";
      case QuestionKind::kNumber: return "number-first";
      case QuestionKind::kOrder: return "order-first";
      case QuestionKind::kMatch: return "match-first";
      case QuestionKind::kBlanks: return "blanks-first";
      case QuestionKind::kHotspot: return "hotspot-first";
      default: return "choose-first";
    }
  }

  const char* verdict() const {
    if (is_judgement()) return "verdict-judgement";
    if (is_opinion()) return "poll-verdict";
    const bool is_right = progress_.grade.is_right;
    if (is_right || progress_.is_finished) {
      switch (question_.kind) {
        case QuestionKind::kSort: return is_right ? "verdict-right-sort" : "verdict-over-sort";
        case QuestionKind::kOrder: return is_right ? "order-all-right" : "order-over";
        case QuestionKind::kShort:
        case QuestionKind::kNumber: return is_right ? "verdict-right" : "typed-over";
        case QuestionKind::kMatch: return is_right ? "match-all-right" : "match-over";
        case QuestionKind::kBlanks: return is_right ? "blanks-all-right" : "blanks-over";
        default: break;
      }
      return !is_right ? "verdict-over" : content::takes_many(question_) ? "verdict-right-multiple" : "verdict-right";
    }
    if (is_typed()) return "typed-try";
    return progress_.grade.score > 0 ? "verdict-try-partly" : "verdict-try";
  }

  // For a page whose engine does not come: the style sheet shows it then.
  Element answer(const QuestionParts& parts) const {
    Element details = make(Role::kAnswer, id_ + ":answer");
    details.add(make(Role::kAnswerSummary, id_ + ":answer-summary", plain(phrase(is_judgement() ? "judgement-show" : is_opinion() ? "poll-more" : "answer-show"))));
    if (question_.kind == QuestionKind::kBlanks) {
      details.add(make(Role::kAnswerText, id_ + ":answer-words", filled_text(question_)));
    } else if (question_.kind == QuestionKind::kOrder) {
      details.add(view_right_order(parts, Role::kAnswerSteps, Role::kAnswerItem, ":answer"));
    } else if (is_typed()) {
      add_typed_answers(parts, details);
    } else if (!is_opinion()) {
      details.add(answer_list(parts));
    }
    if (!question_.panel.empty()) details.add(make(Role::kAnswerText, id_ + ":answer-panel", question_.panel));
    if (!question_.explanation.empty()) {
      details.add(make(Role::kAnswerText, id_ + ":answer-text", question_.explanation));
    }
    return details;
  }

  // All that is right, and how far off is still right.
  void add_typed_answers(const QuestionParts& parts, Element& details) const {
    std::string words = right_answer(parts);
    for (std::size_t i = 1; i < question_.accept.size(); ++i) words += " · " + question_.accept[i];
    details.add(make(Role::kAnswerText, id_ + ":answer-words", plain(words)));
  }

  Element answer_list(const QuestionParts& parts) const {
    Element list = make(Role::kAnswerList, id_ + ":answer-list");
    for (const Option& option : question_.options) {
      if (content::is_choice(question_) && content::is_graded(question_) && !option.correct) continue;
      RichText text = text_of(parts, option);
      if (!option.group.empty()) text = said(letters_of(option.text) + ":", content::find_group(question_, option.group)->text);
      if (!option.feedback.empty()) text.push_back({.text = " — "});
      text.insert(text.end(), option.feedback.begin(), option.feedback.end());
      list.add(make(Role::kAnswerItem, id_ + "/" + option.id + ":answer", std::move(text)));
    }
    return list;
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
