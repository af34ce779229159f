# Starts, shows and stops the stack. The AppHost writes its state to .groz/run; nothing here knows which mode it runs in.
# shellcheck shell=bash

run_dir="$groz_dir/run"
pid_file="$run_dir/pid"
start_timeout_seconds=180
stop_timeout_seconds=8

is_running() { [ -f "$pid_file" ] && kill -0 "$(cat "$pid_file")" 2>/dev/null; }

groz_up() {
  local detach=""
  case "${1:-}" in
    --detach | -d) detach=yes ;;
    "") ;;
    *) fail "'$1' is not an option of ./groz up" "./groz --help" ;;
  esac
  if is_running; then
    printf '  ✓ already running\n'
    groz_status
    return
  fi

  setup
  build_all GrozUtrecht.AppHost
  local interrupted=""
  trap 'interrupted=yes' INT TERM
  start_apphost
  if ! node build/groz/status.mjs wait "$run_dir" "$(cat "$pid_file")" "$start_timeout_seconds"; then
    stop_apphost
    exit 1
  fi
  groz_status
  if [ -n "$detach" ]; then
    trap - INT TERM
    printf '\n  Running in the background: ./groz down stops it.\n'
    return
  fi

  printf '\n  Ctrl-C stops everything.\n'
  while [ -z "$interrupted" ] && is_running; do pause; done
  if [ -n "$interrupted" ]; then
    printf '\n'
    stop_apphost
    exit 130
  fi
  fail "the AppHost stopped by itself" "see .groz/run/apphost.log"
}

# start_apphost [arguments for the AppHost…]: in a session of its own, so that one signal reaches all of it and no other.
start_apphost() {
  mkdir -p "$run_dir"
  rm -f "$run_dir"/*.log "$run_dir/status.json"
  ensure_development_client
  # The connection strings are for commands that look into a database, such as ./groz tijdbank verify; the file is the user's alone.
  local -a settings=("Status__Directory=$run_dir" Status__ConnectionStrings=true "Parameters__development-client-secret=$(cat "$groz_dir/development-client-secret")")
  if [ "${GROZ_INFRASTRUCTURE:-}" = external ]; then settings+=("Infrastructure=external"); fi
  setsid env "${settings[@]}" dotnet run --project GrozUtrecht.AppHost --no-build -- "$@" >"$run_dir/apphost.log" 2>&1 </dev/null &
  echo $! >"$pid_file"
}

# The secret is made on this machine, stays in the ignored folder, and is the same at every start until it is wiped.
ensure_development_client() {
  [ -s "$groz_dir/development-client-secret" ] && return
  (umask 077 && node -p 'crypto.randomBytes(24).toString("base64url")' >"$groz_dir/development-client-secret")
}

stop_apphost() {
  is_running || { rm -f "$pid_file"; return 0; }
  step "stopping"
  stop_session "$(cat "$pid_file")"
  rm -f "$pid_file"
  step_done "stopped"
}

# Ends an AppHost and all that it started, and returns when every process is gone. TERM and not INT: a shell lets its background
# commands ignore INT.
stop_session() {
  local pid=$1 deadline=$(($(date +%s) + stop_timeout_seconds))
  kill -TERM -- "-$pid" 2>/dev/null || true
  while kill -0 -- "-$pid" 2>/dev/null; do
    if [ "$(date +%s)" -ge "$deadline" ]; then
      # The orchestrator watches its AppHost, and ends every child when it is gone.
      kill -KILL -- "-$pid" 2>/dev/null || true
      pause
      break
    fi
    pause
  done
}

pause() { read -r -t 0.2 _ <> <(:) || true; }

groz_down() {
  case "${1:-}" in
    --wipe)
      stop_apphost
      step "wiping .groz"
      rm -rf "$groz_dir"
      step_done "wiped .groz"
      ;;
    "")
      if is_running; then stop_apphost; else printf '  ✓ nothing is running\n'; fi
      ;;
    *) fail "'$1' is not an option of ./groz down" "./groz --help" ;;
  esac
}

groz_status() {
  if ! is_running; then
    [ "${1:-}" = --json ] && { echo '{"running":false,"resources":[]}'; return; }
    printf '  nothing is running; ./groz up starts it\n'
    return
  fi
  node build/groz/status.mjs show "$run_dir" "$groz_dir/development-client-secret" "$@"
}

groz_logs() {
  [ -n "${1:-}" ] || fail "which resource?" "./groz logs tijdbank (./groz status lists them)"
  local file="$run_dir/$1.log"
  [ -f "$file" ] || fail "there is no log of '$1'" "known: $(cd "$run_dir" 2>/dev/null && ls ./*.log 2>/dev/null | sed 's|^\./||; s|\.log$||' | tr '\n' ' ')"
  if [ "${2:-}" = --follow ] || [ "${2:-}" = -f ]; then tail -n +1 -f "$file"; else cat "$file"; fi
}

groz_demo() {
  is_running || fail "the stack is not running" "./groz up --detach"
  node build/groz/demo.mjs "$(groz_status --json)" "$@"
}

# groz_tijdbank verify [hash]: recomputes the ledger of the running stack.
groz_tijdbank() {
  [ "${1:-}" = verify ] || fail "'${1:-}' is not a command of ./groz tijdbank" "./groz tijdbank verify [hash of a seal that you kept]"
  is_running || fail "nothing is running" "./groz up starts it"
  local connection
  connection=$(node build/groz/status.mjs connections "$run_dir" | grep '^ConnectionStrings__tijdbank-db=') ||
    fail "the database of the Tijdbank is not there yet" "./groz status"
  env "$connection" dotnet run --project services/Tijdbank/GrozUtrecht.Tijdbank --no-build --no-launch-profile -- verify "${@:2}"
}
