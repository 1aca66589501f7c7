#!/usr/bin/env bash
# Lays the sources of the libraries that cmake/dependencies.cmake pins into build/deps/, from Debian's packages and
# source archive, and tells CMake where they are (build/deps/sources.cmake). What can't be had so is left to CMake,
# which then takes the upstream tag.
set -euo pipefail
cd "$(dirname "$0")/.."

deps=build/deps
mkdir -p "$deps"
laid=()

# lay <name> <version> <command>...: has the command fill the folder $deps/<name>.part, unless that version is laid.
lay() {
  local name=$1 version=$2 part="$deps/$1.part"
  shift 2
  if [ "$(cat "$deps/$name/.version" 2>/dev/null)" != "$version" ]; then
    rm -rf "$part" && mkdir -p "$part" && "$@" "$part" || return 0
    echo "$version" >"$part/.version"
    rm -rf "${deps:?}/$name" && mv -T "$part" "$deps/$name"
  fi
  laid+=("$name")
}

# from_package <package> <name> <folder>...: folders that an installed package brings; headers go below include/.
from_package() {
  local package=$1 name=$2 version
  shift 2
  version=$(dpkg-query -W -f '${Version}' "$package" 2>/dev/null) && [ -n "$version" ] || return 0
  lay "$name" "$package $version" copy_folders "$@"
}
copy_folders() {
  local part=${*: -1} folder
  for folder in "${@:1:$#-1}"; do
    case $folder in
      /usr/include/*) mkdir -p "$part/include" && cp -r "$folder" "$part/include/" || return 1 ;;
      *) cp -r "$folder" "$part/" || return 1 ;;
    esac
  done
}

# from_pool <name> <path> <sha256>: a source archive of Debian's pool.
from_pool() {
  local name=$1
  has_apt || return 0
  lay "$name" "$3" unpack_from_pool "$@"
}
has_apt() { command -v apt-get >/dev/null && [ -x /usr/lib/apt/apt-helper ]; }

unpack_from_pool() {
  local name=$1 path=$2 sum=$3 part=$4 site archive
  site=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | head -n 1)
  [ -n "$site" ] || return 1
  archive="$deps/${path##*/}"
  # apt's own downloader knows the machine's mirror and proxy, checks the sum, and is there wherever apt is.
  if ! /usr/lib/apt/apt-helper -o APT::Sandbox::User="$(id -un)" -qq download-file "$site/$path" "$archive" "SHA256:$sum"; then
    archive=$(newest_in_testing "$name" "$site") && [ -n "$archive" ] || return 1
    echo "$name: the pinned version is no longer in Debian; taking ${archive##*/} instead"
  fi
  tar -xf "$archive" -C "$part" --strip-components=1
}

# A pool file goes when no release of Debian has that version any more. Prints the source archive of the newest version
# in testing, by apt's own signed index; kept apart from the machine's, and read even when a mirror's is past its date.
newest_in_testing() {
  local name=$1 site=$2 state="$PWD/$deps/apt"
  local options=(-qq -o "Dir::State=$state" -o "Dir::State::status=/var/lib/dpkg/status" -o "Dir::Cache=$state/cache"
    -o "Dir::Etc::SourceList=$state/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o Dir::Etc::PreferencesParts=/dev/null -o Acquire::Check-Valid-Until=false -o APT::Sandbox::User="$(id -un)")
  rm -rf "$state/$name" && mkdir -p "$state/lists/partial" "$state/cache/archives/partial" "$state/$name" || return 1
  echo "deb-src $site testing main" >"$state/sources.list"
  {
    [ -e "$state/updated" ] || { apt-get "${options[@]}" update && touch "$state/updated"; } || return 1
    (cd "$state/$name" && apt-get "${options[@]}" source --download-only --tar-only --only-source "$name") || return 1
  } >&2
  ls "$state/$name/${name}"_*.orig.tar.* 2>/dev/null | grep -v '\.asc$' | head -n 1
}

from_pool imgui pool/main/i/imgui/imgui_1.92.2b+ds.orig.tar.xz \
  e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48
from_pool md4c pool/main/m/md4c/md4c_0.5.3.orig.tar.gz \
  bc2e3bf85e5e6235ee5246778d608048e0a572d9d84538e5ef9e7d4b59a28ad6
# Its package brings a compiled library; the archive has the header that compiles by itself.
from_pool cpp-httplib pool/main/c/cpp-httplib/cpp-httplib_0.11.4+ds.orig.tar.xz \
  8b1a5df569003b6a4f24c68489bbda5c64aec94697bdc9ebba5d79408b2ae7eb
from_package nlohmann-json3-dev nlohmann_json /usr/include/nlohmann
from_package libcli11-dev cli11 /usr/include/CLI
from_package googletest googletest /usr/src/googletest/googletest /usr/src/googletest/googlemock

{
  echo "# Written by scripts/lay_dependencies.sh."
  for name in ${laid[@]+"${laid[@]}"}; do
    variable="FETCHCONTENT_SOURCE_DIR_${name^^}"
    echo "if(NOT $variable)"
    echo "  set($variable \"\${PROJECT_SOURCE_DIR}/$deps/$name\")"
    echo "endif()"
  done
} >"$deps/sources.cmake.new"
if cmp -s "$deps/sources.cmake.new" "$deps/sources.cmake"; then
  rm "$deps/sources.cmake.new"
else
  mv "$deps/sources.cmake.new" "$deps/sources.cmake"
fi
