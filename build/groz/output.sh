# What a person sees: one line per step with its time, one line per failure with its remedy.
# shellcheck shell=bash

step_name=""
step_started=0

now_ms() { date +%s%3N; }

seconds_since() { awk -v ms="$(($(now_ms) - $1))" 'BEGIN { printf "%.1f s", ms / 1000 }'; }

step() {
  step_name=$1
  step_started=$(now_ms)
  if [ -t 1 ]; then printf '  … %s' "$step_name"; fi
}

step_done() {
  if [ -t 1 ]; then printf '\r\033[K'; fi
  printf '  ✓ %-52s %8s\n' "${1:-$step_name}" "$(seconds_since "$step_started")"
  step_name=""
}

# fail "what is wrong" ["what helps"]
fail() {
  if [ -t 1 ] && [ -n "$step_name" ]; then printf '\r\033[K'; fi
  printf '  ✗ %s%s\n' "${step_name:+$step_name: }" "$1" >&2
  if [ $# -gt 1 ]; then printf '    → %s\n' "$2" >&2; fi
  exit 1
}

# quietly <log name> <remedy> <command…>: keeps the output of a command in a file, and shows its end only when it fails.
quietly() {
  local log="$groz_dir/log/$1.log" remedy=$2
  shift 2
  mkdir -p "$groz_dir/log"
  if ! "$@" >"$log" 2>&1; then
    grep -vE '^\s*$' "$log" | tail -n 5 | sed 's/^/    | /' >&2
    fail "'$1' failed (whole output: ${log#"$PWD"/})" "$remedy"
  fi
}
