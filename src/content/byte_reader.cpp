#include "content/byte_reader.h"

#include <algorithm>
#include <utility>

#include "content/block_reader.h"
#include "content/names.h"

namespace bytes::content {
namespace {

constexpr int kMostMinutes = 60;

bool is_known_need(std::string_view need) {
  const auto is_in = [&](const auto& words) {
    return std::find(std::begin(words), std::end(words), need) != std::end(words);
  };
  return is_in(kBlockTypes) || is_in(kQuestionKinds);
}

void read_needs(Reading& reading, Fields& fields, std::vector<std::string>& needs) {
  fields.each("needs", Need::kOptional, [&](const JsonValue& item, const Place& place) {
    std::string need;
    if (!reading.letters(item, place, need)) return;
    if (!is_known_need(need)) reading.error(place, codes::kNeedsUnknown, {need});
    needs.push_back(std::move(need));
  });
}

void read_author(Reading& reading, Fields& fields, Author& author) {
  const JsonValue* value = fields.take("author", JsonValue::Kind::kObject);
  if (!value) return;
  const Place place = fields.at("author", *value);
  Fields author_fields(reading, *value, place);
  author_fields.letters("name", author.name, Need::kRequired);
  author_fields.letters("role", author.role);
  read_picture_in(reading, author_fields, "portrait", author.portrait);
  author_fields.text("text", author.text);
  author_fields.report_unknown("an author");
}

void read_cost(Reading& reading, Fields& fields, Cost& cost) {
  const JsonValue* value = fields.take("cost", JsonValue::Kind::kObject);
  if (!value) return;
  const Place place = fields.at("cost", *value);
  Fields cost_fields(reading, *value, place);
  cost_fields.integer("text", cost.text, 0, kLargestFile);
  cost_fields.integer("pictures", cost.pictures, 0, kLargestFile);
  cost_fields.integer("video", cost.video, 0, kLargestFile);
  cost_fields.integer("sound", cost.sound, 0, kLargestFile);
  cost_fields.report_unknown("a cost");
}

void read_credits(Reading& reading, Fields& fields, std::vector<Credit>& credits) {
  fields.each("credits", Need::kOptional, [&](const JsonValue& item, const Place& place) {
    Fields credit_fields(reading, item, place);
    Credit credit;
    credit_fields.text("text", credit.text, Need::kRequired);
    credit_fields.report_unknown("a credit");
    if (!credit.text.empty()) credits.push_back(std::move(credit));
  });
}

void read_next(Reading& reading, Fields& fields, std::vector<NextByte>& next) {
  fields.each("next", Need::kOptional, [&](const JsonValue& item, const Place& place) {
    Fields next_fields(reading, item, place);
    NextByte one;
    next_fields.id("byte", one.id, Need::kRequired);
    if (const JsonValue* id = item.find("byte")) one.position = Origin(id->position);
    next_fields.letters("title", one.title);
    next_fields.integer("minutes", one.minutes, 0, kMostMinutes);
    next_fields.file("href", one.href, Need::kOptional);
    next_fields.language("language", one.language, Need::kOptional);
    // No author's to say.
    if (!reading.is_strict()) next_fields.boolean("roadmap", one.is_roadmap);
    next_fields.report_unknown("a Byte to go on with");
    if (!one.id.empty()) next.push_back(std::move(one));
  });
}

void read_editions(Reading& reading, Fields& fields, std::vector<Edition>& editions) {
  fields.each("editions", Need::kOptional, [&](const JsonValue& item, const Place& place) {
    Fields edition_fields(reading, item, place);
    Edition edition;
    edition_fields.language("language", edition.language, Need::kRequired);
    edition_fields.letters("name", edition.name, Need::kRequired);
    edition_fields.file("href", edition.href, Need::kRequired);
    edition_fields.report_unknown("an edition");
    if (edition_fields.is_complete()) editions.push_back(std::move(edition));
  });
}

void read_section(Reading& reading, const JsonValue& value, const Place& place, NameTable& ids,
                  std::vector<Section>& sections) {
  Fields fields(reading, value, place);
  Section section;
  fields.unique_id(section.id, ids, Need::kRequired);
  fields.text("title", section.title);
  fields.boolean("gate", section.gate);
  fields.each("blocks", Need::kRequired, [&](const JsonValue& item, const Place& block_place) {
    read_block(reading, item, block_place, ids, section.blocks.emplace_back());
  });
  fields.report_unknown("a section");
  if (fields.is_complete() || reading.is_strict()) sections.push_back(std::move(section));
}

}  // namespace

std::optional<Byte> read_byte(std::string_view text, std::string_view file, const ReadOptions& options,
                              Diagnostics& diagnostics) {
  const JsonValue root = parse_json(text, file, diagnostics);
  if (!root.was_read()) return std::nullopt;

  Reading reading(file, options, diagnostics);
  const Place place = {nullptr, {}, -1, root.position};
  Fields fields(reading, root, place);
  if (!fields.format()) return std::nullopt;

  Byte byte;
  read_needs(reading, fields, byte.needs);
  fields.id("id", byte.id, Need::kRequired);
  if (const JsonValue* id = root.find("id")) byte.id_position = Origin(id->position);
  fields.each("formerly", Need::kOptional, [&](const JsonValue& item, const Place& item_place) {
    std::string id;
    if (reading.id(item, item_place, id)) byte.formerly.push_back(std::move(id));
  });
  fields.letters("title", byte.title, Need::kRequired);
  fields.letters("summary", byte.summary);
  fields.letters("objective", byte.objective);
  fields.language("language", byte.language, Need::kRequired);
  fields.integer("minutes", byte.minutes, 1, kMostMinutes);
  int level = -1;
  fields.choice("level", {"level", kLevels}, level);
  if (level >= 0) byte.level = kLevels[level];
  fields.words("topics", byte.topics);
  fields.words("skills", byte.skills);
  read_picture_in(reading, fields, "cover", byte.cover);
  read_author(reading, fields, byte.author);
  read_credits(reading, fields, byte.credits);
  fields.letters("license", byte.license);
  fields.boolean("listed", byte.listed);
  read_next(reading, fields, byte.next);
  read_cost(reading, fields, byte.cost);
  read_editions(reading, fields, byte.editions);

  NameTable ids;
  fields.each("sections", Need::kRequired, [&](const JsonValue& item, const Place& item_place) {
    read_section(reading, item, item_place, ids, byte.sections);
  });
  fields.report_unknown("a Byte");
  if (!reading.is_strict() && (byte.id.empty() || byte.sections.empty())) return std::nullopt;
  return byte;
}

}  // namespace bytes::content
