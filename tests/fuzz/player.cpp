// What lies in a page, or comes from a file of whatever player: read leniently, shown, and pressed all over.
#include <set>

#include "app/app.h"
#include "content/author/byte_texts.h"
#include "content/byte_reader.h"
#include "outline/html_writer.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

namespace bytes::fuzz {
namespace {

void collect_ids(const outline::Element& element, std::set<std::string>& ids) {
  expect(!element.id.empty(), "an element without an id");
  expect(ids.insert(element.id).second, "two elements have the id " + element.id);
  for (const outline::Element& child : element.children) collect_ids(child, ids);
}

void expect_sound(const outline::Element& outline) {
  std::set<std::string> ids;
  collect_ids(outline, ids);
}

}  // namespace

void fuzz_player(std::string_view input) {
  Diagnostics found;
  auto byte = content::read_byte(input, "byte.json", {.strict = false, .markup = {}}, found);
  for (const Diagnostic& problem : found.all()) expect_inside(problem.position, input, problem.code);
  if (!byte) return expect(found.has_errors(), "there is no Byte, and nobody says why");
  expect(!byte->id.empty() && !byte->sections.empty(), "a Byte that cannot be shown");
  content::visit_texts(*byte, [](const content::ByteText& text) {
    for (const Run& run : text.text) {
      expect(run.href.empty() || is_safe_link(run.href), "an unsafe link: " + run.href);
      expect(!run.text.empty(), "an empty run");
    }
  });

  app::App app(std::move(*byte), view::Interface(), "1");
  expect_sound(app.outline());
  std::set<std::string> ids;
  collect_ids(app.outline(), ids);
  outline::Element page = app.outline();
  app::FrameInput frame = {.now = 1, .entropy = std::string(32, '0'), .inputs = {}};
  // A learner who presses everything once.
  constexpr std::size_t kMostPresses = 60;
  std::size_t presses = 0;
  for (const std::string& id : ids) {
    if (++presses > kMostPresses) break;
    frame.inputs.push_back(app::Toggled{id, true});
    frame.inputs.push_back(app::Activated{id});
  }
  outline::apply(page, app.frame(frame).patch);
  expect(page == app.outline(), "the page is not what the app thinks it is");
  expect_sound(app.outline());
}

}  // namespace bytes::fuzz
