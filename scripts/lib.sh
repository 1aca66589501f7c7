# Shared by the scripts; to be sourced. A step prints one line; what its commands say goes to a log file, whose end is
# shown, with its name, when the step fails: from its last line "What failed:" on, where it has one.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mkdir -p build/logs

jobs=$(nproc)
export CMAKE_BUILD_PARALLEL_LEVEL=$jobs

fail() {
  echo "$1" >&2
  exit 1
}

show_end() {
  if grep -qx 'What failed:' "$1"; then
    awk '/^What failed:$/ { count = 0 } { lines[count++] = $0 } END { for (i = 0; i < count && i < 300; ++i) print lines[i] }' "$1"
  else
    tail -n 40 "$1"
  fi
}

# step <log> <what is done> <command>...: runs the command with its output in build/logs/<log>.log.
step() {
  local log="build/logs/$1.log" what=$2 started=$SECONDS
  shift 2
  printf '%s ... ' "$what"
  if "$@" >"$log" 2>&1 </dev/null; then
    echo "$((SECONDS - started)) s"
    return 0
  fi
  echo "failed"
  {
    echo
    show_end "$log"
    echo
    echo "This step failed: $what. Above is the end of $log."
  } >&2
  return 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# node_is_at_least <major> [<node>]
node_is_at_least() {
  local node=${2:-node} version
  has "$node" || return 1
  version=$("$node" --version) && version=${version#v}
  [ "${version%%.*}" -ge "$1" ]
}

# What is asked of install_packages below: packages whose command or file is not there yet.
wanted=()
want_package() { dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null | grep -q '^ii' || wanted+=("$1"); }
want_command() { has "$1" || wanted+=("$2"); }

# install_packages <log> <what for>: installs the Debian packages that were asked for and are missing.
install_packages() {
  local log=$1 what=$2 as_root=()
  [ ${#wanted[@]} -gt 0 ] || return 0
  has apt-get || fail "These are missing, and there is no apt-get to install them with: ${wanted[*]}. Install them and run this again."
  if [ "$(id -u)" -ne 0 ]; then
    has sudo || fail "These packages are missing: ${wanted[*]}. Install them as root, or install sudo, and run this again."
    sudo -v || fail "These packages are missing, and sudo did not let you install them: ${wanted[*]}."
    as_root=(sudo)
  fi
  apt_get() {
    ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600 "$@"
  }
  install_wanted() {
    apt_get update && apt_get install -y --no-install-recommends "${wanted[@]}"
  }
  step "$log" "Installing $what (${#wanted[@]} packages and what they need)" install_wanted || exit 1
  wanted=()
}

# install_node_modules <folder> [<npm option>...]: what the folder's package-lock.json says, unless it is there already.
install_node_modules() {
  local folder=$1 stamp="$1/node_modules/.laid" sum
  shift
  sum=$(cat "$folder/package-lock.json" <(echo "$*") | sha256sum)
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sum" ] && return 0
  step "npm-$folder" "Installing the tools of $folder/ with npm" npm --prefix "$folder" ci --no-audit --no-fund "$@" || exit 1
  echo "$sum" >"$stamp"
}

# build_preset <build preset>[:<its configure preset, where that has another name>] <what is built> [<cmake --build option>...]
build_preset() {
  local preset=${1%:*} configured=${1#*:} what=$2
  shift 2
  configure_and_build() {
    cmake --preset "$configured" && cmake --build --preset "$preset" "$@"
  }
  step "build-$preset" "$what" configure_and_build "$@"
}
