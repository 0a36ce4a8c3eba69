# Runs the parts of the test run and counts their results. Sourced by other scripts, not run.
#
#   build NAME SECONDS COMMAND…          a step that the next ones stand on; counted only when it fails
#   run_tests NAME KIND SECONDS COMMAND… runs COMMAND for at most SECONDS and counts as KIND says: swift (Swift
#                                        Testing), lines ("N passed, N failed" at its end) or status (one check)
#   not_run NAME REASON                  counts as failed what could not be run
#   together FUNCTION…                   runs functions that call these at the same time; each calls `finish` at its end
#   summary                              prints the table and the closing line; status 1 when anything failed

log_folder=$PWD/.build/test-logs
# A line for each runner: its name, what passed, failed and was skipped, and seconds. A file, so that what runs in
# processes of their own is counted too.
results=$log_folder/results.tsv
running_process=
running_lanes=()

begin_results() {
  mkdir -p "$log_folder"
  : >"$results"
}

note_result() {
  printf '%s\t%d\t%d\t%d\t%d\n' "$@" >>"$results"
}

log_of() {
  echo "$log_folder/$(echo "$1" | tr 'A-Z ' 'a-z-' | tr -cd 'a-z0-9-').log"
}

# Runs a command with its output in a log. In the background, so that an interrupt reaches it at once.
run_logged() {
  local log=$1 limit=$2 status=0
  shift 2
  timeout --kill-after=30 "$limit" "$@" >"$log" 2>&1 </dev/null &
  running_process=$!
  wait "$running_process" || status=$?
  running_process=
  if [ "$status" -eq 124 ] || [ "$status" -eq 137 ]; then echo "Stopped after $limit seconds." >>"$log"; fi
  return "$status"
}

stop_running() {
  if [ -n "$running_process" ]; then kill "$running_process" 2>/dev/null || true; fi
  if [ ${#running_lanes[@]} -gt 0 ]; then kill "${running_lanes[@]}" 2>/dev/null || true; fi
}

run_lane() {
  running_lanes=()
  trap finish EXIT
  trap 'exit 130' INT TERM
  "$1"
}

together() {
  local index names=("$@")
  for index in "${!names[@]}"; do
    run_lane "${names[$index]}" &
    running_lanes+=($!)
  done
  for index in "${!names[@]}"; do
    wait "${running_lanes[$index]}" || not_run "${names[$index]}" "it was cut short"
  done
  running_lanes=()
}

# What failed, then how the log ends; without Swift Testing's lines about what began.
show_end() {
  echo "---- from $1"
  grep -E '✘|error:' "$1" | tail -n 40 || true
  echo "---- its last lines"
  { grep -v '^◇ ' "$1" || true; } | tail -n 60
  echo "----"
}

build() {
  local name=$1 limit=$2 log start=$SECONDS
  shift 2
  log=$(log_of "$name")
  echo "== $name"
  if run_logged "$log" "$limit" "$@"; then
    echo "   $name: done in $((SECONDS - start)) s"
    return 0
  fi
  show_end "$log"
  note_result "$name" 0 1 0 $((SECONDS - start))
  return 1
}

run_tests() {
  local name=$1 kind=$2 limit=$3 log counts status=0 start=$SECONDS passed failed skipped
  shift 3
  log=$(log_of "$name")
  echo "== $name"
  run_logged "$log" "$limit" "$@" || status=$?
  counts=$("count_$kind" "$log" "$status")
  read -r passed failed skipped <<<"$counts"
  # A runner that died, or that neither ran nor skipped anything, has failed whatever it printed.
  if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
  if [ $((passed + failed + skipped)) -eq 0 ]; then failed=1; fi
  if [ "$failed" -gt 0 ]; then show_end "$log"; fi
  echo "   $name: $passed passed, $failed failed, $skipped skipped in $((SECONDS - start)) s"
  note_result "$name" "$passed" "$failed" "$skipped" $((SECONDS - start))
}

# Swift Testing says how many tests there were, the skipped among them, and marks each that failed or was skipped.
count_swift() {
  local log=$1 all failed skipped
  all=$(sed -n 's/^.*Test run with \([0-9]*\) tests\{0,1\} .*\(passed\|failed\) after .*$/\1/p' "$log" | tail -n 1)
  failed=$(grep -cE '✘ Test ("|[^ ]+\().* failed after [0-9.]+ seconds with [0-9]+ issue' "$log" || true)
  skipped=$(grep -cE '➜ Test ("|[^ ]+\().* skipped(\.|:)' "$log" || true)
  if [ -n "$all" ]; then
    echo "$((all - failed - skipped)) $failed $skipped"
  else
    # It died on the way: what passed until then, and one failure for the death.
    echo "$(grep -cE '✔ Test ("|[^ ]+\().* passed after [0-9.]+ seconds' "$log" || true) $((failed + 1)) $skipped"
  fi
}

count_lines() {
  local line
  line=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$1" | tail -n 1 || true)
  if [ -z "$line" ]; then echo "0 1 0" && return 0; fi
  # What could not be tested here says so in a line that begins with "skipped: ".
  echo "$(echo "$line" | sed 's/ passed, / /; s/ failed//') $(grep -c '^skipped: ' "$1" || true)"
}

count_status() {
  if [ "$2" -eq 0 ]; then echo "1 0 0"; else echo "0 1 0"; fi
}

not_run() {
  echo "== $1"
  echo "   $1: not run: $2"
  note_result "$1" 0 1 0 0
}

summary() {
  local name passed failed skipped seconds all_passed=0 all_failed=0
  printf '\n%-28s %8s %8s %8s %8s\n' "" passed failed skipped seconds
  while IFS=$'\t' read -r name passed failed skipped seconds; do
    printf '%-28s %8d %8d %8d %8d\n' "$name" "$passed" "$failed" "$skipped" "$seconds"
    all_passed=$((all_passed + passed))
    all_failed=$((all_failed + failed))
  done <"$results"
  printf '\nLogs: %s\n' "$log_folder"
  echo "$all_passed passed, $all_failed failed"
  [ "$all_failed" -eq 0 ] && [ "$all_passed" -gt 0 ]
}
