// What a formula may be made of: the presentation elements of MathML Core (https://www.w3.org/TR/mathml-core/) and
// attributes that do nothing but say how a part is set.
#pragma once

#include <cstddef>
#include <string_view>

namespace bytes::content {

// src/outline/roles.json has a role for each, and an attribute for each of the others.
inline constexpr std::string_view kMathElements[] = {
    "math",   "mrow",    "mi",     "mn",   "mo",   "mtext",   "ms",     "mspace", "mfrac",      "msqrt",         "mroot",
    "mstyle", "merror",  "mpadded", "mphantom", "msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts",
    "mprescripts", "mtable", "mtr", "mtd"};
inline constexpr std::string_view kMathAttributes[] = {
    "display",   "displaystyle", "scriptlevel", "mathvariant", "dir",     "form",    "fence",         "separator",
    "lspace",    "rspace",       "stretchy",    "symmetric",   "maxsize", "minsize", "largeop",       "movablelimits",
    "linethickness", "width",    "height",      "depth",       "voffset", "accent",  "accentunder",   "columnspan",
    "rowspan"};

inline constexpr int kDeepestMath = 40;
inline constexpr std::size_t kMostMathElements = 2'000;
inline constexpr std::size_t kLongestMathWord = 1'000;  // Bytes of a token's text, or of an attribute's value.

bool is_math_element(std::string_view tag);
bool is_math_attribute(std::string_view name);
// Whether it holds letters, and no other elements.
bool is_math_token(std::string_view tag);

}  // namespace bytes::content
