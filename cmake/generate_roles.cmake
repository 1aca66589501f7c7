# Script mode: roles.json -> roles.h and roles.cpp, the writer's side of the one table of roles.
#   cmake -DINPUT=roles.json -DOUTPUT_DIR=<generated> -P generate_roles.cmake
file(READ "${INPUT}" table)

# kebab-case -> kUpperCamel
function(constant_name kebab result)
  string(REPLACE "-" ";" words "${kebab}")
  set(name "k")
  foreach(word IN LISTS words)
    string(SUBSTRING "${word}" 0 1 first)
    string(SUBSTRING "${word}" 1 -1 rest)
    string(TOUPPER "${first}" first)
    string(APPEND name "${first}${rest}")
  endforeach()
  set(${result} "${name}" PARENT_SCOPE)
endfunction()

# json_or_empty(<result> <row> <key>): the member as text, or nothing.
function(json_or_empty result row key)
  string(JSON value ERROR_VARIABLE missing GET "${row}" "${key}")
  if(missing)
    set(value "")
  endif()
  set(${result} "${value}" PARENT_SCOPE)
endfunction()

function(boolean_word result value)
  if(value)
    set(${result} "true" PARENT_SCOPE)
  else()
    set(${result} "false" PARENT_SCOPE)
  endif()
endfunction()

string(JSON booleans GET "${table}" booleans)
string(JSON attributes GET "${table}" attributes)
string(JSON attribute_count LENGTH "${attributes}")
math(EXPR last "${attribute_count} - 1")
foreach(index RANGE ${last})
  string(JSON key MEMBER "${attributes}" ${index})
  string(JSON html GET "${attributes}" "${key}")
  constant_name("${key}" constant)
  set(boolean "false")
  if(booleans MATCHES "\"${key}\"")
    set(boolean "true")
  endif()
  string(APPEND attribute_constants "  ${constant},\n")
  string(APPEND attribute_rows "    {\"${html}\", ${boolean}},\n")
endforeach()

string(JSON roles GET "${table}" roles)
string(JSON role_count LENGTH "${roles}")
math(EXPR last "${role_count} - 1")
foreach(index RANGE ${last})
  string(JSON key MEMBER "${roles}" ${index})
  string(JSON row GET "${roles}" "${key}")
  string(JSON tag GET "${row}" tag)
  json_or_empty(class "${row}" class)
  json_or_empty(is_void "${row}" void)
  boolean_word(is_void "${is_void}")
  set(fixed "")
  string(JSON fixed_row ERROR_VARIABLE missing GET "${row}" fixed)
  if(NOT missing)
    string(JSON fixed_count LENGTH "${fixed_row}")
    math(EXPR fixed_last "${fixed_count} - 1")
    foreach(fixed_index RANGE ${fixed_last})
      string(JSON name MEMBER "${fixed_row}" ${fixed_index})
      string(JSON value GET "${fixed_row}" "${name}")
      string(APPEND fixed " ${name}=\\\"${value}\\\"")
    endforeach()
  endif()
  constant_name("${key}" constant)
  string(APPEND role_constants "  ${constant},\n")
  string(APPEND role_rows "    {\"${key}\", \"${tag}\", \"${class}\", \"${fixed}\", ${is_void}},\n")
endforeach()

# The elements of MathML, and their attributes.
foreach(list math math-attributes)
  string(JSON items GET "${table}" "${list}")
  string(JSON item_count LENGTH "${items}")
  math(EXPR last "${item_count} - 1")
  foreach(index RANGE ${last})
    string(JSON name GET "${items}" ${index})
    constant_name("math-${name}" constant)
    if(list STREQUAL "math")
      string(APPEND role_constants "  ${constant},\n")
      string(APPEND role_rows "    {\"math-${name}\", \"${name}\", \"\", \"\", false},\n")
    else()
      string(APPEND attribute_constants "  ${constant},\n")
      string(APPEND attribute_rows "    {\"${name}\", false},\n")
    endif()
    math(EXPR count_of_${list} "${index} + 1")
  endforeach()
endforeach()
math(EXPR role_count "${role_count} + ${count_of_math}")
set(math_attribute_count "${count_of_math-attributes}")
math(EXPR attribute_count "${attribute_count} + ${math_attribute_count}")

file(CONFIGURE OUTPUT "${OUTPUT_DIR}/outline/roles.h" @ONLY CONTENT [[
// Made from src/outline/roles.json by cmake/generate_roles.cmake.
#pragma once

#include <cstdint>
#include <string_view>

namespace bytes::outline {

enum class Role : std::uint16_t {
@role_constants@};

inline constexpr int kRoleCount = @role_count@;

enum class Attribute : std::uint8_t {
@attribute_constants@};

// The last roles and attributes are MathML's.
inline constexpr int kMathRoleCount = @count_of_math@;
inline constexpr int kAttributeCount = @attribute_count@;
inline constexpr int kMathAttributeCount = @math_attribute_count@;

struct RoleRow {
  std::string_view name;
  std::string_view tag;
  std::string_view class_name;  // May be empty.
  std::string_view fixed;       // Attributes that never change, as HTML with a space before each.
  bool is_void;                 // Neither text nor children.
};

struct AttributeRow {
  std::string_view html;
  bool is_boolean;
};

const RoleRow& row_of(Role role);
const AttributeRow& row_of(Attribute attribute);

}  // namespace bytes::outline
]])

file(CONFIGURE OUTPUT "${OUTPUT_DIR}/outline/roles.cpp" @ONLY CONTENT [[
// Made from src/outline/roles.json by cmake/generate_roles.cmake.
#include "outline/roles.h"

namespace bytes::outline {
namespace {

constexpr RoleRow kRoles[] = {
@role_rows@};

constexpr AttributeRow kAttributes[] = {
@attribute_rows@};

}  // namespace

const RoleRow& row_of(Role role) { return kRoles[static_cast<int>(role)]; }
const AttributeRow& row_of(Attribute attribute) { return kAttributes[static_cast<int>(attribute)]; }

}  // namespace bytes::outline
]])
