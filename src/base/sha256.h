// SHA-256 (FIPS 180-4), for the hashes by which a content security policy names what may run. Our own, because what
// Debian packages in C or C++ is a whole library of cryptography, and nothing here is secret.
#pragma once

#include <string>
#include <string_view>

namespace bytes {

// The 32 bytes of the digest.
std::string sha256(std::string_view message);

}  // namespace bytes
