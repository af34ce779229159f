# Runs every test on one set of servers, and the measurements.
# shellcheck shell=bash

results_dir="$groz_dir/test-results"

groz_test() {
  local filter=${1:-}
  setup
  install_node_tools
  build_all GrozUtrecht.sln

  start_test_servers
  trap 'stop_test_servers' EXIT
  rm -rf "$results_dir"
  mkdir -p "$results_dir"

  local project name failed=""
  for project in tests/*.Tests/*.csproj; do
    name=$(basename "$project" .csproj)
    if [ "$(mode)" = aspire ] && [ "$name" = GrozUtrecht.LocalAspire.Tests ]; then continue; fi
    step "$name"
    # The end-to-end tests start a whole stack of their own; the others share these servers, each with its own databases.
    if ! run_tests "$project" "$name" "$filter"; then
      failed=yes
      step_done "$name: FAILED"
      grep -E '^\s+(Failed |Error Message|Assert|Expected|Actual|\S+Exception)|\[FAIL\]' -A 6 "$groz_dir/log/$name.log" | head -n 60 || tail -n 30 "$groz_dir/log/$name.log"
      continue
    fi
    step_done
  done

  stop_test_servers
  trap - EXIT
  node build/groz/test-results.mjs "$results_dir" "${failed:-no}"
}

run_tests() {
  local -a arguments=(test "$1" --no-build --nologo --logger "trx;LogFileName=$2.trx" --results-directory "$results_dir")
  [ -n "$3" ] && arguments+=(--filter "$3")
  mkdir -p "$groz_dir/log"
  env "${server_settings[@]}" dotnet "${arguments[@]}" >"$groz_dir/log/$2.log" 2>&1
}

# An AppHost with only the servers, forgetting everything when it stops, beside whatever stack is running.
start_test_servers() {
  step "servers for the tests"
  test_run_dir="$groz_dir/test-servers"
  rm -rf "$test_run_dir"
  mkdir -p "$test_run_dir"
  setsid env "Status__Directory=$test_run_dir" Status__ConnectionStrings=true dotnet run --project GrozUtrecht.AppHost --no-build --no-launch-profile -- \
    --Stack=infrastructure --Data=ephemeral --DcpPublisher:RandomizePorts=true \
    >"$test_run_dir/apphost.log" 2>&1 </dev/null &
  test_servers_pid=$!
  if ! node build/groz/status.mjs wait-quietly "$test_run_dir" "$test_servers_pid" 120 2>"$test_run_dir/wait.log"; then
    cat "$test_run_dir/wait.log" >&2
    stop_test_servers
    fail "the servers for the tests did not start" "see .groz/test-servers/apphost.log"
  fi
  mapfile -t server_settings < <(node build/groz/status.mjs connections "$test_run_dir")
  step_done
}

stop_test_servers() {
  [ -n "${test_servers_pid:-}" ] || return 0
  stop_session "$test_servers_pid"
  test_servers_pid=""
}

groz_openapi() {
  setup
  build_all GrozUtrecht.sln
  start_test_servers
  trap 'stop_test_servers' EXIT
  local project name
  for project in tests/*.Tests/*.csproj; do
    name=$(basename "$project" .csproj)
    grep -qrl OpenApiDocument "$(dirname "$project")" --include='*.cs' || continue
    step "$name"
    UPDATE_OPENAPI=1 run_tests "$project" "$name" "FullyQualifiedName~OpenApiDocumentTests" || true
    step_done
  done
  git --no-pager diff --stat -- docs/api
}

# groz_bench [name [arguments…]]: "stack" is the start of the whole stack; the other names are the bench project's.
groz_bench() {
  setup
  if [ "${1:-}" = stack ]; then
    build_all GrozUtrecht.AppHost
    # shellcheck source=/dev/null
    . bench/stack.sh
    bench_stack "${2:-3}"
    return
  fi

  build_all bench/GrozUtrecht.Bench Release
  build_all GrozUtrecht.AppHost
  start_test_servers
  trap 'stop_test_servers' EXIT
  env "${server_settings[@]}" dotnet bench/GrozUtrecht.Bench/bin/Release/net10.0/GrozUtrecht.Bench.dll "$@"
}
