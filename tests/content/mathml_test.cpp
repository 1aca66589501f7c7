#include "content/author/mathml.h"

#include <gtest/gtest.h>

#include <set>

#include "content/author/playable.h"
#include "content/author/rules.h"
#include "content/byte_reader.h"
#include "content/math.h"

namespace bytes::content {
namespace {

// "mfrac[linethickness=0](mi:a mi:b)"
std::string shape_of(const MathNode& node) {
  std::string shape = node.tag;
  for (const auto& [name, value] : node.attributes) shape += "[" + name + "=" + value + "]";
  if (!node.text.empty()) shape += ":" + node.text;
  if (node.children.empty()) return shape;
  std::string children;
  for (const MathNode& child : node.children) children += (children.empty() ? "" : " ") + shape_of(child);
  return shape + "(" + children + ")";
}

// The shape, or the code and what it is about.
std::string read(std::string_view mathml) {
  Diagnostics diagnostics;
  const std::optional<MathNode> node = read_mathml(mathml, {}, diagnostics);
  if (node) return diagnostics.all().empty() ? shape_of(*node) : "read and reported";
  if (diagnostics.all().size() != 1) return "nothing or too much reported";
  std::string problem = diagnostics.all()[0].code;
  for (const std::string& detail : diagnostics.all()[0].details) problem += "|" + detail;
  return problem;
}

TEST(MathMl, ReadsWhatCoreKnows) {
  struct Row {
    const char* mathml;
    const char* expected;
  };
  const Row rows[] = {
      {"<math/>", "math"},
      {"<math></math>", "math"},
      {" <math> <mi> x </mi> </math> ", "math(mi:x)"},
      {"<math><mfrac linethickness=\"0\"><mi>a</mi><mi>b</mi></mfrac></math>", "math(mfrac[linethickness=0](mi:a mi:b))"},
      {"<math><mtext>  two\n words </mtext></math>", "math(mtext:two words)"},
      {"<math><mo>&lt;</mo><mo>&#8722;</mo><mo>&#x2264;</mo><mo>&amp;</mo></math>", "math(mo:< mo:− mo:≤ mo:&)"},
      {"<math xmlns='http://www.w3.org/1998/Math/MathML' display='block'><mi mathvariant='normal'>d</mi></math>",
       "math(mi[mathvariant=normal]:d)"},
      {"<math><!-- a <b> in here --><mn>1</mn></math>", "math(mn:1)"},
      {"<math><mspace width='1em'/><mtable><mtr><mtd columnspan='2'/></mtr></mtable></math>",
       "math(mspace[width=1em] mtable(mtr(mtd[columnspan=2])))"},
      {"<math><semantics><mrow><mi>x</mi></mrow><annotation encoding='application/x-tex'>x &nbsp; <</annotation>"
       "</semantics></math>",
       "math(mrow(mi:x))"},
      {"<math><mi stretchy=''>x</mi></math>", "math(mi:x)"}};
  for (const Row& row : rows) EXPECT_EQ(read(row.mathml), row.expected) << row.mathml;
}

TEST(MathMl, RefusesWhatIsNoneOfIt) {
  struct Row {
    const char* mathml;
    const char* expected;
  };
  const Row rows[] = {
      {"<math><script>alert(1)</script></math>", "math-element|script"},
      {"<math><a href='https://example.org'><mi>x</mi></a></math>", "math-element|a"},
      {"<math><annotation-xml><mi>x</mi></annotation-xml></math>", "math-element|annotation-xml"},
      {"<math><MI>x</MI></math>", "math-element|MI"},
      {"<math><m:mi>x</m:mi></math>", "math-element|m:mi"},
      {"<math><math/></math>", "math-element|math"},
      {"<svg/>", "math-element|svg"},
      {"<mi>x</mi>", "math-element|mi"},
      {"<math onclick='alert(1)'/>", "math-attribute|onclick|math"},
      {"<math><mi href='javascript:alert(1)'>x</mi></math>", "math-attribute|href|mi"},
      {"<math><mi style='color:red'>x</mi></math>", "math-attribute|style|mi"},
      {"<math><mi dir='ltr' dir='rtl'>x</mi></math>", "math-attribute|dir|mi"},
      {"<math xmlns='http://www.w3.org/2000/svg'/>", "math-attribute|xmlns|math"}};
  for (const Row& row : rows) EXPECT_EQ(read(row.mathml), row.expected) << row.mathml;
  for (const char* broken :
       {"", "x", "<", "<math", "<math>", "<math><mi>x</math>", "<math><mi>x</mi>", "<math><mi>x</mi></math><math/>",
        "<math>x</math>", "<math><mi>x", "<math><mi>&nbsp;</mi></math>", "<math><mi>&#0;</mi></math>",
        "<math><mi>&#xD800;</mi></math>", "<math><mi>&#99999999999;</mi></math>", "<math><mi>& x</mi></math>",
        "<math><mi dir=ltr>x</mi></math>", "<math><mi dir>x</mi></math>", "<math><mi dir='ltr>x</mi></math>",
        "<math><mi><mn>1</mn></mi></math>", "<math><mfrac><mi>a</mi></mfrac></math>",
        "<math><msubsup><mi>a</mi><mi>b</mi></msubsup></math>", "<math><semantics/></math>", "<math><!-- open </math>",
        "<!DOCTYPE math><math/>", "<?xml version='1.0'?><math/>", "<math><![CDATA[x]]></math>"}) {
    EXPECT_EQ(read(broken).substr(0, 12), "math-syntax|") << broken << ": " << read(broken);
  }
}

TEST(MathMl, HasLimits) {
  std::string deep, wide = "<math>";
  for (int i = 0; i < kDeepestMath + 1; ++i) deep = "<mrow>" + deep + "</mrow>";
  EXPECT_EQ(read("<math>" + deep + "</math>").substr(0, 12), "math-syntax|");
  for (std::size_t i = 0; i < kMostMathElements; ++i) wide += "<mi>x</mi>";
  EXPECT_EQ(read(wide + "</math>").substr(0, 12), "math-syntax|");
  EXPECT_EQ(read("<math><mi>" + std::string(kLongestMathWord + 1, 'x') + "</mi></math>").substr(0, 12), "math-syntax|");
  EXPECT_EQ(read("<math><mi dir='" + std::string(kLongestMathWord + 1, 'x') + "'/></math>").substr(0, 15),
            "math-attribute|");
}

TEST(MathMl, SaysWhereItIs) {
  Diagnostic where;
  where.file = "byte.json";
  where.position = {7, 20};
  Diagnostics diagnostics;
  read_mathml("<math><mi dir=\"ltr\">−</mi><b/></math>", where, diagnostics);
  ASSERT_EQ(diagnostics.all().size(), 1u);
  EXPECT_EQ(diagnostics.all()[0].position.line, 7);
  // Behind the string's quotation mark, 26 letters, and two that are escaped.
  EXPECT_EQ(diagnostics.all()[0].position.column, 20 + 1 + 26 + 2);
}

constexpr std::string_view kByte = R"({"format": 1, "id": "a", "title": "A", "language": "en", "sections": [{"id": "s",
  "title": "S", "blocks": [{"type": "math", "id": "m", "mathml": "<math><mfrac linethickness='0'><mi>a</mi><mi>b</mi></mfrac></math>"}]}]})";

TEST(MathMl, ReachesThePlayerAsATree) {
  Diagnostics diagnostics;
  const auto byte = read_byte(kByte, "byte.json", {.strict = true, .markup = {}, .math = read_mathml}, diagnostics);
  ASSERT_TRUE(byte && diagnostics.all().empty());
  const std::string playable = write_playable(*byte);
  EXPECT_NE(playable.find(R"("tree":["math",["mfrac",{"linethickness":"0"},["mi","a"],["mi","b"]]])"), playable.npos) << playable;
  const auto played = read_byte(playable, "byte.json", {.strict = false, .markup = {}}, diagnostics);
  ASSERT_TRUE(played);
  EXPECT_EQ(std::get<MathBlock>(played->sections[0].blocks[0].content), std::get<MathBlock>(byte->sections[0].blocks[0].content));
}

TEST(MathMl, ATreeFromElsewhereIsTakenWholeOrNotAtAll) {
  for (const char* tree :
       {"[]", "{}", "\"math\"", "[\"script\"]", "[\"mi\",\"x\"]", "[\"math\",[\"script\",\"alert(1)\"]]", "[\"math\",[\"math\"]]",
        "[\"math\",{\"onclick\":\"alert(1)\"}]", "[\"math\",[\"mi\",{\"href\":\"javascript:1\"},\"x\"]]",
        "[\"math\",[\"mi\",{\"dir\":\"ltr\",\"dir\":\"rtl\"},\"x\"]]", "[\"math\",[\"mi\",[\"mn\",\"1\"]]]", "[\"math\",7]"}) {
    std::string byte(kByte);
    const std::size_t begin = byte.find("\"mathml\"");
    byte = byte.substr(0, begin) + "\"tree\": " + tree + "}]}]}";
    Diagnostics diagnostics;
    const auto played = read_byte(byte, "byte.json", {.strict = false, .markup = {}}, diagnostics);
    ASSERT_TRUE(played) << tree;
    EXPECT_TRUE(std::holds_alternative<UnknownBlock>(played->sections[0].blocks[0].content)) << tree;
  }
}

}  // namespace
}  // namespace bytes::content
