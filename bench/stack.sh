# Measures the start of the whole stack, binaries built: from the command until every resource is healthy, and the memory then.
# shellcheck shell=bash

bench_stack() {
  local runs=${1:-3} run seconds
  is_running && fail "the stack is running, which would share its ports and the machine" "./groz down"
  printf '\n| run | all healthy after | .NET processes | resident memory |\n|---|---|---|---|\n'
  for ((run = 1; run <= runs; run++)); do
    start_apphost
    if ! seconds=$(node build/groz/status.mjs wait "$run_dir" "$(cat "$pid_file")" 120 | awk '/all healthy/ { print $(NF - 1) }'); then
      stop_apphost
      fail "the stack did not start" ".groz/run/apphost.log"
    fi
    printf '| %s | %s s | %s |\n' "$run" "$seconds" "$(dotnet_memory)"
    stop_apphost >/dev/null
  done
}

# Our own processes: services, gateway and AppHost, and what started the AppHost. The dashboard is Aspire's.
dotnet_memory() {
  local pid count=0 kilobytes=0
  for pid in $(pgrep -f 'net10\.0/GrozUtrecht\.|dotnet run --project GrozUtrecht'); do
    kilobytes=$((kilobytes + $(awk '/^VmRSS/ { print $2 }' "/proc/$pid/status" 2>/dev/null || echo 0)))
    count=$((count + 1))
  done
  printf '%s | %s MB' "$count" "$((kilobytes / 1024))"
}
