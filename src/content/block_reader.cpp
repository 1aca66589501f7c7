#include "content/block_reader.h"

#include <algorithm>
#include <utility>

#include "content/further_reader.h"
#include "content/names.h"
#include "content/question_reader.h"
#include "content/scenario_reader.h"

namespace bytes::content {
namespace {

constexpr int kLargestPicture = 100'000;  // CSS px

void read_size(Fields& fields, int& width, int& height) {
  fields.integer("width", width, 0, kLargestPicture);
  fields.integer("height", height, 0, kLargestPicture);
}

void read_file(Fields& fields, File& file) {
  fields.file("src", file.src, Need::kRequired);
  if (const JsonValue* src = fields.value().find("src")) file.position = Origin(src->position);
  fields.integer("bytes", file.bytes, 0, kLargestFile);
}

// An object that names a file, and nothing else.
void read_file(Reading& reading, Fields& fields, std::string_view name, std::string_view what, File& file) {
  const JsonValue* value = fields.take(name, JsonValue::Kind::kObject);
  if (!value) return;
  const Place place = fields.at(name, *value);
  Fields file_fields(reading, *value, place);
  read_file(file_fields, file);
  file_fields.report_unknown(what);
}

void read_recording(Reading& reading, Fields& fields, Recording& recording) {
  read_file(fields, recording);
  fields.each("tracks", Need::kOptional, [&](const JsonValue& value, const Place& place) {
    Fields track_fields(reading, value, place);
    Track track;
    read_file(track_fields, track);
    track_fields.language("language", track.language, Need::kRequired);
    track_fields.letters("label", track.label, Need::kRequired);
    track_fields.report_unknown("a track");
    if (track_fields.is_complete() || reading.is_strict()) recording.tracks.push_back(std::move(track));
  });
  fields.texts("transcript", recording.transcript);
  fields.text("caption", recording.caption);
  fields.text("credit", recording.credit);
}

void read_content(Reading&, Fields& fields, TextBlock& block) { fields.text("text", block.text, Need::kRequired); }

void read_content(Reading&, Fields& fields, SubheadingBlock& block) {
  fields.text("text", block.text, Need::kRequired);
}

void read_content(Reading&, Fields& fields, ListBlock& block) {
  fields.choice("style", {"list style", kListStyles}, block.style);
  fields.text("lead", block.lead);
  fields.texts("items", block.items, Need::kRequired);
}

void read_content(Reading&, Fields& fields, CalloutBlock& block) {
  fields.choice("style", {"callout style", kCalloutStyles}, block.style);
  fields.text("title", block.title);
  fields.text("text", block.text, Need::kRequired);
}

void read_content(Reading& reading, Fields& fields, ImageBlock& block) { read_picture(reading, fields, block.picture); }

void read_content(Reading& reading, Fields& fields, VideoBlock& block) {
  read_recording(reading, fields, block.recording);
  read_file(reading, fields, "poster", "a poster", block.poster);
  read_size(fields, block.width, block.height);
}

void read_content(Reading& reading, Fields& fields, AudioBlock& block) {
  read_recording(reading, fields, block.recording);
}

void read_content(Reading& reading, Fields& fields, PictureStoryBlock& block) {
  fields.each("pictures", Need::kRequired, [&](const JsonValue& value, const Place& place) {
    Fields picture(reading, value, place);
    read_picture(reading, picture, block.pictures.emplace_back(), Need::kRequired);
    picture.report_unknown("a picture");
    // A story with a hole in it is none.
    if (!picture.is_complete()) fields.set_incomplete();
  });
  const JsonValue* value = fields.take("sound", JsonValue::Kind::kObject);
  if (!value) return;
  const Place place = fields.at("sound", *value);
  Fields sound(reading, *value, place);
  read_recording(reading, sound, block.sound);
  sound.report_unknown("a sound");
}

void read_content(Reading& reading, Fields& fields, EmbedBlock& block) {
  fields.address("src", block.src, Need::kRequired);
  if (!block.src.empty() && host_of(block.src).empty()) {
    reading.error(fields.at("src", *fields.value().find("src")), codes::kEmbedUnsafe, {block.src});
    fields.set_incomplete();
  }
  fields.letters("title", block.title, Need::kRequired);
  fields.text("text", block.text);
  read_size(fields, block.width, block.height);
}

void read_content(Reading& reading, Fields& fields, TableBlock& block) {
  fields.text("caption", block.caption);
  fields.texts("header", block.header, Need::kRequired);
  fields.each("rows", Need::kRequired, [&](const JsonValue& row, const Place& place) {
    if (!row.is_array()) return reading.wrong_type(row, place, JsonValue::Kind::kArray);
    std::vector<RichText> cells;
    for (std::size_t i = 0; i < row.items.size(); ++i) {
      const JsonValue& cell = row.items[i];
      RichText text;
      // A cell may be empty; a text elsewhere may not.
      const bool is_blank = cell.is_string() && cell.string.empty();
      if (!is_blank) reading.text(cell, Place{&place, {}, static_cast<int>(i), cell.position}, text);
      cells.push_back(std::move(text));
    }
    if (cells.size() != block.header.size()) {
      reading.error(place, codes::kTableRagged, {std::to_string(cells.size()), std::to_string(block.header.size())});
      cells.resize(block.header.size());
    }
    block.rows.push_back(std::move(cells));
  });
}

void read_content(Reading& reading, Fields& fields, CompareBlock& block) {
  fields.each("sides", Need::kRequired, [&](const JsonValue& value, const Place& place) {
    Fields side(reading, value, place);
    CompareSide& read = block.sides.emplace_back();
    side.text("title", read.title, Need::kRequired);
    side.texts("items", read.items, Need::kRequired);
    side.report_unknown("a side");
  });
  const JsonValue* sides = fields.value().find("sides");
  if (sides && sides->is_array() && !sides->items.empty() && block.sides.size() != 2) {
    reading.error(fields.at("sides", *sides), codes::kCompareNotTwo, {std::to_string(block.sides.size())});
    fields.set_incomplete();
  }
}

void read_content(Reading&, Fields& fields, QuoteBlock& block) {
  fields.text("text", block.text, Need::kRequired);
  fields.text("by", block.by);
}

void read_content(Reading& reading, Fields& fields, StepsBlock& block) {
  fields.each("steps", Need::kRequired, [&](const JsonValue& value, const Place& place) {
    Fields step(reading, value, place);
    Step& read = block.steps.emplace_back();
    step.text("title", read.title, Need::kRequired);
    step.text("text", read.text);
    step.report_unknown("a step");
  });
}

void read_content(Reading& reading, Fields& fields, LinkCardBlock& block) {
  fields.address("href", block.href, Need::kRequired);
  if (!block.href.empty() && !is_safe_link(block.href)) {
    reading.error(fields.at("href", *fields.value().find("href")), codes::kLinkUnsafe, {block.href});
    fields.set_incomplete();
  }
  fields.text("title", block.title, Need::kRequired);
  fields.text("text", block.text);
}

void read_content(Reading&, Fields&, DividerBlock&) {}

void read_content(Reading& reading, Fields& fields, ChecklistBlock& block) {
  fields.text("lead", block.lead, Need::kRequired);
  NameTable ids;
  fields.each("items", Need::kRequired, [&](const JsonValue& value, const Place& place) {
    Fields item(reading, value, place);
    ChecklistItem& read = block.items.emplace_back();
    item.unique_id(read.id, ids, Need::kRequired);
    item.text("text", read.text, Need::kRequired);
    item.report_unknown("an item");
    if (!item.is_complete() && !reading.is_strict()) block.items.pop_back();
  });
}

void read_content(Reading&, Fields& fields, ReflectionBlock& block) {
  fields.text("prompt", block.prompt, Need::kRequired);
  fields.text("example", block.example);
}

void read_content(Reading& reading, Fields& fields, Question& question) { read_question(reading, fields, question); }

void read_content(Reading& reading, Fields& fields, ScenarioBlock& block) {
  fields.boolean("required", block.required);
  if (!fields.has("src")) return read_scenario_fields(reading, fields, block.scenario);
  fields.file("src", block.src, Need::kRequired);
  block.src_position = Origin(fields.value().find("src")->position);
  // Its file is the author's tool's to read, which writes what is in it into the page.
  if (!reading.is_strict()) fields.set_incomplete();
}

// Reads in place: moving variants about costs more code than all the readers together.
template <class Content>
void read_as(Reading& reading, Fields& fields, NameTable& ids, BlockContent& content) {
  Content& block = content.emplace<Content>();
  if constexpr (requires { read_content(reading, fields, ids, block); }) {
    read_content(reading, fields, ids, block);
  } else {
    read_content(reading, fields, block);
  }
}

// In the order of BlockContent.
constexpr void (*kReaders[])(Reading&, Fields&, NameTable&, BlockContent&) = {
    read_as<TextBlock>,  read_as<SubheadingBlock>, read_as<ListBlock>,       read_as<CalloutBlock>,
    read_as<ImageBlock>, read_as<VideoBlock>,      read_as<AudioBlock>,      read_as<PictureStoryBlock>,
    read_as<EmbedBlock>, read_as<TableBlock>,      read_as<CompareBlock>,    read_as<QuoteBlock>,
    read_as<StepsBlock>, read_as<LinkCardBlock>,   read_as<DividerBlock>,    read_as<ChecklistBlock>,
    read_as<ReflectionBlock>, read_as<Question>,   read_as<ScenarioBlock>,
    read_as<CodeBlock>,  read_as<MathBlock>,       read_as<LabelledPictureBlock>, read_as<AccordionBlock>,
    read_as<FlashcardsBlock>, read_as<WorksheetBlock>, read_as<BankBlock>};
static_assert(std::size(kReaders) == std::size(kBlockTypes));

}  // namespace

void read_picture(Reading& reading, Fields& fields, Picture& picture, Need caption) {
  read_file(fields, picture);
  fields.boolean("decorative", picture.decorative);
  const JsonValue* alt = fields.take("alt", JsonValue::Kind::kString);
  if (alt && picture.decorative) {
    reading.error(fields.at("alt", *alt), codes::kAltNotNeeded);
  } else if (alt && !alt->string.empty()) {
    fields.letters("alt", picture.alt);
  } else if (!picture.decorative && (alt || !fields.has("alt"))) {
    reading.error(fields.place(), codes::kAltMissing);
  }
  fields.text("caption", picture.caption, caption);
  fields.text("credit", picture.credit);
  read_size(fields, picture.width, picture.height);
  read_file(reading, fields, "still", "a still", picture.still);
}

void read_picture_in(Reading& reading, Fields& fields, std::string_view name, Picture& picture) {
  const JsonValue* value = fields.take(name, JsonValue::Kind::kObject);
  if (!value) return;
  const Place place = fields.at(name, *value);
  Fields picture_fields(reading, *value, place);
  read_picture(reading, picture_fields, picture);
  picture_fields.report_unknown("a picture");
}

void need_picture(Reading& reading, Fields& fields, const Picture& picture) {
  const JsonValue* value = fields.value().find("picture");
  if (!value) fields.take("picture", JsonValue::Kind::kObject, Need::kRequired);
  if (picture.decorative) reading.error(fields.at("picture", *value), codes::kPictureDecorative);
  if (picture.src.empty() || picture.decorative) fields.set_incomplete();
}

bool is_kept(std::string_view type) {
  return type == "question" || type == "checklist" || type == "reflection" || type == "scenario" ||
         type == "worksheet" || type == "bank";
}

void read_block(Reading& reading, const JsonValue& value, const Place& place, NameTable& ids, Block& block) {
  Fields fields(reading, value, place);
  block.position = Origin(place.position);
  UnknownBlock unknown;
  const JsonValue* type = fields.take("type", JsonValue::Kind::kString, Need::kRequired);
  if (type) unknown.type = type->string;
  const auto known = std::find(std::begin(kBlockTypes), std::end(kBlockTypes), unknown.type);
  const bool is_known = known != std::end(kBlockTypes);
  if (type && !is_known) reading.unknown_word(unknown.type, fields.at("type", *type), {"block type", kBlockTypes});

  const JsonValue* src = value.find("src");
  const std::string_view name = unknown.type == "scenario" && src ? scenario_name(src->string) : std::string_view();
  if (!fields.has("id") && is_id(name)) {
    fields.unique(name, fields.at("src", *src), ids, block.id, Need::kRequired);
  } else {
    fields.unique_id(block.id, ids, is_kept(unknown.type) ? Need::kRequired : Need::kOptional);
  }
  fields.language("language", block.language);
  fields.text("fallback", unknown.fallback);
  if (is_known) {
    kReaders[known - std::begin(kBlockTypes)](reading, fields, ids, block.content);
    // Each kind of question has fields of its own.
    const auto* question = std::get_if<Question>(&block.content);
    fields.report_unknown(question ? question_name(fields, *question) : "a block of type " + unknown.type);
    if (fields.is_complete() || reading.is_strict()) return;
  }
  block.content.emplace<UnknownBlock>(std::move(unknown));
}

}  // namespace bytes::content
