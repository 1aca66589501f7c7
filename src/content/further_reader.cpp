#include "content/further_reader.h"

#include <algorithm>
#include <utility>

#include "content/block_reader.h"
#include "content/math.h"
#include "content/names.h"
#include "content/question_reader.h"

namespace bytes::content {
namespace {

void read_item(Reading& reading, Fields& fields, NameTable& ids, AccordionItem& item) {
  fields.text("title", item.title, Need::kRequired);
  const bool has_blocks = fields.has("blocks");
  fields.text("text", item.text, has_blocks ? Need::kOptional : Need::kRequired);
  if (has_blocks && fields.has("text")) {
    reading.error(fields.at("text", *fields.value().find("text")), codes::kNodeTextAndBlocks);
  }
  fields.each("blocks", Need::kOptional, [&](const JsonValue& value, const Place& place) {
    Block& block = item.blocks.emplace_back();
    read_block(reading, value, place, ids, block);
    if (is_kept(type_name(block.content))) {
      reading.error(place, codes::kNodeBlockKept, {type_name(block.content)});
      fields.set_incomplete();
    }
  });
  fields.report_unknown("an item");
}

void read_field(Reading& reading, Fields& fields, NameTable& ids, WorksheetField& field) {
  fields.unique_id(field.id, ids, Need::kRequired);
  fields.choice("kind", {"kind of field", kFieldKinds}, field.kind, Need::kRequired);
  fields.text("label", field.label, Need::kRequired);
  if (field.kind == FieldKind::kYesNo) fields.text("gap", field.gap);
  if (field.kind == FieldKind::kChoice) {
    NameTable option_ids;
    fields.each("options", Need::kRequired, [&](const JsonValue& value, const Place& place) {
      Fields option_fields(reading, value, place);
      FieldOption& option = field.options.emplace_back();
      option_fields.unique_id(option.id, option_ids, Need::kRequired);
      option_fields.text("text", option.text, Need::kRequired);
      option_fields.report_unknown("an option");
      if (!option_fields.is_complete()) fields.set_incomplete();
    });
    const JsonValue* options = fields.value().find("options");
    if (options && options->items.size() == 1) {
      reading.error(fields.at("options", *options), codes::kQuestionTooFewOptions);
      fields.set_incomplete();
    }
  }
  fields.report_unknown("a field");
}

// A part of a formula as `byte build` writes it: ["mfrac", {"linethickness": "0"}, part, part], ["mi", "x"]. False for
// what is none; whoever wrote it, nothing gets in that content/math.h does not know.
bool read_math(const JsonValue& value, int depth, std::size_t& elements, MathNode& node) {
  const bool is_known = value.is_array() && !value.items.empty() && is_math_element(value.items[0].string);
  if (!is_known || depth > kDeepestMath || ++elements > kMostMathElements) return false;
  node.tag = value.items[0].string;
  if ((node.tag == "math") != (depth == 0)) return false;
  for (std::size_t i = 1; i < value.items.size(); ++i) {
    const JsonValue& item = value.items[i];
    if (item.is_string()) {
      if (is_math_token(node.tag) && item.string.size() <= kLongestMathWord) node.text = item.string;
    } else if (item.is_object()) {
      for (const JsonMember& member : item.members) {
        const std::string& word = member.value.string;
        const bool is_new = std::none_of(node.attributes.begin(), node.attributes.end(),
                                         [&](const auto& other) { return other.first == member.key; });
        if (!is_math_attribute(member.key) || word.size() > kLongestMathWord || !is_new) return false;
        node.attributes.emplace_back(member.key, word);
      }
    } else if (is_math_token(node.tag) || !read_math(item, depth + 1, elements, node.children.emplace_back())) {
      return false;
    }
  }
  return true;
}

// A line without what no terminal would show either, tabs apart: they stand for spaces.
void append_line(std::string& code, std::string_view line) {
  if (!code.empty()) code += '\n';
  for (const char c : line) {
    if (c == '\t') {
      code += "    ";
    } else if (c == '\n' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)) {
      code += c;
    }
  }
}

}  // namespace

void read_percent(Fields& fields, std::string_view name, int& thousandths, int lowest) {
  std::int64_t read = 0;
  fields.decimal(name, read, /*parts=*/10, lowest, 1'000, Need::kRequired);
  thousandths = static_cast<int>(read);
}

void read_content(Reading& reading, Fields& fields, CodeBlock& block) {
  const int errors = reading.errors();
  const JsonValue* lines = fields.value().find("code");
  if (lines && lines->is_array()) {
    fields.each("code", Need::kRequired, [&](const JsonValue& line, const Place& place) {
      if (!line.is_string()) return reading.wrong_type(line, place, JsonValue::Kind::kString);
      append_line(block.code, line.string);
    });
  } else if (const JsonValue* code = fields.take("code", JsonValue::Kind::kString, Need::kRequired)) {
    append_line(block.code, code->string);
  }
  if (lines && block.code.find_first_not_of(" \n") == std::string::npos) {
    if (reading.errors() == errors) reading.error(fields.at("code", *lines), codes::kTextEmpty);
    fields.set_incomplete();
  }
  fields.letters("syntax", block.syntax);
  fields.text("caption", block.caption);
}

void read_content(Reading& reading, Fields& fields, MathBlock& block) {
  fields.text("caption", block.caption);
  if (!reading.is_strict() && fields.has("tree")) {
    std::size_t elements = 0;
    if (read_math(*fields.value().find("tree"), 0, elements, block.math) && block.math.tag == "math") return;
  } else if (const JsonValue* mathml = fields.take("mathml", JsonValue::Kind::kString, Need::kRequired)) {
    if (reading.mathml(*mathml, fields.at("mathml", *mathml), block.math)) return;
  }
  fields.set_incomplete();
}

void read_content(Reading& reading, Fields& fields, LabelledPictureBlock& block) {
  read_picture_in(reading, fields, "picture", block.picture);
  need_picture(reading, fields, block.picture);
  NameTable ids;
  fields.each("markers", Need::kRequired, [&](const JsonValue& value, const Place& place) {
    Fields marker_fields(reading, value, place);
    Marker marker;
    marker_fields.unique_id(marker.id, ids, Need::kOptional);
    read_percent(marker_fields, "x", marker.x, 0);
    read_percent(marker_fields, "y", marker.y, 0);
    marker_fields.text("title", marker.title, Need::kRequired);
    marker_fields.text("text", marker.text);
    marker_fields.report_unknown("a marker");
    if (marker_fields.is_complete() || reading.is_strict()) block.markers.push_back(std::move(marker));
  });
}

void read_content(Reading& reading, Fields& fields, NameTable& ids, AccordionBlock& block) {
  fields.each("items", Need::kRequired, [&](const JsonValue& value, const Place& place) {
    Fields item_fields(reading, value, place);
    read_item(reading, item_fields, ids, block.items.emplace_back());
    if (!item_fields.is_complete()) fields.set_incomplete();
  });
}

void read_content(Reading& reading, Fields& fields, FlashcardsBlock& block) {
  fields.text("lead", block.lead);
  fields.each("cards", Need::kRequired, [&](const JsonValue& value, const Place& place) {
    Fields card_fields(reading, value, place);
    Flashcard card;
    card_fields.text("front", card.front, Need::kRequired);
    card_fields.text("back", card.back, Need::kRequired);
    read_picture_in(reading, card_fields, "picture", card.picture);
    card_fields.report_unknown("a card");
    if (card_fields.is_complete() || reading.is_strict()) block.cards.push_back(std::move(card));
  });
}

void read_content(Reading& reading, Fields& fields, WorksheetBlock& block) {
  fields.text("lead", block.lead, Need::kRequired);
  fields.text("row", block.row, Need::kRequired);
  fields.integer("most", block.most, 1, kMostRows);
  NameTable ids;
  bool has_side = false;
  fields.each("fields", Need::kRequired, [&](const JsonValue& value, const Place& place) {
    Fields field_fields(reading, value, place);
    WorksheetField& field = block.fields.emplace_back();
    read_field(reading, field_fields, ids, field);
    if (!field_fields.is_complete()) return fields.set_incomplete();
    has_side |= field.kind == FieldKind::kYesNo;
    if (block.fields.size() == 1 && field.kind != FieldKind::kWords) {
      reading.error(place, codes::kWorksheetFirstField);
      fields.set_incomplete();
    }
  });
  const JsonValue* map = fields.take("map", JsonValue::Kind::kObject);
  if (!map) return;
  const Place place = fields.at("map", *map);
  Fields map_fields(reading, *map, place);
  block.has_map = true;
  map_fields.text("center", block.map_center, Need::kRequired);
  map_fields.text("title", block.map_title);
  map_fields.report_unknown("a map");
  if (!has_side && fields.is_complete()) reading.error(place, codes::kWorksheetMap);
  if (!has_side || !map_fields.is_complete()) fields.set_incomplete();
}

void read_content(Reading& reading, Fields& fields, NameTable& ids, BankBlock& block) {
  fields.integer("pick", block.pick, 1, 100, Need::kRequired);
  fields.each("questions", Need::kRequired, [&](const JsonValue& value, const Place& place) {
    Fields question_fields(reading, value, place);
    Block read;
    read.position = Origin(place.position);
    question_fields.unique_id(read.id, ids, Need::kRequired);
    question_fields.language("language", read.language);
    Question& question = read.content.emplace<Question>();
    read_question(reading, question_fields, question);
    question_fields.report_unknown(question_name(question_fields, question));
    if (question_fields.is_complete() || reading.is_strict()) block.questions.push_back(std::move(read));
  });
  const JsonValue* pick = fields.value().find("pick");
  if (!pick || block.questions.empty() || block.pick <= static_cast<int>(block.questions.size())) return;
  if (reading.is_strict()) {
    reading.error(fields.at("pick", *pick), codes::kBankPick,
                  {std::to_string(block.pick), std::to_string(block.questions.size())});
  }
  block.pick = static_cast<int>(block.questions.size());
}

}  // namespace bytes::content
