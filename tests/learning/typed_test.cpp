#include "learning/typed.h"

#include <gtest/gtest.h>

namespace bytes::learning {
namespace {

struct Words {
  std::string_view accept;
  std::string_view typed;
  bool is_accepted;
  bool is_accepted_exactly;
};

TEST(Typed, WordsFollowTheirTable) {
  constexpr Words kCases[] = {
      {"sponsor", "sponsor", true, true},
      {"sponsor", "", false, false},
      {"sponsor", "   ", false, false},
      {"sponsor", "sponsors", false, false},
      {"a sponsor", "  a \t\n sponsor ", true, true},
      {"a sponsor", "a\u00a0sponsor", true, true},
      {"a sponsor", "a\u3000\u2009sponsor\u202f", true, true},
      {"sponsor", "spon\u200bsor\u200e", true, true},
      {"sponsor", "Sponsor.", true, false},
      {"sponsor", "SPONSOR !", true, false},
      {"sponsor", "sponsor…", true, false},
      {"sponsor", ".sponsor", false, false},
      {"don't know", "don’t know", true, true},
      {"e-mail", "e\u2011mail", true, true},
      {"Byte", "byte", true, false},
      // Punctuation alone is an answer of its own.
      {"!", "!", true, true},
      {"!", "?", false, false},
      {"!", "", false, false},
      {"C", "C++", false, false},
      // Latin: composed and apart, with accents and without.
      {"café", "cafe\u0301", true, true},
      {"café", "cafe", true, false},
      {"café", "CAFÉ", true, false},
      {"CAFÉ", "CAFE\u0301", true, true},
      {"año", "ANO", true, false},
      {"Żółć", "zolc", true, false},
      {"Żółć", "Z\u0307o\u0301łc\u0301", true, true},
      {"Łódź", "łódź", true, false},
      {"Straße", "STRASSE", true, false},
      {"STRAẞE", "strasse", true, false},
      {"Straße", "Strase", false, false},
      {"œuvre", "OEUVRE", true, false},
      {"Ærø", "aero", true, false},
      {"İstanbul", "istanbul", true, false},
      {"București", "Bucures\u0326ti", true, true},
      {"București", "bucuresti", true, false},
      {"Þór", "þor", true, false},
      {"Þór", "por", false, false},
      {"¿Quién?", "quien", true, false},
      {"ＡＢＣ１", "abc1", true, false},
      // Greek.
      {"Σωκράτης", "ΣΩΚΡΑΤΗΣ", true, false},
      {"Σωκράτης", "σωκρατησ", true, false},
      {"ΐ", "ι\u0308\u0301", true, true},
      {"πού;", "που\u037e", true, false},
      // Cyrillic: a short i is a letter, a stress mark is not.
      {"ёлка", "ЕЛКА", true, false},
      {"мой", "мо\u0438\u0306", true, true},
      {"мой", "МОЙ", true, false},
      {"мой", "мои", false, false},
      {"за\u0301мок", "замок", true, false},
      {"Україна", "украі\u0308на", true, false},
      // Arabic.
      {"أمل", "امل", true, false},
      {"أمل", "ا\u0654مل", true, true},
      {"إلى", "الي", true, false},
      {"آخر", "اخر", true, false},
      {"مُدَرِّسة", "مدرسة", true, false},
      {"سلام", "ســلام؟", true, false},
      {"سؤال", "سو\u0654ال", true, true},
      {"فارسی", "فارسي", true, false},
      {"نعم، لا", "نعم لا", false, false},
      // Other scripts.
      {"שָׁלוֹם", "שלום", true, false},
      {"हाँ", "हाँ।", true, false},
      {"हाँ", "हा", false, false},
      {"はい", "はい。", true, false},
      {"はい", "はい！", true, false},
      {"7", "٧", true, false},
      {"1990", "१९९०", true, false},
  };
  for (const Words& row : kCases) {
    EXPECT_EQ(is_accepted({std::string(row.accept)}, false, row.typed), row.is_accepted) << row.accept << " / " << row.typed;
    EXPECT_EQ(is_accepted({std::string(row.accept)}, true, row.typed), row.is_accepted_exactly)
        << row.accept << " / " << row.typed << ", exactly";
  }
}

TEST(Typed, AnyAcceptedSpellingDoes) {
  EXPECT_TRUE(is_accepted({"mum", "mother"}, false, "Mother"));
  EXPECT_FALSE(is_accepted({"mum", "mother"}, false, "father"));
  EXPECT_FALSE(is_accepted({}, false, "mother"));
}

TEST(Typed, EveryLetterOfLatinStaysOneInEitherForm) {
  // What a table might get wrong: a letter that is taken for another one.
  constexpr std::string_view kApart[][2] = {{"ă", "a\u0306"}, {"Ą", "A\u0328"}, {"č", "c\u030c"}, {"Ď", "D\u030c"},
                                            {"ė", "e\u0307"}, {"ğ", "g\u0306"}, {"ģ", "g\u0327"}, {"ĥ", "h\u0302"},
                                            {"ī", "i\u0304"}, {"ķ", "k\u0327"}, {"Ľ", "L\u030c"}, {"Ņ", "N\u0327"},
                                            {"ő", "o\u030b"}, {"ř", "r\u030c"}, {"Ş", "S\u0327"}, {"ţ", "t\u0327"},
                                            {"ů", "u\u030a"}, {"Ŵ", "W\u0302"}, {"Ÿ", "Y\u0308"}, {"ž", "z\u030c"},
                                            {"Å", "A\u030a"}, {"ÿ", "y\u0308"}, {"Ñ", "N\u0303"}, {"ç", "c\u0327"}};
  for (const auto& [composed, apart] : kApart) EXPECT_TRUE(is_accepted({std::string(composed)}, true, apart)) << composed;
}

struct Number {
  std::string_view typed;
  std::int64_t millionths;  // kNone: not a number.
};

constexpr std::int64_t kNone = INT64_MIN;

TEST(Typed, NumbersFollowTheirTable) {
  constexpr Number kCases[] = {
      {"2", 2'000'000},
      {"2.5", 2'500'000},
      {"2,5", 2'500'000},
      {"2٫5", 2'500'000},
      {".5", 500'000},
      {"5.", 5'000'000},
      {" 007 ", 7'000'000},
      {"-2.5", -2'500'000},
      {"\u22122.5", -2'500'000},
      {"–2,5", -2'500'000},
      {"- 3", -3'000'000},
      {"+3", 3'000'000},
      {"0.000001", 1},
      {"0.1234567", kNone + 1},  // Between two millionths: never equal to one.
      {"0.1000000", 100'000},
      {"1 234", 1'234'000'000},
      {"1\u00a0234", 1'234'000'000},
      {"1\u202f234\u202f567", 1'234'567'000'000},
      {"1'234", 1'234'000'000},
      {"1’234’567.5", 1'234'567'500'000},
      {"1.234.567", 1'234'567'000'000},
      {"1,234,567", 1'234'567'000'000},
      {"1.234,5", 1'234'500'000},
      {"1,234.5", 1'234'500'000},
      {"12,34,567", 1'234'567'000'000},
      {"1٬234", 1'234'000'000},
      {"١٬٢٣٤٫٥", 1'234'500'000},
      {"۱۲۳", 123'000'000},
      {"१२३", 123'000'000},
      {"১২৩", 123'000'000},
      {"๑๒๓", 123'000'000},
      {"１２３", 123'000'000},
      {"１２．５", 12'500'000},
      {"\u200e12", 12'000'000},
      {"12!", 12'000'000},
      {"", kNone},
      {" ", kNone},
      {"-", kNone},
      {".", kNone},
      {"two", kNone},
      {"2 5", kNone},
      {"2..5", kNone},
      {"1,5,3", kNone},
      {"1,23,4", kNone},
      {"1.234.56", kNone},
      {"1 234 5", kNone},
      {"1e3", kNone},
      {"1/2", kNone},
      {"--2", kNone},
      {"2-", kNone},
      {"2 km", kNone},
      {"999999999999999999999999", kNone + 1},  // A number, and no answer that anybody asks for.
  };
  for (const Number& row : kCases) {
    EXPECT_EQ(holds_number("", row.typed), row.millionths != kNone) << row.typed;
    if (row.millionths > kNone + 1) {
      EXPECT_TRUE(is_number(row.millionths, 0, "", row.typed)) << row.typed;
    }
  }
}

TEST(Typed, ANumberThatCanBeReadInTwoWaysIsEither) {
  for (std::string_view typed : {"1,234", "1.234", "۱,۲۳۴"}) {
    EXPECT_TRUE(is_number(1'234'000'000, 0, "", typed)) << typed;
    EXPECT_TRUE(is_number(1'234'000, 0, "", typed)) << typed;
  }
  // These can't.
  EXPECT_FALSE(is_number(1'234'000, 0, "", "1 234"));
  EXPECT_FALSE(is_number(500'000'000, 0, "", "0,500"));
  EXPECT_FALSE(is_number(1'234'000, 0, "", "1,234.0"));
  EXPECT_FALSE(is_number(1'234'000'000, 0, "", "1٫234"));
}

TEST(Typed, AUnitMayStandThereOrNot) {
  for (std::string_view typed : {"2.5", "2.5kg", "2,5 kg", "2.5 KG.", "2.5\u00a0kg", "kg 2.5"}) {
    EXPECT_TRUE(is_number(2'500'000, 0, "kg", typed)) << typed;
  }
  for (std::string_view typed : {"2.5 g", "2.5 kg kg", "kg", "2.5 pounds"}) EXPECT_FALSE(holds_number("kg", typed)) << typed;
  EXPECT_TRUE(is_number(50'000'000, 0, "%", "50 %"));
  EXPECT_TRUE(is_number(20'000'000, 0, "°C", "20°c"));
  EXPECT_TRUE(is_number(-20'000'000, 0, "°C", "−20 °C"));
  EXPECT_TRUE(is_number(5'000'000, 0, "€", "€5"));
  EXPECT_TRUE(is_number(5'000'000, 0, "ساعات", "٥ ساعات"));
}

TEST(Typed, ToleranceReachesAsFarAsItSays) {
  EXPECT_TRUE(is_number(2'500'000, 100'000, "", "2.4"));
  EXPECT_TRUE(is_number(2'500'000, 100'000, "", "2.6"));
  EXPECT_FALSE(is_number(2'500'000, 100'000, "", "2.399999"));
  EXPECT_FALSE(is_number(2'500'000, 100'000, "", "2.6000001"));
  EXPECT_TRUE(is_number(2'500'000, 100'000, "", "2.5999999"));
  EXPECT_FALSE(is_number(123'456, 0, "", "0.1234567"));
  EXPECT_TRUE(is_number(-2'500'000, 100'000, "", "-2.5999999"));
  EXPECT_FALSE(is_number(1'000'000'000'000'000, 1'000'000'000'000'000, "", "999999999999999999999999"));
}

TEST(Typed, NonsenseIsNoAnswerAndNoHarm) {
  std::string bytes;
  for (int i = 0; i < 256; ++i) bytes += static_cast<char>(i);
  for (std::string_view typed : {std::string_view(bytes), std::string_view("\xff\xfe"), std::string_view("\xf0\x9f"),
                                 std::string_view("\xc3")}) {
    EXPECT_FALSE(is_accepted({"a"}, false, typed));
    EXPECT_FALSE(holds_number("kg", typed));
  }
}

}  // namespace
}  // namespace bytes::learning
