#include "outline/diff.h"

#include <gtest/gtest.h>

#include <random>

#include "outline/handles.h"
#include "outline/patch_json.h"

namespace bytes::outline {
namespace {

Element page(std::vector<Element> children) {
  Element root = make(Role::kPage, "root");
  root.children = std::move(children);
  return root;
}

Element paragraph(std::string_view id, std::string_view text = "text") { return make(Role::kParagraph, id, plain(text)); }

template <class Kind>
int count(const Patch& patch) {
  int count = 0;
  for (const Operation& operation : patch.operations) count += std::holds_alternative<Kind>(operation);
  return count;
}

TEST(OutlineDiff, EqualOutlinesNeedNoPatch) {
  const Element root = page({paragraph("a"), paragraph("b")});
  EXPECT_TRUE(diff(root, root).empty());
}

TEST(OutlineDiff, ChangedTextRewritesOnlyThatElement) {
  const Patch patch = diff(page({paragraph("a"), paragraph("b")}), page({paragraph("a"), paragraph("b", "new")}));
  ASSERT_EQ(patch.operations.size(), 1u);
  const Set& set = std::get<Set>(patch.operations[0]);
  EXPECT_EQ(set.id, "b");
  EXPECT_EQ(letters_of(*set.text), "new");
}

TEST(OutlineDiff, ChangedAttributeLeavesTheTextAlone) {
  Element after = page({paragraph("a")});
  after.children[0].set(Attribute::kTone, "right");
  const Patch patch = diff(page({paragraph("a")}), after);
  ASSERT_EQ(patch.operations.size(), 1u);
  EXPECT_FALSE(std::get<Set>(patch.operations[0]).text.has_value());
}

TEST(OutlineDiff, RemovedParentRemovesItsDescendants) {
  Element card = make(Role::kListCard, "card");
  card.add(paragraph("in-card"));
  const Patch patch = diff(page({card, paragraph("a")}), page({paragraph("a")}));
  ASSERT_EQ(patch.operations.size(), 1u);
  EXPECT_EQ(std::get<Remove>(patch.operations[0]).id, "card");
}

TEST(OutlineDiff, ChangedRoleMakesAnotherElement) {
  Element heading = make(Role::kHeading, "a", plain("text"));
  const Patch patch = diff(page({paragraph("a")}), page({heading}));
  EXPECT_EQ(count<Remove>(patch), 1);
  EXPECT_EQ(count<Insert>(patch), 1);
}

TEST(OutlineDiff, MovingOneSiblingMovesOne) {
  const Element before = page({paragraph("a"), paragraph("b"), paragraph("c"), paragraph("d")});
  const Element after = page({paragraph("b"), paragraph("c"), paragraph("d"), paragraph("a")});
  const Patch patch = diff(before, after);
  EXPECT_EQ(count<Remove>(patch) + count<Insert>(patch), 0);
  EXPECT_GE(count<Move>(patch), 1);
  Element patched = before;
  apply(patched, patch);
  EXPECT_EQ(patched, after);
}

// Random trees over a small set of ids, so that elements move between parents, change roles and come back.
Element random_tree(std::mt19937& random) {
  Element root = page({});
  std::vector<Element*> places;
  std::vector<int> ids(12);
  for (int i = 0; i < 12; ++i) ids[i] = i;
  std::shuffle(ids.begin(), ids.end(), random);
  ids.resize(random() % 13);
  // Built from paths, because pointers into vectors move.
  std::vector<std::vector<std::size_t>> paths = {{}};
  for (int id : ids) {
    const std::vector<std::size_t> path = paths[random() % paths.size()];
    Element* parent = &root;
    for (std::size_t step : path) parent = &parent->children[step];
    Element child = make(random() % 4 == 0 ? Role::kListCard : Role::kParagraph, "id-" + std::to_string(id),
                         plain(random() % 2 ? "one" : "two"));
    if (random() % 3 == 0) child.set(Attribute::kTone, random() % 2 ? "right" : "wrong");
    child.set_if(Attribute::kHidden, random() % 5 == 0);
    parent->children.push_back(std::move(child));
    std::vector<std::size_t> own = path;
    own.push_back(parent->children.size() - 1);
    paths.push_back(std::move(own));
  }
  return root;
}

TEST(OutlineDiff, AppliedPatchAlwaysMakesTheNewOutline) {
  std::mt19937 random(20240229);
  for (int round = 0; round < 3000; ++round) {
    const Element before = random_tree(random);
    const Element after = random_tree(random);
    Element patched = before;
    apply(patched, diff(before, after));
    ASSERT_EQ(patched, after) << "round " << round;
  }
}

TEST(OutlineHandles, NumberInReadingOrderAndNeverTwice) {
  Handles handles;
  const Element first = page({paragraph("a"), paragraph("b")});
  handles.update(first);
  EXPECT_EQ(handles.of("root"), 0);
  EXPECT_EQ(handles.of("a"), 1);
  EXPECT_EQ(handles.of("b"), 2);
  const Element second = page({paragraph("c"), paragraph("b")});
  handles.update(second);
  EXPECT_EQ(handles.at(1), nullptr);
  EXPECT_EQ(handles.of("b"), 2);
  EXPECT_EQ(handles.of("c"), 3);
  EXPECT_EQ(handles.at(3), &second.children[0]);
  EXPECT_EQ(handles.parent_of(3), &second);
}

TEST(OutlineHandles, AChangedRoleIsAnotherNumber) {
  Handles handles;
  handles.update(page({paragraph("a")}));
  const Element after = page({make(Role::kHeading, "a")});
  handles.update(after);
  EXPECT_EQ(handles.of("a"), 2);
  EXPECT_EQ(handles.at(1), nullptr);
}

TEST(OutlinePatchJson, CarriesWhatThePageNeeds) {
  Element before = page({paragraph("a"), paragraph("gone")});
  Element after = page({paragraph("a", "x < y"), paragraph("new")});
  after.children[0].set(Attribute::kHref, "javascript:alert(1)").set(Attribute::kTone, "right");
  Handles handles;
  handles.update(before);
  Patch patch = diff(before, after);
  patch.focus = "new";
  handles.update(after);
  EXPECT_EQ(to_json(patch, handles),
            R"({"operations":[["remove","gone"],["insert","root","",{"id":"new","role":"paragraph","handle":3,)"
            R"("text":[{"text":"text"}],"attributes":{},"children":[]}],["set","a",[{"text":"x \u003c y"}],)"
            R"({"data-tone":"right"},[]]],"focus":"new"})");
}

}  // namespace
}  // namespace bytes::outline
