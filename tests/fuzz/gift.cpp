// Moodle's GIFT: what is made of it is a lesson without errors, and every remark has its place in the file.
#include "content/author/import/gift.h"

#include "tests/fuzz/imported.h"
#include "tests/fuzz/targets.h"

namespace bytes::fuzz {

void fuzz_gift(std::string_view input) { expect_sound_import(content::import_gift, "questions.gift", input); }

}  // namespace bytes::fuzz
