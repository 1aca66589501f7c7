#include "content/decimal_text.h"

namespace bytes::content {

std::string decimal_text(std::int64_t value, std::int64_t parts) {
  const bool is_negative = value < 0;
  if (is_negative) value = -value;
  std::string text = (is_negative ? "-" : "") + std::to_string(value / parts);
  std::int64_t rest = value % parts;
  if (rest > 0) text += '.';
  while (rest > 0) {
    rest *= 10;
    text += static_cast<char>('0' + rest / parts);
    rest %= parts;
  }
  return text;
}

}  // namespace bytes::content
