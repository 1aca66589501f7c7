// The fuzz targets: each takes any bytes, gives them to one reader, and checks what should hold whatever they are.
// tests/fuzz/CMakeLists.txt makes a fuzzer of each; replay_test.cpp gives them all that was ever found, and tests/data.
#pragma once

#include <string_view>

namespace bytes::fuzz {

void fuzz_byte(std::string_view input);
void fuzz_player(std::string_view input);
void fuzz_scenario(std::string_view input);
void fuzz_expression(std::string_view input);
void fuzz_markup(std::string_view input);
void fuzz_json(std::string_view input);
void fuzz_events(std::string_view input);
void fuzz_messages(std::string_view input);
void fuzz_gift(std::string_view input);
void fuzz_markdown(std::string_view input);
void fuzz_html(std::string_view input);
void fuzz_translation(std::string_view input);
void fuzz_site(std::string_view input);
void fuzz_roadmap(std::string_view input);
void fuzz_zip(std::string_view input);
void fuzz_fix(std::string_view input);

}  // namespace bytes::fuzz
