#include "content/author/import/markdown_document.h"

#include <md4c.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>

#include "content/author/import/html.h"
#include "content/author/import/marks.h"

namespace bytes::content {
namespace {

using Kind = DocumentBlock::Kind;

// Deeper, everything is in the last one.
constexpr std::size_t kDeepest = 24;

std::string value_of(const MD_ATTRIBUTE& attribute) {
  std::string value;
  for (std::size_t i = 0; attribute.substr_offsets && attribute.substr_offsets[i] < attribute.size; ++i) {
    const MD_OFFSET begin = attribute.substr_offsets[i];
    const std::string_view part(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
    value += attribute.substr_types[i] == MD_TEXT_ENTITY ? entity_letters(part) : std::string(part);
  }
  return value;
}

// Takes md4c's events.
class TreeBuilder {
 public:
  TreeBuilder(const MappedText& text, Report& report) : text_(text), report_(report) {
    stack_.emplace_back();
    stack_.back().kind = Kind::kQuote;
  }

  static int enter_block(MD_BLOCKTYPE type, void* detail, void* self) {
    static_cast<TreeBuilder*>(self)->open(type, detail);
    return 0;
  }
  static int leave_block(MD_BLOCKTYPE type, void*, void* self) {
    static_cast<TreeBuilder*>(self)->close(type);
    return 0;
  }
  static int enter_span(MD_SPANTYPE type, void* detail, void* self) {
    static_cast<TreeBuilder*>(self)->span(type, detail, true);
    return 0;
  }
  static int leave_span(MD_SPANTYPE type, void* detail, void* self) {
    static_cast<TreeBuilder*>(self)->span(type, detail, false);
    return 0;
  }
  static int text(MD_TEXTTYPE type, const MD_CHAR* letters, MD_SIZE size, void* self) {
    static_cast<TreeBuilder*>(self)->add(type, {letters, size});
    return 0;
  }

  std::vector<DocumentBlock> take() { return std::move(stack_.front().children); }

 private:
  DocumentBlock& current() { return stack_.back(); }

  void open(MD_BLOCKTYPE type, void* detail) {
    DocumentBlock block;
    block.offset = place_of_next();
    switch (type) {
      case MD_BLOCK_P: block.kind = Kind::kParagraph; break;
      case MD_BLOCK_H:
        block.kind = Kind::kHeading;
        block.level = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_QUOTE: block.kind = Kind::kQuote; break;
      case MD_BLOCK_UL: block.kind = Kind::kList; break;
      case MD_BLOCK_OL:
        block.kind = Kind::kList;
        block.is_numbered = true;
        block.start = static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start;
        break;
      case MD_BLOCK_LI: {
        const auto* item = static_cast<MD_BLOCK_LI_DETAIL*>(detail);
        block.kind = Kind::kItem;
        block.is_task = item->is_task != 0;
        block.is_done = block.is_task && item->task_mark != ' ';
        // The one place that md4c tells by itself.
        if (block.is_task) {
          last_ = item->task_mark_offset;
          block.offset = here_ = text_.offset_at(last_);
        }
        break;
      }
      case MD_BLOCK_CODE: block.kind = Kind::kCode; break;
      case MD_BLOCK_HTML: block.kind = Kind::kHtml; break;
      case MD_BLOCK_HR: block.kind = Kind::kRule; break;
      case MD_BLOCK_TABLE: block.kind = Kind::kTable; break;
      case MD_BLOCK_TR: block.kind = Kind::kRow; break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD: block.kind = Kind::kCell; break;
      default: return;  // The document, and the halves of a table.
    }
    dropped_.clear();
    if (stack_.size() > kDeepest) {
      if (ignored_++ == 0) deep_begin_ = block.offset;
      return;
    }
    has_place_.push_back(block.is_task);
    stack_.push_back(std::move(block));
  }

  // Where a block stands that has no letters: in the first line with something in it behind the last letters.
  std::size_t place_of_next() {
    const std::string& text = text_.text;
    if (next_of_ == last_) return text_.offset_at(next_);
    next_of_ = last_;
    next_ = last_ == kNowhere ? 0 : std::min(text.find('\n', last_), text.size());
    next_ = std::min(text.find_first_not_of(" \t\r\n", next_), text.size());
    return text_.offset_at(next_);
  }

  void close(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_DOC || type == MD_BLOCK_THEAD || type == MD_BLOCK_TBODY) return;
    if (ignored_ > 0) {
      if (--ignored_ == 0) report_.add(codes::kImportTooDeep, deep_begin_);
      add_run(" ", false);
      return;
    }
    DocumentBlock block = std::move(stack_.back());
    stack_.pop_back();
    has_place_.pop_back();
    emphasis_ = strong_ = 0;
    code_tags_ = 0;
    current().children.push_back(std::move(block));
  }

  void span(MD_SPANTYPE type, void* detail, bool is_start) {
    const int step = is_start ? 1 : -1;
    if (type == MD_SPAN_EM) emphasis_ = std::max(0, emphasis_ + step);
    if (type == MD_SPAN_STRONG) strong_ = std::max(0, strong_ + step);
    if (type == MD_SPAN_A && is_start) {
      // Its place is that of its words, which come next.
      pending_href_ = value_of(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
    } else if (type == MD_SPAN_A) {
      settle_link();
      href_.clear();
      if (!address_.empty()) add_run(" (" + std::exchange(address_, {}) + ")", false);
    }
    if (type != MD_SPAN_IMG) return;
    if (!is_start) {
      if (--pictures_ > 0) return;
      ends_piece_ = true;
      if (!picture_has_place_) current().pieces.back().offset = here_;
      return;
    }
    // Pictures in a picture's description are no pictures.
    if (pictures_++ > 0) return;
    settle_link();
    const auto* picture = static_cast<MD_SPAN_IMG_DETAIL*>(detail);
    DocumentPiece piece;
    piece.is_picture = true;
    piece.src = value_of(picture->src);
    piece.title = value_of(picture->title);
    piece.offset = here_;
    picture_has_place_ = false;
    current().pieces.push_back(std::move(piece));
    ends_piece_ = false;
  }

  void settle_link() {
    if (pending_href_.empty()) return;
    href_ = checked_link(std::exchange(pending_href_, {}), here_, report_, address_);
  }

  void add(MD_TEXTTYPE type, std::string_view letters) {
    set_place(letters);
    if (ignored_ == 0 && current().kind == Kind::kCode) {
      current().code += type == MD_TEXT_NULLCHAR ? "\ufffd" : letters;
      return;
    }
    if (ignored_ == 0 && current().kind == Kind::kHtml) {
      for (char c : letters) current().html.add(c, here_);
      return;
    }
    if (type == MD_TEXT_HTML) return take_tag(letters);
    if (!dropped_.empty()) return;
    settle_link();
    if (type == MD_TEXT_ENTITY) return add_run(entity_letters(letters), false);
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) return add_run("\n", false);
    if (type == MD_TEXT_NULLCHAR) return add_run("\ufffd", false);
    add_run(letters, type == MD_TEXT_CODE);
  }

  // md4c hands out the source's own letters wherever it can, and so tells where they stand.
  void set_place(std::string_view letters) {
    const char* begin = text_.text.data();
    const bool is_inside =
        std::less_equal<>()(begin, letters.data()) && std::less<>()(letters.data(), begin + text_.size());
    if (!is_inside) return;
    last_ = static_cast<std::size_t>(letters.data() - begin);
    here_ = text_.offset_at(last_);
    // What is open and has no place yet begins here.
    for (std::size_t i = stack_.size(); i-- > 1 && !has_place_[i - 1];) {
      stack_[i].offset = here_;
      has_place_[i - 1] = true;
    }
    if (pictures_ > 0 && !picture_has_place_ && !current().pieces.empty()) {
      current().pieces.back().offset = here_;
      picture_has_place_ = true;
    }
  }

  void take_tag(std::string_view letters) {
    const std::optional<HtmlTag> tag = tag_at(letters, 0);
    if (!tag) return;
    if (!dropped_.empty()) {
      if (tag->is_end && tag->name == dropped_) dropped_.clear();
      return;
    }
    const int step = tag->is_end ? -1 : 1;
    if (tag->name == "!") {
      report_.add(codes::kImportHtmlDropped, here_, {"!-- --"});
    } else if (is_dropped_whole(tag->name)) {
      report_.add(codes::kImportHtmlDropped, here_, {tag->name});
      if (!tag->is_end) dropped_ = tag->name;
    } else if (tag->name == "b" || tag->name == "strong") {
      strong_ = std::max(0, strong_ + step);
    } else if (tag->name == "i" || tag->name == "em") {
      emphasis_ = std::max(0, emphasis_ + step);
    } else if (tag->name == "code" || tag->name == "kbd") {
      code_tags_ = std::max(0, code_tags_ + step);
    } else if (tag->name == "br") {
      add_run(" ", false);
    } else if (!tag->is_end) {
      report_.add(codes::kImportHtmlTag, here_, {tag->name});
    }
    if (tag->is_end) return;
    for (const auto& [name, value] : tag->attributes)
      report_.add(codes::kImportHtmlAttribute, here_, {name, tag->name});
  }

  void add_run(std::string_view letters, bool is_code) {
    std::vector<DocumentPiece>& pieces = current().pieces;
    if (pictures_ == 0 && (pieces.empty() || ends_piece_ || pieces.back().is_picture)) {
      pieces.emplace_back();
      pieces.back().offset = here_;
      ends_piece_ = false;
    }
    Run run;
    run.text = letters;
    run.code = is_code || code_tags_ > 0;
    run.emphasis = emphasis_ > 0;
    run.strong = strong_ > 0;
    run.href = href_;
    append(pieces.back().text, std::move(run));
  }

  const MappedText& text_;
  Report& report_;
  std::vector<DocumentBlock> stack_;
  std::vector<bool> has_place_;  // Of each of the stack but the first.
  static constexpr std::size_t kNowhere = ~std::size_t(0);

  std::size_t here_ = 0;                // In the file: the last letters' place.
  std::size_t last_ = kNowhere;         // The same in `text_`.
  std::size_t next_ = 0;                // In `text_`: what `place_of_next` found…
  std::size_t next_of_ = kNowhere - 1;  // …for this `last_`.
  std::size_t ignored_ = 0;             // Blocks that are too deep.
  std::size_t deep_begin_ = 0;
  int emphasis_ = 0;
  int strong_ = 0;
  int code_tags_ = 0;
  int pictures_ = 0;
  bool picture_has_place_ = false;
  bool ends_piece_ = false;
  std::string pending_href_;
  std::string href_;
  std::string address_;  // To be written behind a link's words.
  std::string dropped_;  // The element whose content is left out.
};

}  // namespace

std::vector<DocumentBlock> read_document(const MappedText& text, Report& report) {
  MD_PARSER parser = {};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS;
  parser.enter_block = TreeBuilder::enter_block;
  parser.leave_block = TreeBuilder::leave_block;
  parser.enter_span = TreeBuilder::enter_span;
  parser.leave_span = TreeBuilder::leave_span;
  parser.text = TreeBuilder::text;
  TreeBuilder builder(text, report);
  // It fails only when memory is out.
  if (md_parse(text.text.data(), static_cast<MD_SIZE>(text.size()), &parser, &builder) != 0) return {};
  return builder.take();
}

RichText text_of(const std::vector<DocumentPiece>& pieces, Report& report) {
  RichText all;
  for (const DocumentPiece& piece : pieces) {
    if (piece.is_picture) report.add(codes::kImportPictureInline, piece.offset, {piece.src});
    for (const Run& run : piece.text) append(all, run);
  }
  return tidied(all);
}

namespace {

void add_passages(const std::vector<DocumentBlock>& blocks, PassageKind kind, Report& report, Passages& passages) {
  const auto add = [&](RichText text, std::size_t offset) {
    if (!text.empty()) passages.push_back({kind, std::move(text), offset});
  };
  for (const DocumentBlock& block : blocks) {
    if (block.kind == Kind::kHtml) {
      for (Passage& passage : read_html(block.html, HtmlStyle::kHtml, report)) passages.push_back(std::move(passage));
      continue;
    }
    add(text_of(block.pieces, report), block.offset);
    if (block.kind == Kind::kCode) {
      report.add(codes::kImportCodeBlock, block.offset);
      Run code;
      code.text = block.code;
      code.code = true;
      add(tidied({code}), block.offset);
    }
    const bool is_list = block.kind == Kind::kList;
    if (is_list && kind != PassageKind::kParagraph) report.add(codes::kImportListNested, block.offset);
    const PassageKind inner = !is_list ? kind : block.is_numbered ? PassageKind::kNumberedItem : PassageKind::kItem;
    add_passages(block.children, inner, report, passages);
  }
}

}  // namespace

Passages passages_of(const std::vector<DocumentBlock>& blocks, Report& report) {
  Passages passages;
  add_passages(blocks, PassageKind::kParagraph, report, passages);
  return passages;
}

}  // namespace bytes::content
