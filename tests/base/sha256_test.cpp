#include "base/sha256.h"

#include <gtest/gtest.h>

#include "base/base64.h"

namespace bytes {
namespace {

std::string hex(std::string_view bytes) {
  std::string letters;
  for (char byte : bytes) {
    for (int shift : {4, 0}) letters += "0123456789abcdef"[static_cast<unsigned char>(byte) >> shift & 15];
  }
  return letters;
}

// The examples of NIST's "Secure Hash Standard" and its page of test vectors.
TEST(Sha256, KeepsToTheStandardsExamples) {
  EXPECT_EQ(hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(hex(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(hex(sha256(std::string(1'000'000, 'a'))),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

// RFC 4648, section 10.
TEST(Base64, KeepsToTheStandardsExamples) {
  constexpr std::pair<std::string_view, std::string_view> kExamples[] = {
      {"", ""},         {"f", "Zg=="},        {"fo", "Zm8="},          {"foo", "Zm9v"},
      {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}, {"\xff\xfe\xfd", "//79"}};
  for (auto [bytes, letters] : kExamples) EXPECT_EQ(to_base64(bytes), letters);
}

}  // namespace
}  // namespace bytes
