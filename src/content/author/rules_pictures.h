// Rules about pictures and films: what is said in their place, and what they cost.
#pragma once

#include "content/author/judging.h"

namespace bytes::content {

// Whether `alt` says what a picture shows.
void judge_alt_texts(const Judging& judging);

// Whether browsers can show the files, and a cheap phone load them.
void judge_files(const Judging& judging);

// The format of a picture that browsers do not show, or only some: `BMP`, `TIFF`, `HEIC`, `JPEG XL`; empty for any
// other file. By its first bytes.
std::string_view unfit_picture_format(std::string_view file);

}  // namespace bytes::content
