#include "view/byte_page.h"

#include <algorithm>
#include <map>

#include "view/blocks/blocks.h"
#include "view/language.h"
#include "view/page_parts.h"
#include "view/site_parts.h"

namespace bytes::view {
namespace {

using content::Section;
using learning::SectionProgress;
using outline::Attribute;
using outline::Element;
using outline::make;
using outline::Role;

// The site's, from a lesson's page.
constexpr std::string_view kRoot = "../../";

// "3", "2.5".
std::string with_one_decimal(double value) {
  const int tenths = static_cast<int>(value * 10 + 0.5);
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text += "." + std::to_string(tenths % 10);
  return text;
}

// What the learner has reached of one part of the page.
struct Stop {
  const Section* section;
  std::string label;
  SectionProgress progress;
  bool is_open;           // Not behind a gate.
  std::string_view tone;  // done, here (the first that is not), part (some questions are finished), todo.
};

class BytePage {
 public:
  BytePage(const content::Byte& byte, const learning::Progress& progress, const PageState& state,
           const Interface& interface)
      : byte_(byte), progress_(progress), state_(state), interface_(interface) {
    bool is_here_taken = false;
    open_ = learning::open_sections(byte, progress);
    for (const Section& section : byte.sections) {
      Stop stop{&section, "", learning::progress_of(section, progress), stops_.size() < open_, "todo"};
      stop.label = section.title.empty()
                       ? phrase("part", {{"number", std::to_string(stops_.size() + 1)}})
                       : letters_of(section.title);
      if (stop.progress.is_done) {
        stop.tone = "done";
        ++done_;
      } else if (!is_here_taken) {
        stop.tone = "here";
        is_here_taken = true;
      } else if (stop.progress.finished > 0) {
        stop.tone = "part";
      }
      stops_.push_back(std::move(stop));
    }
  }

  Element view() const {
    Element page = make(Role::kPage, "page:root");
    Element skip = make(Role::kSkipLink, "page:skip", plain(phrase("skip")));
    skip.set(Attribute::kHref, "#page:main");
    page.add(std::move(skip));
    page.add(header());
    page.add(main());
    page.add(footer());
    return page;
  }

 private:
  std::string phrase(std::string_view key, Interface::Arguments arguments = {}) const {
    return interface_.phrase(key, arguments);
  }

  Element link_to(Role role, const std::string& id, const std::string& label, std::string_view target) const {
    Element link = make(role, id, plain(label));
    link.set(Attribute::kHref, "#" + std::string(target));
    return link;
  }

  // What is behind a gate is not there yet; its gate is.
  const std::string& way_to(const Stop& stop) const {
    return stop.is_open ? stop.section->id : stops_[open_ - 1].section->id;
  }

  Element header() const {
    const std::string done = std::to_string(done_);
    const std::string all = std::to_string(stops_.size());
    Element segments = make(Role::kSegments, "page:segments");
    Element list = make(Role::kContentsList, "page:contents-list");
    for (const Stop& stop : stops_) {
      const std::string& id = stop.section->id;
      Element segment = make(Role::kSegment, id + ":segment");
      segment.set(Attribute::kTone, stop.progress.is_done ? "done" : stop.progress.finished > 0 ? "part" : "todo");
      segments.add(std::move(segment));
      Element item = make(Role::kContentsItem, id + ":contents");
      item.add(link_to(Role::kContentsLink, id + ":contents-link", stop.label, way_to(stop)));
      list.add(std::move(item));
    }
    Element summary = make(Role::kContentsSummary, "page:contents-summary");
    summary.set(Attribute::kLabel, phrase("contents-label", {{"done", done}, {"all", all}}));
    summary.add(std::move(segments));
    summary.add(make(Role::kContentsCount, "page:contents-count",
                     plain(phrase("contents-count", {{"done", done}, {"all", all}}))));
    Element nav = make(Role::kContentsNav, "page:contents-nav");
    nav.set(Attribute::kLabel, phrase("contents")).add(std::move(list));
    // Here too, where it is at hand all along the page.
    if (!byte_.editions.empty()) {
      nav.add(make(Role::kFacts, "page:editions-at-hand", editions_line(byte_.editions, "", interface_)));
    }
    Element contents = make(Role::kContents, "page:contents");
    contents.add(std::move(summary)).add(std::move(nav));
    return view_header(kRoot, interface_).add(std::move(contents));
  }

  Element main() const {
    Element main = make(Role::kMain, "page:main");
    set_language(main, byte_.language);
    if (!byte_.cover.src.empty()) {
      Element cover = make(Role::kCover, "page:cover");
      cover.add(view_picture(byte_.cover, "page:cover-image", state_, interface_));
      main.add(std::move(cover));
    }
    main.add(make(Role::kTitle, "page:title", plain(byte_.title)));
    main.add(make(Role::kFacts, "page:facts", facts(byte_.minutes, byte_.level, byte_.topics, byte_.cost, interface_)));
    if (!byte_.editions.empty()) {
      main.add(make(Role::kFacts, "page:editions", editions_line(byte_.editions, "", interface_)));
    }
    if (!byte_.summary.empty()) main.add(make(Role::kIntroduction, "page:summary", plain(byte_.summary)));
    add_notices(main);
    main.add(trail());
    int question_number = 0;
    for (std::size_t i = 0; i < stops_.size(); ++i) main.add(section(i, question_number));
    main.add(closing());
    main.add(next_bytes());
    main.add(about());
    return main;
  }

  void add_notices(Element& main) const {
    // A region that stands from the start, so that what appears in it is announced.
    Element notices = make(Role::kNotices, "page:notices");
    const auto notice = [&](const char* id, std::string words) {
      notices.add(make(Role::kNotice, id, plain(std::move(words))));
    };
    const auto count = [&](const char* id, const char* key, int number) {
      if (number > 0) notice(id, phrase(key, {{"count", std::to_string(number)}}));
    };
    const bool is_failing = state_.save == SaveState::kFailed || state_.save == SaveState::kUnavailable;
    if (is_failing) {
      const char* key = state_.save == SaveState::kUnavailable ? "storage-unavailable"
                        : state_.is_full                       ? "saved-full"
                                                               : "saved-failed";
      notice("page:save-problem", phrase(key, {{"reason", state_.save_problem}}));
    }
    if (state_.was_emptied) notice("page:emptied", phrase("storage-emptied"));
    count("page:set-aside", "storage-set-aside", state_.set_aside);
    count("page:newer", "storage-newer", state_.newer);
    if (state_.has_opened) {
      if (state_.taken == 0) notice("page:opened", phrase("answers-none"));
      count("page:opened", "answers-taken", state_.taken);
      count("page:passed-over", "answers-passed", state_.passed_over);
    }
    // Where nothing is wrong, files are the business of the site's page about this device.
    if (is_failing || state_.was_emptied) {
      Element actions = make(Role::kActions, "page:answers");
      if (is_failing) actions.add(make(Role::kButton, "page:answers-download", plain(phrase("answers-download"))));
      actions.add(make(Role::kButton, "page:answers-open", plain(phrase("answers-open"))));
      notices.add(std::move(actions));
    }
    main.add(std::move(notices));
  }

  Element trail() const {
    Element trail = make(Role::kTrail, "page:trail");
    trail.set(Attribute::kLabel, phrase("trail-label"));
    trail.add(make(Role::kTrailTitle, "page:trail-title", plain(phrase("trail-title"))));
    Element list = make(Role::kTrailList, "page:trail-list");
    for (const Stop& stop : stops_) {
      const std::string& id = stop.section->id;
      Element item = make(Role::kStop, id + ":stop");
      item.set(Attribute::kTone, stop.tone).set(Attribute::kTarget, id);
      item.set(Attribute::kFill, fill_of(stop.progress));
      item.add(link_to(Role::kStopLink, id + ":stop-link", stop.label, way_to(stop)));
      const std::string note = note_of(stop);
      if (!note.empty()) item.add(make(Role::kStopNote, id + ":stop-note", plain(note)));
      list.add(std::move(item));
    }
    trail.add(std::move(list));
    return trail;
  }

  // The share of its questions that are finished, 0 to 1, to two decimals.
  static std::string fill_of(const SectionProgress& progress) {
    if (progress.is_done) return "1";
    const int percent = progress.tasks == 0 ? 0 : 100 * progress.finished / progress.tasks;
    return percent == 0 ? "0" : "0." + std::to_string(100 + percent).substr(1);
  }

  std::string note_of(const Stop& stop) const {
    if (!stop.is_open) return phrase("stop-closed");
    if (stop.progress.is_done) return phrase("stop-done");
    if (stop.progress.finished > 0) {
      return phrase("stop-answered", {{"done", std::to_string(stop.progress.finished)},
                                      {"all", std::to_string(stop.progress.tasks)}});
    }
    return stop.tone == "here" ? phrase("stop-here") : std::string();
  }

  Element section(std::size_t index, int& question_number) const {
    const Stop& stop = stops_[index];
    const Section& section = *stop.section;
    Element element = make(Role::kSection, section.id);
    element.set(Attribute::kLabelledBy, heading_id(section.id)).set_if(Attribute::kHidden, !stop.is_open);
    element.add(make(Role::kHeading, heading_id(section.id),
                     section.title.empty() ? plain(stop.label) : section.title));
    std::map<std::string_view, int> ordinals;
    for (const content::Block& block : section.blocks) {
      const std::string_view type = content::type_name(block.content);
      const int ordinal = ++ordinals[type];
      const auto* bank = std::get_if<content::BankBlock>(&block.content);
      const bool is_question = std::holds_alternative<content::Question>(block.content);
      question_number += is_question;
      std::string id = block.id;
      if (id.empty()) id = section.id + ":" + std::string(type) + "-" + std::to_string(ordinal);
      const BlockContext context{interface_, progress_, state_, std::move(id), question_number + (bank ? 1 : 0)};
      element.add(view_block(block, context));
      if (bank) question_number += static_cast<int>(learning::drawn_questions(block.id, *bank, progress_).size());
    }
    const bool is_last = index + 1 == stops_.size();
    const bool is_closed_gate = index + 1 == open_ && !is_last;
    if (is_closed_gate) {
      element.add(make(Role::kNotice, section.id + ":gate", plain(phrase("gate-closed"))));
      return element;
    }
    Element next = make(Role::kNext, section.id + ":next");
    next.add(link_to(Role::kNextLink, section.id + ":next-link",
                     is_last ? phrase("next-end") : phrase("next", {{"title", stops_[index + 1].label}}),
                     is_last ? kEndId : std::string_view(stops_[index + 1].section->id)));
    element.add(std::move(next));
    return element;
  }

  Element closing() const {
    int all = 0;
    int finished = 0;
    int graded = 0;
    int right = 0;
    int points = 0;
    double earned = 0;
    Element review = make(Role::kReview, "page:review");
    for (const Section& section : byte_.sections) {
      for (const content::Block* task : learning::tasks_of(section, progress_)) {
        const content::Block& block = *task;
        const bool was_finished = learning::was_finished(block, progress_);
        ++all;
        finished += was_finished;
        review.add(view_review(block, section));
        const auto* question = std::get_if<content::Question>(&block.content);
        if (!question || !content::is_graded(*question)) continue;
        const double score = progress_.question(block.id).best_score;
        ++graded;
        points += question->points;
        earned += was_finished ? score * question->points : 0;
        right += was_finished && score == 1;
      }
    }
    const char* key = finished < all ? (finished > 0 ? "end-some" : "end-none") : graded > 0 ? "end-all" : "end-done";
    Element closing = make(Role::kClosing, kEndId);
    closing.set(Attribute::kLabelledBy, heading_id(kEndId));
    closing.add(make(Role::kHeading, heading_id(kEndId), plain(phrase("end-title"))));
    if (!byte_.objective.empty()) closing.add(make(Role::kParagraph, "page:objective", plain(byte_.objective)));
    if (all > 0) {
      closing.add(make(Role::kParagraph, "page:score",
                       plain(phrase(key, {{"done", std::to_string(finished)},
                                          {"right", std::to_string(right)},
                                          {"graded", std::to_string(graded)},
                                          {"all", std::to_string(all)}}))));
      if (finished > 0 && points > 0) {
        closing.add(make(Role::kParagraph, "page:points",
                         plain(phrase("end-points", {{"points", with_one_decimal(earned)}, {"all", std::to_string(points)}}))));
      }
      closing.add(std::move(review));
    }
    Element actions = make(Role::kActions, "page:helped-actions");
    Element helped = make(Role::kButton, "page:helped", plain(phrase("helped")));
    helped.set(Attribute::kPressed, progress_.has_helped ? "true" : "false");
    actions.add(std::move(helped));
    closing.add(std::move(actions));
    Element said = make(Role::kAsking, "page:helped-said");
    if (progress_.has_helped) said.add(make(Role::kNotice, "page:helped-thanks", plain(phrase("helped-thanks"))));
    closing.add(std::move(said));
    return closing;
  }

  // What a question taught, or the way to it while it is open; a scenario, and how many of its endings were found.
  Element view_review(const content::Block& block, const Section& section) const {
    const std::string& id = block.id;
    const bool was_finished = learning::was_finished(block, progress_);
    Element item = make(Role::kReviewItem, id + ":review");
    item.set(Attribute::kTone, was_finished ? "done" : "open");
    std::string name;
    std::string note = phrase("review-open");
    if (const auto* question = std::get_if<content::Question>(&block.content)) {
      const bool is_right = progress_.question(id).best_score == 1 && content::is_graded(*question);
      if (was_finished) note = phrase(is_right ? "review-right" : "review-done");
      if (was_finished) item.text = question->explanation;
      name = letters_of(question->prompt);
    } else if (const auto* scenario = std::get_if<content::ScenarioBlock>(&block.content)) {
      name = scenario->scenario.title;
      if (was_finished) {
        note = phrase("review-ending", {{"found", std::to_string(progress_.scenario(id)->endings_seen())},
                                        {"all", std::to_string(scenario->scenario.endings.size())}});
      }
    }
    if (item.text.empty()) {
      Element link = make(Role::kReviewLink, id + ":review-link", plain(name));
      link.set(Attribute::kHref, "#" + (is_shown(section, block) ? id : section.id));
      item.add(std::move(link));
    }
    item.add(make(Role::kReviewNote, id + ":review-note", plain(note)));
    return item;
  }

  // What was drawn from a bank once is not in the page any more.
  bool is_shown(const Section& section, const content::Block& task) const {
    for (const content::Block& block : section.blocks) {
      const auto* bank = std::get_if<content::BankBlock>(&block.content);
      if (!bank) continue;
      for (const content::Block& question : bank->questions) {
        if (&question != &task) continue;
        const auto drawn = learning::drawn_questions(block.id, *bank, progress_);
        return std::find(drawn.begin(), drawn.end(), &task) != drawn.end();
      }
    }
    return true;
  }

  Element next_bytes() const {
    Element next = make(Role::kAbout, "page:next");
    next.set(Attribute::kLabelledBy, "page:next-title");
    next.add(make(Role::kSubheading, "page:next-title", plain(phrase("next-title"))));
    for (const content::NextByte& byte : byte_.next) {
      const std::string place = (byte.is_roadmap ? "../../roadmaps/" : "../") + byte.id;
      const std::string id = (byte.is_roadmap ? "page:roadmap-" : "page:next-") + byte.id;
      Element card = make(Role::kLinkCard, id);
      card.set(Attribute::kHref, place + "/" + (byte.href.empty() ? "index.html" : byte.href));
      card.add(make(Role::kLinkCardTitle, id + "-title", plain(byte.title.empty() ? byte.id : byte.title)));
      set_language(card.children.back(), byte.language);
      std::string note;
      if (byte.minutes > 0) note = phrase("facts-minutes", {{"minutes", std::to_string(byte.minutes)}});
      if (byte.is_roadmap) note = phrase("roadmap");
      if (!note.empty()) card.add(make(Role::kLinkCardText, id + "-text", plain(note)));
      next.add(std::move(card));
    }
    Element all = make(Role::kLinkCard, "page:next-all");
    all.set(Attribute::kHref, site_page(kRoot, "index", interface_));
    all.add(make(Role::kLinkCardTitle, "page:next-all-title", plain(phrase("site-home"))));
    all.add(make(Role::kLinkCardText, "page:next-all-text", plain(phrase("next-all"))));
    next.add(std::move(all));
    return next;
  }

  Element about() const {
    Element about = make(Role::kAbout, "page:about");
    about.set(Attribute::kLabelledBy, "page:about-title");
    about.add(make(Role::kSubheading, "page:about-title", plain(phrase("about-title"))));
    if (!byte_.author.name.empty()) about.add(author(byte_.author));
    if (!byte_.credits.empty()) {
      Element credits = make(Role::kCredits, "page:credits");
      for (std::size_t i = 0; i < byte_.credits.size(); ++i) {
        credits.add(make(Role::kCredit, "page:credit-" + std::to_string(i + 1), byte_.credits[i].text));
      }
      about.add(std::move(credits));
    }
    if (!byte_.license.empty()) {
      about.add(make(Role::kLicense, "page:license", plain(phrase("about-license", {{"license", byte_.license}}))));
    }
    // Only a Byte that `byte build` has written has its report beside it, and a site that can be kept.
    if (byte_.cost.text > 0) {
      Element report = make(Role::kFooterLink, "page:accessibility", plain(phrase("about-accessibility")));
      report.set(Attribute::kHref, "accessibility.html");
      about.add(std::move(report));
      Element kept = make(Role::kFooterLink, "page:offline", plain(phrase("about-offline")));
      kept.set(Attribute::kHref, site_page(kRoot, "offline", interface_));
      about.add(std::move(kept));
    }
    return about;
  }

  // A line, or a card when there is more to be seen or said.
  Element author(const content::Author& author) const {
    const char* key = author.role.empty() ? "about-author" : "about-author-role";
    RichText line = plain(phrase(key, {{"name", author.name}, {"role", author.role}}));
    if (author.portrait.src.empty() && author.text.empty()) return make(Role::kAuthor, "page:author", std::move(line));
    Element card = make(Role::kAuthorCard, "page:author");
    if (!author.portrait.src.empty()) {
      card.add(view_picture(author.portrait, "page:author-portrait", state_, interface_));
    }
    card.add(make(Role::kAuthorName, "page:author-name", std::move(line)));
    if (!author.text.empty()) card.add(make(Role::kAuthorText, "page:author-text", author.text));
    return card;
  }

  Element footer() const {
    const char* saved = state_.save == SaveState::kPending ? "saved-pending"
                        : state_.save == SaveState::kSaved ? "saved-done"
                                                           : "saved-nothing";
    Element footer = make(Role::kFooter, "page:footer");
    const bool is_failing = state_.save == SaveState::kFailed || state_.save == SaveState::kUnavailable;
    footer.add(make(Role::kSaved, "page:saved", is_failing ? RichText() : plain(phrase(saved))));
    Element update = make(Role::kAsking, "page:update");
    if (state_.has_update) {
      update.add(make(Role::kNotice, "page:update-ready", plain(phrase("update-ready"))));
      Element use = make(Role::kActions, "page:update-actions");
      use.add(make(Role::kPrimaryButton, "page:update-use", plain(phrase("update-use"))));
      update.add(std::move(use));
    }
    footer.add(std::move(update));
    Element settings = make(Role::kSettings, "page:settings");
    Element face = make(Role::kButton, "page:face", plain(phrase("face-reading")));
    face.set(Attribute::kPressed, state_.is_plain ? "true" : "false");
    settings.add(std::move(face));
    Element saver = make(Role::kButton, "page:saver", plain(phrase("save-data")));
    saver.set(Attribute::kPressed, state_.saves_data ? "true" : "false");
    settings.add(std::move(saver));
    settings.add(make(Role::kButton, "page:forget", plain(phrase("forget"))));
    footer.add(std::move(settings));
    Element asking = make(Role::kAsking, "page:forgetting");
    if (state_.is_asking_to_forget) {
      asking.add(make(Role::kNotice, "page:forget-sure", plain(phrase("forget-sure"))));
      Element choice = make(Role::kActions, "page:forget-choice");
      choice.add(make(Role::kPrimaryButton, "page:forget-yes", plain(phrase("forget-yes"))));
      choice.add(make(Role::kButton, "page:forget-no", plain(phrase("forget-no"))));
      asking.add(std::move(choice));
    } else if (state_.has_forgotten) {
      asking.add(make(Role::kNotice, "page:forgotten", plain(phrase("forgotten"))));
    }
    footer.add(std::move(asking));
    add_owner(footer, interface_);
    return footer;
  }

  const content::Byte& byte_;
  const learning::Progress& progress_;
  const PageState& state_;
  const Interface& interface_;
  std::vector<Stop> stops_;
  std::size_t open_ = 0;  // How many sections are: the last of them is the gate, if not all are.
  int done_ = 0;
};

}  // namespace

std::string heading_id(std::string_view section_id) { return std::string(section_id) + ":title"; }

std::string scene_heading_id(std::string_view block_id, std::size_t steps) {
  return std::string(block_id) + ":scene-" + std::to_string(steps + 1) + ":title";
}

Element byte_page(const content::Byte& byte, const learning::Progress& progress, const PageState& state,
                  const Interface& interface) {
  return BytePage(byte, progress, state, interface).view();
}

}  // namespace bytes::view
