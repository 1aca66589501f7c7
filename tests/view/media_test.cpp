// Pictures, films, sounds and other sites' pages in a Byte's page.
#include <gtest/gtest.h>

#include "content/byte_reader.h"
#include "content/catalogue.h"
#include "outline/accessible.h"
#include "tests/support/files.h"
#include "tests/view/support/english.h"
#include "view/byte_page.h"
#include "view/catalogue_page.h"

namespace bytes::view {
namespace {

using outline::Attribute;
using outline::Element;
using outline::Role;

content::Byte media_byte() {
  Diagnostics diagnostics;
  auto byte = content::read_byte(read_test_file("tests/data/bytes/valid/media.json"), "media.json",
                                 {.strict = false, .markup = {}}, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  return byte.value_or(content::Byte());
}

Element page_with(const PageState& state) { return byte_page(media_byte(), learning::Progress(), state, english()); }

TEST(MediaBlocks, AFilmHasItsWordsAndItsFile) {
  const Element page = page_with({});
  const Element* film = outline::find(page, "film:player");
  ASSERT_NE(film, nullptr);
  EXPECT_EQ(film->role, Role::kVideo);
  EXPECT_EQ(film->get(Attribute::kSrc), "film.webm");
  EXPECT_EQ(film->get(Attribute::kPoster), "still.svg");
  EXPECT_EQ(film->get(Attribute::kWidth), "320");
  EXPECT_EQ(outline::accessible_name(page, *film), "A ball *rolls*") << "the player reads no markup";
  ASSERT_EQ(film->children.size(), 2u);
  EXPECT_TRUE(film->children[0].has(Attribute::kDefault)) << "captions are on until somebody turns them off";
  EXPECT_FALSE(film->children[1].has(Attribute::kDefault));
  EXPECT_EQ(film->children[1].get(Attribute::kTrackLanguage), "ar");
  EXPECT_EQ(film->children[1].get(Attribute::kTrackLabel), "العربية");
  EXPECT_EQ(outline::all_letters(*outline::find(page, "film:caption")), "A ball *rolls* · Recording: us");
  EXPECT_EQ(outline::all_letters(*outline::find(page, "film:transcript")),
            "Read it instead (transcript) A yellow ball rolls from left to right.");
  EXPECT_EQ(outline::find(page, "film:link")->get(Attribute::kHref), "film.webm");
}

TEST(MediaBlocks, ASoundHasThemToo) {
  const Element page = page_with({});
  const Element* tone = outline::find_by_name(page, Role::kAudio, "A tone");
  ASSERT_NE(tone, nullptr);
  EXPECT_EQ(tone->get(Attribute::kSrc), "sound.wav");
  EXPECT_NE(outline::find(page, "tone:transcript-1"), nullptr);
  EXPECT_EQ(outline::all_letters(*outline::find(page, "tone:link")), "Open the sound by itself");
}

TEST(MediaBlocks, AStoryShowsEveryPictureInItsOrder) {
  const Element page = page_with({});
  const Element* pictures = outline::find(page, "story:pictures");
  ASSERT_NE(pictures, nullptr);
  ASSERT_EQ(pictures->children.size(), 3u);
  EXPECT_EQ(outline::all_letters(pictures->children[0]), "Teal. First there was *teal*.");
  EXPECT_EQ(outline::all_letters(pictures->children[1]), "Then there was more.");
  EXPECT_EQ(outline::all_letters(pictures->children[2]), "The last teal. In the end there was enough. · Picture: us");
  EXPECT_EQ(outline::find(page, "story:sound:player")->role, Role::kAudio);
}

TEST(MediaBlocks, NothingOfAnotherSiteIsInThePageUntilItIsAskedFor) {
  PageState state;
  const Element closed = page_with(state);
  EXPECT_EQ(outline::find(closed, "elsewhere:page"), nullptr);
  EXPECT_NE(outline::find_by_name(closed, Role::kButton, "Show “A film elsewhere” – this contacts video.example.org"),
            nullptr);
  const Element* link = outline::find_by_name(closed, Role::kEmbedLink, "Open it in a new page (video.example.org)");
  ASSERT_NE(link, nullptr);
  EXPECT_EQ(link->get(Attribute::kHref), "https://video.example.org/watch?v=1");

  state.opened.insert("elsewhere:load");
  const Element open = page_with(state);
  const Element* frame = outline::find(open, "elsewhere:page");
  ASSERT_NE(frame, nullptr);
  EXPECT_EQ(frame->get(Attribute::kSrc), "https://video.example.org/watch?v=1");
  EXPECT_EQ(frame->get(Attribute::kTitle), "A film elsewhere");
  EXPECT_NE(outline::find_by_name(open, Role::kButton, "Put “A film elsewhere” away"), nullptr);
  EXPECT_NE(outline::find(open, "elsewhere:link"), nullptr);
}

TEST(MediaBlocks, AMovingPictureStandsStillUntilItIsStarted) {
  PageState state;
  const Element still = page_with(state);
  EXPECT_EQ(outline::find(still, "pulse:image")->get(Attribute::kSrc), "still.svg");
  EXPECT_EQ(outline::all_letters(*outline::find(still, "pulse:image:play")), "Play");
  state.opened.insert("pulse:image:play");
  const Element moving = page_with(state);
  EXPECT_EQ(outline::find(moving, "pulse:image")->get(Attribute::kSrc), "moving.svg");
  EXPECT_EQ(outline::all_letters(*outline::find(moving, "pulse:image:play")), "Pause");
  EXPECT_EQ(outline::find(moving, "plain:image:play"), nullptr);
}

TEST(DataSaving, PutsWordsAndAButtonInAPicturesPlace) {
  content::Byte byte = media_byte();
  auto& picture = std::get<content::ImageBlock>(byte.sections[0].blocks[0].content).picture;
  picture.width = 640;
  picture.height = 320;
  picture.bytes = 11'001;
  PageState state;
  state.saves_data = true;
  const Element saving = byte_page(byte, learning::Progress(), state, english());
  EXPECT_TRUE(outline::find(saving, "plain:image")->has(Attribute::kHidden));
  EXPECT_EQ(outline::all_letters(*outline::find(saving, "plain:image:asked")), "A field of teal. Show picture (12 KB)");
  EXPECT_EQ(outline::find(saving, "plain:image:space")->get(Attribute::kWidth), "640");
  EXPECT_EQ(outline::find(saving, "page:saver")->get(Attribute::kPressed), "true");

  state.opened.insert("plain:image:load");
  const Element shown = byte_page(byte, learning::Progress(), state, english());
  EXPECT_FALSE(outline::find(shown, "plain:image")->has(Attribute::kHidden));
  EXPECT_TRUE(outline::find(shown, "plain:image:asked")->has(Attribute::kHidden));
  EXPECT_EQ(outline::find(shown, "plain:image:picture")->get(Attribute::kTone), "shown");
  EXPECT_TRUE(outline::find(shown, "page:cover-image")->has(Attribute::kHidden)) << "each is asked for by itself";
}

TEST(DataSaving, LeavesThePageAsItWasForEverybodyElse) {
  const Element page = page_with({});
  EXPECT_FALSE(outline::find(page, "plain:image")->has(Attribute::kHidden));
  EXPECT_TRUE(outline::find(page, "plain:image:asked")->has(Attribute::kHidden));
  EXPECT_EQ(outline::find_by_name(page, Role::kButton, "Show picture"), nullptr);
  EXPECT_EQ(outline::find(page, "page:saver")->get(Attribute::kPressed), "false");
}

TEST(Cost, IsSaidBeforeAByteIsOpened) {
  content::Byte byte = media_byte();
  byte.cost = {38'000, 60'001, 1'150'001, 999'001};
  const std::string facts = "2 min · 38 KB text · 61 KB pictures + 1.2 MB video on request + 1.0 MB sound on request";
  const Element page = byte_page(byte, learning::Progress(), PageState(), english());
  EXPECT_EQ(letters_of(outline::find(page, "page:facts")->text), facts);
  content::Site site;
  site.title = "Ours";
  const Element catalogue = catalogue_page(site, {content::catalogue_entry(byte)}, english());
  EXPECT_EQ(letters_of(outline::find(catalogue, "media:facts")->text), facts);
  EXPECT_NE(outline::find(catalogue, "page:sizes"), nullptr);

  byte.cost = {1, 0, 0, 0};
  EXPECT_EQ(
      letters_of(outline::find(byte_page(byte, learning::Progress(), PageState(), english()), "page:facts")->text),
      "2 min · 1 KB text");
}

TEST(Author, IsACardWhenThereIsMoreToSay) {
  content::Byte byte = media_byte();
  const Element card = byte_page(byte, learning::Progress(), PageState(), english());
  EXPECT_EQ(outline::find(card, "page:author")->role, Role::kAuthorCard);
  EXPECT_EQ(outline::all_letters(*outline::find(card, "page:author")),
            "Teal, and nobody. Written by Nobody in particular, tester Looks at *every* picture.");
  byte.author.portrait = {};
  byte.author.text.clear();
  const Element line = byte_page(byte, learning::Progress(), PageState(), english());
  EXPECT_EQ(outline::find(line, "page:author")->role, Role::kAuthor);
}

}  // namespace
}  // namespace bytes::view
