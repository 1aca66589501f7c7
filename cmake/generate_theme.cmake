# Turns assets/theme.json into what both faces of a page are coloured with:
#   cmake -DINPUT=<theme.json> -DOUTPUT_DIR=<folder> -P generate_theme.cmake
# writes paint/theme_tokens.h, content/author/theme_table.h and theme.css below the folder.

cmake_policy(VERSION 3.25)

if(NOT INPUT OR NOT OUTPUT_DIR)
  message(FATAL_ERROR "generate_theme.cmake needs -DINPUT=<theme.json> -DOUTPUT_DIR=<folder>")
endif()
file(READ "${INPUT}" theme)

# `primary-tint` -> PrimaryTint
function(upper_camel name out)
  string(REPLACE "-" ";" parts "${name}")
  set(result)
  foreach(part IN LISTS parts)
    string(SUBSTRING "${part}" 0 1 first)
    string(SUBSTRING "${part}" 1 -1 rest)
    string(TOUPPER "${first}" first)
    string(APPEND result "${first}${rest}")
  endforeach()
  set(${out} "${result}" PARENT_SCOPE)
endfunction()

# #RRGGBB or #RRGGBBAA -> 0xAABBGGRR, the order of Dear ImGui's packed colours.
function(packed_colour colour out)
  if(NOT colour MATCHES "^#([0-9A-Fa-f][0-9A-Fa-f])([0-9A-Fa-f][0-9A-Fa-f])([0-9A-Fa-f][0-9A-Fa-f])([0-9A-Fa-f][0-9A-Fa-f])?$")
    message(FATAL_ERROR "${INPUT}: '${colour}' is no colour; write #RRGGBB or #RRGGBBAA")
  endif()
  set(alpha "${CMAKE_MATCH_4}")
  if(alpha STREQUAL "")
    set(alpha FF)
  endif()
  set(${out} "0x${alpha}${CMAKE_MATCH_3}${CMAKE_MATCH_2}${CMAKE_MATCH_1}u" PARENT_SCOPE)
endfunction()

# names_of(<out> <path>...): the keys of an object.
function(names_of out)
  string(JSON count LENGTH "${theme}" ${ARGN})
  math(EXPR last "${count} - 1")
  set(result)
  foreach(index RANGE ${last})
    string(JSON name MEMBER "${theme}" ${ARGN} ${index})
    list(APPEND result "${name}")
  endforeach()
  set(${out} "${result}" PARENT_SCOPE)
endfunction()

set(themes light dark contrast)
names_of(tokens themes light)
foreach(name IN LISTS themes)
  names_of(own themes ${name})
  if(NOT own STREQUAL tokens)
    message(FATAL_ERROR "${INPUT}: the themes 'light' and '${name}' must have the same tokens")
  endif()
endforeach()

# For the painter.
set(fields)
foreach(token IN LISTS tokens)
  string(REPLACE "-" "_" field "${token}")
  string(APPEND fields "  ImU32 ${field};\n")
endforeach()
set(palettes)
foreach(name IN LISTS themes)
  string(APPEND palettes "    {  // ${name}\n")
  foreach(token IN LISTS tokens)
    string(JSON colour GET "${theme}" themes ${name} ${token})
    packed_colour("${colour}" packed)
    string(APPEND palettes "        ${packed},  // ${token}\n")
  endforeach()
  string(APPEND palettes "    },\n")
endforeach()
set(metrics)
foreach(unit px rem ms)
  names_of(names ${unit})
  upper_camel(${unit} suffix)
  foreach(name IN LISTS names)
    string(JSON value GET "${theme}" ${unit} ${name})
    if(NOT value MATCHES "\\.")
      string(APPEND value ".0")
    endif()
    upper_camel(${name} constant)
    string(APPEND metrics "inline constexpr float k${constant}${suffix} = ${value}f;\n")
  endforeach()
endforeach()
string(CONCAT header
  "// Written by cmake/generate_theme.cmake from assets/theme.json.\n"
  "#pragma once\n\n#include \"imgui.h\"\n\nnamespace bytes::paint {\n\n"
  "struct Palette {\n${fields}};\n\n"
  "// In the order of ThemeName.\ninline constexpr Palette kPalettes[] = {\n${palettes}};\n\n"
  "// Lengths in CSS px, lengths in the page's root font size, durations in milliseconds.\n${metrics}\n"
  "}  // namespace bytes::paint\n")

# For the author's tool, which checks a site's own colours.
set(rows)
foreach(token IN LISTS tokens)
  string(APPEND rows "    {\"${token}\", {")
  foreach(name IN LISTS themes)
    string(JSON colour GET "${theme}" themes ${name} ${token})
    if(NOT name STREQUAL "light")
      string(APPEND rows ", ")
    endif()
    string(APPEND rows "\"${colour}\"")
  endforeach()
  string(APPEND rows "}},\n")
endforeach()
string(JSON pair_count LENGTH "${theme}" pairs)
math(EXPR last_pair "${pair_count} - 1")
set(pairs)
foreach(index RANGE ${last_pair})
  string(JSON text GET "${theme}" pairs ${index} 0)
  string(JSON ground GET "${theme}" pairs ${index} 1)
  string(JSON ratio GET "${theme}" pairs ${index} 2)
  list(FIND tokens "${text}" text_index)
  list(FIND tokens "${ground}" ground_index)
  if(text_index EQUAL -1 OR ground_index EQUAL -1)
    message(FATAL_ERROR "${INPUT}: the pair '${text}' on '${ground}' names a token that no theme has")
  endif()
  string(APPEND pairs "    {${text_index}, ${ground_index}, ${ratio}},  // ${text} on ${ground}\n")
endforeach()
string(JSON high_contrast GET "${theme}" least contrast)
string(CONCAT table
  "// Written by cmake/generate_theme.cmake from assets/theme.json.\n"
  "#pragma once\n\n#include <cstddef>\n#include <string_view>\n\nnamespace bytes::content {\n\n"
  "// A colour of the look: its name, and what it is in each theme, in the order light, dark, high contrast.\n"
  "struct Token {\n  std::string_view name;\n  std::string_view colours[3];\n};\n\n"
  "inline constexpr Token kTokens[] = {\n${rows}};\n\n"
  "// What is seen on what, and the contrast that it needs: indices into kTokens.\n"
  "struct TokenPair {\n  std::size_t text;\n  std::size_t ground;\n  double ratio;\n};\n\n"
  "inline constexpr TokenPair kTokenPairs[] = {\n${pairs}};\n\n"
  "// What text needs in high contrast.\ninline constexpr double kHighContrastRatio = ${high_contrast};\n\n"
  "}  // namespace bytes::content\n")

# For the page. The reader's system decides, unless the learner chose a theme. Paper is light, so dark is for screens.
function(declarations_of name out)
  set(result "  --theme: ${name};\n")  # For the page's script, which tells the painter.
  foreach(token IN LISTS tokens)
    string(JSON colour GET "${theme}" themes ${name} ${token})
    string(APPEND result "  --${token}: ${colour};\n")
  endforeach()
  if(name STREQUAL "dark")
    string(APPEND result "  color-scheme: dark;\n")
  else()
    string(APPEND result "  color-scheme: light;\n")
  endif()
  set(${out} "${result}" PARENT_SCOPE)
endfunction()
declarations_of(light light)
declarations_of(dark dark)
declarations_of(contrast contrast)
set(lengths)
foreach(unit px rem ms)
  names_of(names ${unit})
  foreach(name IN LISTS names)
    string(JSON value GET "${theme}" ${unit} ${name})
    string(APPEND lengths "  --${name}: ${value}${unit};\n")
  endforeach()
endforeach()
string(CONCAT style
  "/* Written by cmake/generate_theme.cmake from assets/theme.json. */\n"
  ":root {\n${lengths}}\n"
  ":root,\nhtml[data-theme=\"light\"] {\n${light}}\n"
  "@media screen and (prefers-color-scheme: dark) {\n:root {\n${dark}}\n}\n"
  "@media (prefers-contrast: more) {\n:root {\n${contrast}}\n}\n"
  "@media screen {\nhtml[data-theme=\"dark\"] {\n${dark}}\n}\n"
  "html[data-theme=\"contrast\"] {\n${contrast}}\n")

file(WRITE "${OUTPUT_DIR}/paint/theme_tokens.h" "${header}")
file(WRITE "${OUTPUT_DIR}/content/author/theme_table.h" "${table}")
file(WRITE "${OUTPUT_DIR}/theme.css" "${style}")
