#include "content/author/scenario_map.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "base/layered_graph.h"
#include "content/author/proof_words.h"
#include "content/author/svg_text.h"
#include "content/author/words.h"
#include "content/codes.h"
#include "content/model.h"
#include "content/names.h"

namespace bytes::content {
namespace {

// Measures in px.
constexpr float kMargin = 40;
constexpr float kCardWidth = 300;
constexpr float kColumnGap = 150;  // Where the lines run.
constexpr float kCardGap = 28;     // Between the cards of a column.
constexpr float kBendGap = 18;     // Around a line that passes a column.
constexpr float kPadding = 14;
constexpr float kTextWidth = kCardWidth - 2 * kPadding;
constexpr float kRowGap = 7;
constexpr float kAir = 4;  // Above what is of another kind.
constexpr std::size_t kColours = 5;
constexpr float kLegendWidth = 560;
constexpr float kLegendGap = 16;

struct Style {
  const char* name;  // Of its class.
  float size;
  float line;  // From one line to the next.
};

constexpr Style kHeading = {"heading", 22, 30};
constexpr Style kTitle = {"title", 15, 20};
constexpr Style kWords = {"words", 13, 18};
constexpr Style kId = {"id", 12, 17};
constexpr Style kSmall = {"small", 11.5f, 16};
constexpr Style kCode = {"code", 11.5f, 16};
constexpr Style kError = {"error", 12, 16};
constexpr Style kWarning = {"warning", 12, 16};
constexpr Style kNote = {"note", 12, 16};

// The colours are those of assets/theme.json; a test compares them. Custom properties are left out, since some viewers
// and converters do not know them.
constexpr std::string_view kCss = R"(
    text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; fill: #1B2430; }
    .paper { fill: #FCFAF6; }
    .card { fill: #FFFFFF; stroke: #76808C; stroke-width: 1.5; }
    .start { stroke: #0B5D66; stroke-width: 3; }
    .broken { stroke: #A8321F; stroke-width: 3; }
    .unseen { stroke-dasharray: 7 5; }
    .rule { stroke: #E3DED4; stroke-width: 1; }
    .to-0 { stroke: #0B5D66; fill: #0B5D66; }
    .to-1 { stroke: #8A5A00; fill: #8A5A00; }
    .to-2 { stroke: #1A56C4; fill: #1A56C4; }
    .to-3 { stroke: #1B6E3C; fill: #1B6E3C; }
    .to-4 { stroke: #4A5666; fill: #4A5666; }
    path.way { fill: none; stroke-width: 1.5; }
    path.tip { stroke: none; }
    .never { stroke-dasharray: 3 5; }
    .heading { font-size: 22px; font-weight: 700; }
    .title { font-size: 15px; font-weight: 700; }
    .words { font-size: 13px; }
    .id { font-size: 12px; font-weight: 700; fill: #0B5D66; }
    .small { font-size: 11.5px; fill: #4A5666; }
    .code { font-size: 11.5px; fill: #4A5666; font-family: ui-monospace, "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace; }
    .error { font-size: 12px; font-weight: 700; fill: #A8321F; }
    .warning { font-size: 12px; fill: #8A5A00; }
    .note { font-size: 12px; font-style: italic; fill: #4A5666; }
    .faint .title, .faint .id, .faint .words, .faint .code, .faint .small, .faint path { opacity: 0.7; }
    .good { fill: #1B6E3C; }
    .mixed { fill: #8A5A00; }
    .bad { fill: #A8321F; }
    .open { fill: #4A5666; }
    .surprise { fill: #0B5D66; }
    @media (prefers-color-scheme: dark) {
      text { fill: #EEF2F5; }
      .paper { fill: #11181F; }
      .card { fill: #1B242D; stroke: #808C99; }
      .start { stroke: #82D2D2; }
      .broken { stroke: #FF9F8E; }
      .rule { stroke: #2C3742; }
      .to-0 { stroke: #82D2D2; fill: #82D2D2; }
      .to-1 { stroke: #F2B632; fill: #F2B632; }
      .to-2 { stroke: #9CC3FF; fill: #9CC3FF; }
      .to-3 { stroke: #7FD49B; fill: #7FD49B; }
      .to-4 { stroke: #A9B5C1; fill: #A9B5C1; }
      .id, .surprise { fill: #82D2D2; }
      .small, .code, .note, .open { fill: #A9B5C1; }
      .error, .bad { fill: #FF9F8E; }
      .warning, .mixed { fill: #F2B632; }
      .good { fill: #7FD49B; }
    }
)";

std::string px(float value) {
  const long tenths = std::lround(value * 10);
  std::string text = std::to_string(tenths / 10);
  if (tenths < 0 && tenths / 10 == 0) text = '-' + text;
  if (tenths % 10 != 0) text += '.' + std::to_string(std::labs(tenths % 10));
  return text;
}

struct Line {
  std::string text;
  const Style* style;
  std::string_view more_classes = {};
  float before = 0;  // Room above it.
  bool is_rtl = false;
};

struct Row {
  int choice = 0;
  std::vector<Line> lines;
  float top = 0;  // From the card's.
  float height = 0;
  bool is_never_offered = false;
};

struct Card {
  int place = 0;
  std::vector<Line> head;
  std::vector<Row> rows;  // Of its choices.
  float head_height = 0;
  float height = 0;
  float left = 0;
  float top = 0;
  int colour = 0;  // Of the lines that lead here.
  bool is_unseen = false;
  bool is_broken = false;
};

// Where a line comes in: beside a card's first line.
constexpr float kEntry = kPadding + 10;

class MapWriter {
 public:
  MapWriter(const Scenario& scenario, const Proof& proof) : scenario_(scenario), proof_(proof) {}

  std::string write() {
    for (int place = 0; place < places(); ++place) cards_.push_back(card_of(place));
    place_cards();
    write_begin();
    write_legend();
    for (const Card& card : cards_) {
      for (const Row& row : card.rows) write_way(card, row);
    }
    for (const Card& card : cards_) write_card(card);
    svg_ += "</svg>\n";
    return std::move(svg_);
  }

 private:
  int places() const { return static_cast<int>(scenario_.nodes.size() + scenario_.endings.size()); }
  bool ends(int place) const { return is_ending(scenario_, place); }
  const Card& card(int place) const { return cards_[static_cast<std::size_t>(place)]; }

  // What is on a card.

  static void add(std::vector<Line>& lines, std::string_view text, const Style& style, float width,
                  std::size_t most_lines, float before = 0, std::string_view more_classes = {}) {
    // The letters of code are all as wide as wide ones.
    const float size = &style == &kCode ? style.size * 1.12f : style.size;
    for (std::string& line : wrapped(text, size, width, most_lines)) {
      lines.push_back({std::move(line), &style, more_classes, std::exchange(before, 0.f), runs_right_to_left(text)});
    }
  }

  static float height_of(const std::vector<Line>& lines) {
    float height = 0;
    for (const Line& line : lines) height += line.before + line.style->line;
    return height;
  }

  static const Style& style_of(Severity severity) {
    return severity == Severity::kError ? kError : severity == Severity::kWarning ? kWarning : kNote;
  }

  static std::string first_words(const Node& node) {
    if (node.blocks.empty()) return letters_of(node.text);
    for (const Block& block : node.blocks) {
      if (const auto* text = std::get_if<TextBlock>(&block.content)) return letters_of(text->text);
    }
    return '(' + std::string(type_name(node.blocks.front().content)) + ')';
  }

  Card card_of(int place) const {
    Card card;
    card.place = place;
    const bool is_end = ends(place);
    const std::string& title = is_end ? ending_at(scenario_, place).title : node_at(scenario_, place).title;
    add(card.head, title.empty() ? id_at(scenario_, place) : title, kTitle, kTextWidth, 2);
    if (is_end) {
      const std::size_t kind = static_cast<std::size_t>(ending_at(scenario_, place).kind);
      add(card.head, id_at(scenario_, place) + ": " + std::string(kEndingKinds[kind]) + " ending", kId, kTextWidth, 2,
          0, kEndingKinds[kind]);
    } else {
      const bool is_start = place == scenario_.start;
      const std::string name = title.empty() ? std::string() : id_at(scenario_, place);
      const std::string start = name.empty() ? "the start" : ", the start";
      if (is_start || !name.empty()) add(card.head, is_start ? name + start : name, kId, kTextWidth, 2);
    }
    add_findings(card);
    const std::string words =
        is_end ? letters_of(ending_at(scenario_, place).text) : first_words(node_at(scenario_, place));
    add(card.head, words, kWords, kTextWidth, 3, kAir);
    if (is_end && !card.is_unseen) {
      const std::size_t ending = static_cast<std::size_t>(place) - scenario_.nodes.size();
      add(card.head, ending_in_words(proof_, ending), kSmall, kTextWidth, 4, kAir);
    }
    card.head_height = kPadding + height_of(card.head) + kPadding * 0.6f;
    card.height = card.head_height;
    if (is_end) return card;
    const std::vector<Choice>& choices = node_at(scenario_, place).choices;
    for (std::size_t i = 0; i < choices.size(); ++i) {
      Row row = row_of(place, static_cast<int>(i));
      row.top = card.height;
      card.height += row.height;
      card.rows.push_back(std::move(row));
    }
    card.height += 3;
    return card;
  }

  void add_findings(Card& card) const {
    for (const Finding& finding : proof_.findings) {
      if (finding.place != card.place || finding.choice >= 0) continue;
      const Diagnostic& problem = finding.problem;
      const bool is_unreached = problem.code == codes::kNodeUnreached || problem.code == codes::kEndingUnreached;
      card.is_unseen |= is_unreached || problem.code == codes::kNotAmongStates;
      card.is_broken |= problem.severity == Severity::kError;
      if (is_unreached) {
        add(card.head, "cannot be reached", kError, kTextWidth, 1, kAir);
        // Behind the colon is why.
        const std::size_t colon = problem.message.find(": ");
        if (colon != problem.message.npos) add(card.head, problem.message.substr(colon + 2), kWarning, kTextWidth, 6);
      } else {
        add(card.head, problem.message, style_of(problem.severity), kTextWidth, 12, kAir);
      }
    }
  }

  Row row_of(int node, int index) const {
    const Choice& choice = node_at(scenario_, node).choices[static_cast<std::size_t>(index)];
    const NodeProof& proof = proof_.nodes[static_cast<std::size_t>(node)];
    Row row;
    row.choice = index;
    add(row.lines, choice.id, kId, kTextWidth, 1);
    add(row.lines, letters_of(choice.text), kWords, kTextWidth, 2);
    if (choice.condition.is_there()) add(row.lines, "if " + choice.condition.source, kCode, kTextWidth, 3);
    std::string effects;
    for (const Effect& effect : choice.effects) effects += (effects.empty() ? "" : ", ") + effect.value.source;
    if (!effects.empty()) add(row.lines, "set " + effects, kCode, kTextWidth, 3);
    std::string facts;
    if (choice.points != 0) facts = (choice.points > 0 ? "+" : "") + counted(choice.points, "point", "points");
    const std::size_t offered = proof.choices[static_cast<std::size_t>(index)].offered;
    if (proof_.is_complete && offered > 0 && offered < proof.states) {
      facts += (facts.empty() ? "" : " · ") + ("offered in " + std::to_string(offered)) + " of " +
               counted(static_cast<std::int64_t>(proof.states), "state", "states");
    }
    add(row.lines, facts, kSmall, kTextWidth, 2);
    for (const Finding& finding : proof_.findings) {
      if (finding.place != node || finding.choice != index) continue;
      const Diagnostic& problem = finding.problem;
      row.is_never_offered |= problem.code == codes::kChoiceNeverOffered || problem.code == codes::kNotAmongStates;
      const std::string_view short_words = problem.code == codes::kChoiceNeverOffered ? "never offered"
                                           : problem.code == codes::kConditionAlwaysTrue
                                               ? "the condition is always true"
                                               : std::string_view();
      add(row.lines, short_words.empty() ? problem.message : short_words, style_of(problem.severity), kTextWidth, 6);
    }
    row.height = 2 * kRowGap + height_of(row.lines);
    return row;
  }

  // Where cards are.

  // What is placed in a column: a card, or a line that passes it.
  struct Item {
    float* top;  // Of the card, or of the line.
    float height;
    float gap;     // Half of it above, half of it below.
    float wanted;  // Its middle.

    float room() const { return height + gap; }
  };

  void place_cards() {
    std::vector<GraphEdge> edges;
    for (const Card& card : cards_) {
      for (const Row& row : card.rows) {
        const int target = target_of(card, row);
        const auto found = std::find_if(edges.begin(), edges.end(), [&](const GraphEdge& edge) {
          return edge.from == card.place && edge.to == target;
        });
        if (found == edges.end()) edges.push_back({card.place, target});
      }
    }
    edges_ = std::move(edges);
    graph_ = lay_out_graph(places(), edges_, scenario_.start);
    bends_.resize(graph_.bends.size());

    float tallest = 0;
    for (const Card& card : cards_) tallest = std::max(tallest, card.height);
    // Cards are of different heights, so that the drawing's unit is but a wish.
    const float unit = 0.5f * tallest + kCardGap;
    std::vector<std::vector<Item>> columns(static_cast<std::size_t>(graph_.layers));
    for (std::size_t i = 0; i < cards_.size(); ++i) {
      Card& card = cards_[i];
      const GraphPoint& point = graph_.nodes[i];
      card.left = column_left(point.layer);
      columns[static_cast<std::size_t>(point.layer)].push_back({&card.top, card.height, kCardGap, point.x * unit});
    }
    for (std::size_t i = 0; i < bends_.size(); ++i) {
      const GraphPoint& point = graph_.bends[i];
      columns[static_cast<std::size_t>(point.layer)].push_back({&bends_[i], 0, kBendGap, point.x * unit});
    }
    for (std::vector<Item>& column : columns) place_column(column);
    colour_lines();

    float highest = 0;
    float lowest = 0;
    for (const Card& card : cards_) {
      highest = std::min(highest, card.top);
      lowest = std::max(lowest, card.top + card.height);
    }
    for (float bend : bends_) {
      highest = std::min(highest, bend);
      lowest = std::max(lowest, bend);
    }
    plan_legend();
    const float top = kMargin + legend_height_ + kMargin - highest;
    for (Card& card : cards_) card.top += top;
    for (float& bend : bends_) bend += top;
    height_ = top + lowest + kMargin;
    width_ = std::max(column_left(graph_.layers - 1) + kCardWidth + 2 * kMargin, legend_right_ + kMargin);
  }

  // Neighbours of a column get different ones.
  void colour_lines() {
    std::vector<Card*> in_order;
    for (Card& card : cards_) in_order.push_back(&card);
    std::sort(in_order.begin(), in_order.end(),
              [](const Card* a, const Card* b) { return a->left != b->left ? a->left < b->left : a->top < b->top; });
    for (std::size_t i = 0; i < in_order.size(); ++i) in_order[i]->colour = static_cast<int>(i % kColours);
  }

  static float column_left(int layer) { return kMargin * 1.5f + static_cast<float>(layer) * (kCardWidth + kColumnGap); }

  // As near to where they want to be as their heights allow, in their order: neighbours that would overlap are pooled
  // (Ayer et al. 1955).
  static void place_column(std::vector<Item>& items) {
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.wanted < b.wanted; });
    struct Pool {
      float sum = 0;  // Of the wished tops, each without what stands above it.
      float count = 0;
      std::size_t end = 0;
      float top() const { return sum / count; }
    };
    std::vector<Pool> pools;
    std::vector<float> above;
    float height = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
      above.push_back(height);
      pools.push_back({items[i].wanted - items[i].room() / 2 - height, 1, i + 1});
      height += items[i].room();
      while (pools.size() > 1 && pools[pools.size() - 2].top() >= pools.back().top()) {
        const Pool last = pools.back();
        pools.pop_back();
        pools.back() = {pools.back().sum + last.sum, pools.back().count + last.count, last.end};
      }
    }
    std::size_t i = 0;
    for (const Pool& pool : pools) {
      for (; i < pool.end; ++i) *items[i].top = pool.top() + above[i] + items[i].gap / 2;
    }
  }

  int target_of(const Card& card, const Row& row) const {
    return node_at(scenario_, card.place).choices[static_cast<std::size_t>(row.choice)].target;
  }

  // The legend.

  void plan_legend() {
    add(legend_, scenario_.title, kHeading, 2 * kLegendWidth, 2);
    add(legend_, letters_of(scenario_.text), kWords, 2 * kLegendWidth, 2, kAir);
    add(legend_, counts_in_words(scenario_, proof_), kWords, 2 * kLegendWidth, 2, kAir);
    for (const Finding& finding : proof_.findings) {
      if (finding.problem.code != codes::kScenarioTooLarge) continue;
      add(legend_, finding.problem.message, kWarning, 2 * kLegendWidth, 2);
    }
    add(legend_,
        "A line leads from each choice to where it goes, in the colour of that place; one that leads back leaves its "
        "scene on the left. Dotted: never offered.",
        kSmall, 2 * kLegendWidth, 2, kAir);
    if (!scenario_.variables.empty()) add(legend_, "Variables", kTitle, kLegendWidth, 1, 3 * kAir);
    for (const Variable& variable : scenario_.variables) {
      add(legend_, in_words(variable), kCode, 2 * kLegendWidth, 3);
      for (const Finding& finding : proof_.findings) {
        const bool is_its = finding.place < 0 && finding.problem.position == variable.position;
        if (!is_its || finding.problem.code == codes::kScenarioTooLarge) continue;
        add(legend_, variable.name + ": " + finding.problem.message, style_of(finding.problem.severity),
            2 * kLegendWidth, 2);
      }
    }
    legend_height_ = height_of(legend_) + kLegendGap;
    for (const Line& line : legend_) {
      legend_right_ = std::max(legend_right_, kMargin * 1.5f + text_width(line.text, line.style->size));
    }
  }

  // `trust: 0 to 5, starts at 1, shown as “Trust”`.
  static std::string in_words(const Variable& variable) {
    switch (variable.type) {
      case ValueType::kInteger: {
        std::string words = variable.name + ": " + std::to_string(variable.min) + " to " +
                            std::to_string(variable.max) + ", starts at " + std::to_string(variable.start);
        if (!variable.label.empty()) words += ", shown as “" + variable.label + "”";
        return words;
      }
      case ValueType::kBoolean: return variable.name + ": true or false, starts " + (variable.start ? "true" : "false");
      case ValueType::kOneOf: break;
    }
    std::string words = variable.name + ":";
    for (std::size_t i = 0; i < variable.values.size(); ++i) {
      words += i == 0 ? " " : i + 1 == variable.values.size() ? " or " : ", ";
      words += variable.values[i];
    }
    return words + ", starts as " + variable.values[static_cast<std::size_t>(variable.start)];
  }

  // What is written.

  void write_begin() {
    svg_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + px(width_) + "\" height=\"" + px(height_) +
           "\" viewBox=\"0 0 " + px(width_) + ' ' + px(height_) +
           "\" role=\"img\" aria-labelledby=\"map-title map-description\">\n"
           "  <title id=\"map-title\">" +
           xml(scenario_.title) + "</title>\n  <desc id=\"map-description\">" +
           xml("A map of the scenario: " + summary_of(scenario_, proof_)) + "</desc>\n  <style>" + std::string(kCss) +
           "  </style>\n";
    svg_ += "  <rect class=\"paper\" width=\"" + px(width_) + "\" height=\"" + px(height_) + "\"/>\n";
  }

  void write_lines(const std::vector<Line>& lines, float left, float width, float top) {
    for (const Line& line : lines) {
      top += line.before + line.style->line;
      svg_ += "    <text class=\"" + std::string(line.style->name);
      if (!line.more_classes.empty()) svg_ += ' ' + std::string(line.more_classes);
      svg_ += "\" x=\"" + px(line.is_rtl ? left + width : left) + "\" y=\"" + px(top - line.style->line * 0.27f) + '"';
      svg_ += std::string(line.is_rtl ? " direction=\"rtl\">" : ">") + xml(line.text) + "</text>\n";
    }
  }

  void write_legend() {
    svg_ += "  <g>\n";
    write_lines(legend_, kMargin * 1.5f, legend_right_ - kMargin * 1.5f, kMargin);
    svg_ += "  </g>\n";
  }

  struct Point {
    float x, y;
  };

  void write_way(const Card& from, const Row& row) {
    const int target = target_of(from, row);
    const Card& to = card(target);
    const auto found = std::find_if(edges_.begin(), edges_.end(), [&](const GraphEdge& edge) {
      return edge.from == from.place && edge.to == target;
    });
    const GraphLayout::Way& way = graph_.ways[static_cast<std::size_t>(found - edges_.begin())];
    const float y = from.top + row.top + row.height / 2;
    // A way back leaves on the left; one that stays goes round on the right.
    const bool stays = target == from.place;
    const bool is_left = way.goes_back && !stays;
    const float entry = to.top + kEntry;
    std::vector<Point> points = {{is_left ? from.left : from.left + kCardWidth, y}};
    for (int i = 0; i < way.bends; ++i) {
      const std::size_t bend = static_cast<std::size_t>(way.first_bend + i);
      const float left = column_left(graph_.bends[bend].layer);
      const float middle = bends_[bend];
      points.push_back({is_left ? left + kCardWidth : left, middle});
      points.push_back({is_left ? left : left + kCardWidth, middle});
    }
    points.push_back({is_left || stays ? to.left + kCardWidth : to.left, entry});
    const float side = is_left || stays ? 1.f : -1.f;  // From the card to where the line comes from.
    points.back().x += side * 9;

    std::string path = 'M' + px(points[0].x) + ' ' + px(points[0].y);
    for (std::size_t i = 1; i < points.size(); ++i) {
      const Point& a = points[i - 1];
      const Point& b = points[i];
      const float reach = stays ? 60 : (b.x - a.x) / 2;
      path += 'C' + px(a.x + reach) + ' ' + px(a.y) + ' ' + px(stays ? b.x + reach : b.x - reach) + ' ' + px(b.y) +
              ' ' + px(b.x) + ' ' + px(b.y);
    }
    const std::string colour = " to-" + std::to_string(to.colour);
    const bool is_faint = row.is_never_offered || from.is_unseen;
    svg_ += "  <g" + std::string(is_faint ? " class=\"faint\"" : "") + ">\n    <path class=\"way" + colour;
    if (is_faint) svg_ += " never";
    const Choice& choice = node_at(scenario_, from.place).choices[static_cast<std::size_t>(row.choice)];
    svg_ += "\" d=\"" + path + "\"><title>" +
            xml(id_at(scenario_, from.place) + ": " + choice.id + " → " + id_at(scenario_, target)) +
            "</title></path>\n";
    const Point end = {points.back().x - side * 9, points.back().y};
    svg_ += "    <path class=\"" + std::string("tip") + colour + "\" d=\"M" + px(end.x) + ' ' + px(end.y) + 'l' +
            px(side * 10) + " -5v10z\"/>\n  </g>\n";
  }

  void write_card(const Card& card) {
    const bool is_start = card.place == scenario_.start;
    svg_ += "  <g" + std::string(card.is_unseen ? " class=\"faint\"" : "") + ">\n    <rect class=\"card";
    if (card.is_broken) {
      svg_ += " broken";
    } else if (is_start) {
      svg_ += " start";
    }
    if (card.is_unseen) svg_ += " unseen";
    svg_ += "\" x=\"" + px(card.left) + "\" y=\"" + px(card.top) + "\" width=\"" + px(kCardWidth) + "\" height=\"" +
            px(card.height) + "\" rx=\"" + (ends(card.place) ? "22" : "8") + "\"/>\n";
    write_lines(card.head, card.left + kPadding, kTextWidth, card.top + kPadding);
    for (const Row& row : card.rows) {
      const float top = card.top + row.top;
      svg_ +=
          "    <path class=\"rule\" d=\"M" + px(card.left + 1) + ' ' + px(top) + 'h' + px(kCardWidth - 2) + "\"/>\n";
      if (row.is_never_offered && !card.is_unseen) svg_ += "    <g class=\"faint\">\n";
      write_lines(row.lines, card.left + kPadding, kTextWidth, top + kRowGap);
      if (row.is_never_offered && !card.is_unseen) svg_ += "    </g>\n";
    }
    svg_ += "  </g>\n";
  }

  const Scenario& scenario_;
  const Proof& proof_;
  std::vector<Card> cards_;  // By place.
  std::vector<GraphEdge> edges_;
  GraphLayout graph_;
  std::vector<float> bends_;  // How high they are, as `graph_.bends`.
  std::vector<Line> legend_;
  float legend_height_ = 0;
  float legend_right_ = 0;
  float width_ = 0;
  float height_ = 0;
  std::string svg_;
};

}  // namespace

std::string scenario_map(const Scenario& scenario, const Proof& proof) { return MapWriter(scenario, proof).write(); }

}  // namespace bytes::content
