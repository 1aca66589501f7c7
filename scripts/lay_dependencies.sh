#!/usr/bin/env bash
# Lays the sources of the libraries that cmake/dependencies.cmake pins into build/deps/, from Debian's packages and
# source archive, and tells CMake where they are (build/deps/sources.cmake). What can't be had so is left to CMake,
# which then takes the upstream tag.
set -euo pipefail
cd "$(dirname "$0")/.."

deps=build/deps
mkdir -p "$deps"

# lay_from_folder <name> <from> <to>: copies a folder of an installed package to build/deps/<name>/<to>.
lay_from_folder() {
  local name=$1 from=$2 to=$3
  [ -d "$from" ] || return 1
  [ -e "$deps/$name/$to" ] && return 0
  mkdir -p "$(dirname "$deps/$name/$to")"
  cp -rT "$from" "$deps/$name/$to.part"
  mv -T "$deps/$name/$to.part" "$deps/$name/$to"
}

# apt's own downloader: knows the machine's mirror and proxy, checks the sum, and is there wherever apt is.
download() {
  local address=$1 file=$2 sum=$3
  /usr/lib/apt/apt-helper -qq download-file "$address" "$file" "SHA256:$sum" 2>"$file.log"
}

unpack() {
  local archive=$1 name=$2
  rm -rf "$deps/$name.part"
  mkdir -p "$deps/$name.part"
  tar -xf "$archive" -C "$deps/$name.part" --strip-components=1
  mv -T "$deps/$name.part" "$deps/$name"
}

# Debian keeps a source archive as long as one of its releases has that version. Afterwards: the newest version in its
# testing release, by apt's own signed index (kept apart from the machine's; a mirror's index may be past its date).
newest_in_testing() {
  local name=$1 state="$PWD/$deps/apt" site=$2
  local options=(-qq -o "Dir::State=$state/state" -o "Dir::Cache=$state/cache" -o "Dir::Etc::SourceList=$state/testing.list"
    -o Dir::Etc::SourceParts=/dev/null -o Dir::Etc::PreferencesParts=/dev/null -o Acquire::Check-Valid-Until=false
    -o APT::Sandbox::User=root)
  mkdir -p "$state/state/lists/partial" "$state/cache/archives/partial" "$state/sources"
  echo "deb-src $site testing main" >"$state/testing.list"
  if [ ! -e "$state/updated" ]; then
    apt-get "${options[@]}" update >"$state/log" 2>&1 || return 1
    touch "$state/updated"
  fi
  (cd "$state/sources" && apt-get "${options[@]}" source --download-only --only-source "$name" >>"$state/log" 2>&1) || return 1
  ls -t "$state/sources/${name}"_*.orig.tar.* 2>/dev/null | head -n 1
}

# lay_from_pool <name> <pool path> <sha256>
lay_from_pool() {
  local name=$1 path=$2 sum=$3 site archive
  [ -d "$deps/$name" ] && return 0
  command -v apt-get >/dev/null && [ -x /usr/lib/apt/apt-helper ] || return 1
  site=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | head -n 1)
  [ -n "$site" ] || return 1
  archive="$deps/${path##*/}"
  if ! download "$site/$path" "$archive" "$sum"; then
    archive=$(newest_in_testing "$name" "$site") && [ -n "$archive" ] || return 1
    echo "note: $name: the pinned version is no longer in Debian; using ${archive##*/}"
  fi
  unpack "$archive" "$name"
}

laid=()
lay_from_pool imgui pool/main/i/imgui/imgui_1.92.2b+ds.orig.tar.xz \
  e7bd201d56b5ee90d24d5dac85e5c12f98bdb95410252a62d27b7f89e4566d48 && laid+=(imgui)
lay_from_pool md4c pool/main/m/md4c/md4c_0.5.3.orig.tar.gz \
  bc2e3bf85e5e6235ee5246778d608048e0a572d9d84538e5ef9e7d4b59a28ad6 && laid+=(md4c)
lay_from_folder nlohmann_json /usr/include/nlohmann include/nlohmann && laid+=(nlohmann_json)
lay_from_folder cli11 /usr/include/CLI include/CLI && laid+=(cli11)
lay_from_folder googletest /usr/src/googletest/googletest googletest &&
  lay_from_folder googletest /usr/src/googletest/googlemock googlemock && laid+=(googletest)

{
  echo "# Written by scripts/lay_dependencies.sh."
  for name in "${laid[@]}"; do
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
