// What Dear ImGui is compiled with, everywhere in this project (IMGUI_USER_CONFIG).
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS

// The page's words come from the browser, so there is no font to load. 1.92 has no switch for that: without FreeType it
// takes stb_truetype in (8 KB). With it, the loader is asked for by name, and imgui_stand_ins.cpp answers with one that
// loads none.
#define IMGUI_ENABLE_FREETYPE

// Nor is there text to format or settings to read, and printf and scanf are large: imgui_stand_ins.cpp has the former's
// stand-ins. Only ImGui's own sources may lose scanf and what its back-end prints when a shader of its own is broken.
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS
#ifdef BYTES_IS_IMGUI
#include <stdio.h>
#define fprintf bytes_print_nothing
#define sscanf bytes_scan

inline int bytes_print_nothing(FILE*, const char*, ...) { return 0; }

// All of scanf that is needed: the back-end reads "#version 300 es" by "#version %d".
inline int bytes_scan(const char* text, const char* format, int* number) {
  for (; *format != '%'; ++format, ++text) {
    if (*format != *text) return 0;
  }
  for (*number = 0; *text >= '0' && *text <= '9'; ++text) *number = *number * 10 + (*text - '0');
  return 1;
}
inline int bytes_scan(const char*, const char*, ...) { return 0; }

// Names what is left out.
#define IMGUI_INCLUDE_IMGUI_USER_H
#define IMGUI_USER_H_FILENAME "paint/imgui_left_out.h"
#endif

#define IMGUI_DEFINE_MATH_OPERATORS

// A window three screens high holds more than 65,536 corners, and WebGL2 has no base vertex to split them by.
#define ImDrawIdx unsigned int
