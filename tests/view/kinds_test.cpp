// The kinds of questions that are answered with one row, one number or one field, and banks: by role and name, before
// anybody has done anything.
#include <gtest/gtest.h>

#include "content/byte_reader.h"
#include "outline/accessible.h"
#include "tests/support/files.h"
#include "tests/view/support/english.h"
#include "view/byte_page.h"

namespace bytes::view {
namespace {

using outline::Attribute;
using outline::Element;
using outline::Role;

const Element& asked_page() {
  static const Element page = [] {
    Diagnostics diagnostics;
    const auto byte = content::read_byte(read_test_file("tests/data/kinds/bytes/asked/byte.json"), "byte.json",
                                         {.strict = false, .markup = {}}, diagnostics);
    EXPECT_FALSE(diagnostics.has_errors());
    return byte_page(*byte, learning::Progress(), PageState(), english());
  }();
  return page;
}

// Requires: there is such an element.
const Element& at(std::string_view id) {
  static const Element none;
  const Element* found = outline::find(asked_page(), id);
  EXPECT_NE(found, nullptr) << id;
  return found ? *found : none;
}

TEST(KindsView, TrueAndFalseAreTwoRowsBelowThePicture) {
  const Element& group = at("sea:options");
  ASSERT_EQ(group.children.size(), 4u);
  EXPECT_EQ(group.children[0].role, Role::kPrompt);
  EXPECT_EQ(group.children[1].role, Role::kFigure);
  EXPECT_EQ(outline::accessible_name(asked_page(), at("sea:image")), "A yellow sun over blue waves");
  EXPECT_NE(outline::find_by_name(group, Role::kRadio, "True"), nullptr);
  EXPECT_NE(outline::find_by_name(group, Role::kRadio, "False"), nullptr);
  EXPECT_EQ(outline::accessible_name(asked_page(), group), "The sea is **salty**.");
}

TEST(KindsView, AScaleIsOneRadioGroupWhoseEndsSayWhatTheyMean) {
  const Element& group = at("ready:options");
  EXPECT_EQ(outline::accessible_name(asked_page(), group), "How ready do you feel to ask somebody for advice?");
  for (int step = 0; step <= 10; ++step) {
    const Element* radio = outline::find_by_name(group, Role::kRadio, std::to_string(step));
    ASSERT_NE(radio, nullptr) << step;
    EXPECT_EQ(radio->get(Attribute::kName), "ready");
    EXPECT_EQ(radio->get(Attribute::kDescribedBy), step == 0 ? "ready:low" : step == 10 ? "ready:high" : "");
  }
  EXPECT_EQ(outline::all_letters(at("ready:low")), "0 Not at all");
  EXPECT_EQ(outline::all_letters(at("ready:high")), "10 I would ask today");
  EXPECT_EQ(at("trust:steps").children.size(), 5u);
}

TEST(KindsView, AFieldHasANameAUnitAndAButtonThatEnterPresses) {
  const Element* field = outline::find_by_name(at("weight"), Role::kAnswerField, "Your answer");
  ASSERT_NE(field, nullptr);
  EXPECT_EQ(field->get(Attribute::kInputMode), "decimal");
  EXPECT_EQ(field->get(Attribute::kDirection), "ltr");
  EXPECT_EQ(field->get(Attribute::kTarget), "weight:action");
  EXPECT_EQ(field->get(Attribute::kDescribedBy), "weight:unit");
  EXPECT_EQ(outline::all_letters(at("weight:unit")), "kg");
  const Element* words = outline::find_by_name(at("word"), Role::kAnswerField, "Your answer");
  ASSERT_NE(words, nullptr);
  EXPECT_EQ(words->get(Attribute::kDirection), "auto");
  EXPECT_EQ(words->get(Attribute::kInputMode), "");
}

TEST(KindsView, AnswersStandInThePageAndOpinionsHaveNone) {
  EXPECT_EQ(letters_of(at("word:answer-words").text), "sponsor · a sponsor");
  EXPECT_EQ(letters_of(at("weight:answer-words").text), "2.5\u00a0kg");
  EXPECT_EQ(letters_of(at("sea/true:answer").text), "True — Rivers bring the salt.");
  EXPECT_EQ(outline::find(asked_page(), "sea/false:answer"), nullptr);
  EXPECT_EQ(letters_of(at("morning:answer-text").text), "Whenever it is, the same time each day helps.");
  EXPECT_EQ(outline::find(asked_page(), "morning:answer-list"), nullptr);
  EXPECT_EQ(outline::find(asked_page(), "ready:answer"), nullptr);
}

TEST(KindsView, ABankIsAGroupWithItsQuestionsAsCards) {
  const Element& bank = at("pool");
  EXPECT_EQ(bank.role, Role::kBank);
  EXPECT_EQ(outline::accessible_name(asked_page(), bank), "2 of 5 questions, drawn by lot");
  ASSERT_EQ(bank.children.size(), 3u);
  EXPECT_EQ(bank.children[1].role, Role::kQuestion);
  EXPECT_EQ(bank.children[2].role, Role::kQuestion);
}

}  // namespace
}  // namespace bytes::view
