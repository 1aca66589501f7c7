#!/usr/bin/env bash
# Builds the site into build/site/ and the author's tool build/native/byte, and installs what that needs and is missing.
. "$(dirname "$0")/lib.sh"

want_command c++ g++
want_command cmake cmake
want_command ninja ninja-build
want_command git git
want_command python3 python3
want_command xz xz-utils
want_command emcc emscripten
want_command node nodejs
want_command npm npm
if has apt-get; then
  want_package nlohmann-json3-dev
  want_package libzip-dev
  want_package libcli11-dev
  want_package googletest
fi
install_packages packages "compilers and libraries"
node_is_at_least 18 || fail "Node.js 18 or newer is needed; this machine has $(node --version). Install a newer one and run this again."

install_node_modules web
step dependencies "Laying out the libraries' sources" ./scripts/lay_dependencies.sh
build_preset dev "Building the author's tool, build/native/byte" --target byte
build_preset web "Building the learner's engine and page"

write_site() {
  build/native/byte build --content content --out build/site
}
step site "Writing the site, build/site/" write_site
