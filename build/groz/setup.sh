# Installs what is missing and chooses the mode. Every function may run twice without harm.
# shellcheck shell=bash

groz_dir="$PWD/.groz"
mode_file="$groz_dir/mode.props"
# Without a network npm would try for minutes before it says so.
export npm_config_fetch_retries=1 npm_config_fetch_retry_mintimeout=1000 npm_config_fetch_retry_maxtimeout=5000
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

setup() {
  mkdir -p "$groz_dir"
  step "tools"
  check_tools
  step_done "tools: .NET $(dotnet --version), Node $(node --version)"
  choose_mode
  if [ "$(mode)" = local ]; then
    if [ "${GROZ_INFRASTRUCTURE:-}" != external ]; then install_servers; fi
    install_dashboard
  fi
}

check_tools() {
  command -v dotnet >/dev/null || fail "the .NET SDK is missing" "install the .NET 10 SDK: https://dotnet.microsoft.com/download"
  dotnet --version >/dev/null 2>&1 || fail "no .NET 10 SDK is installed (found: $(dotnet --list-sdks | tr '\n' ' '))" "install the .NET 10 SDK: https://dotnet.microsoft.com/download"
  command -v node >/dev/null && command -v npm >/dev/null || fail "Node.js with npm is missing" "apt-get install nodejs npm (18 or later)"
  [ "$(node -p 'parseInt(process.versions.node)')" -ge 18 ] || fail "Node.js $(node --version) is too old" "install Node.js 18 or later"
}

mode() {
  if grep -q '<UseLocalAspire>true<' "$mode_file" 2>/dev/null; then echo local; else echo aspire; fi
}

write_mode() {
  local flag=false
  [ "$1" = local ] && flag=true
  printf '<Project><PropertyGroup><UseLocalAspire>%s</UseLocalAspire></PropertyGroup></Project>\n' "$flag" >"$mode_file"
}

choose_mode() {
  step "mode"
  case "${GROZ_MODE:-}" in
    aspire | local) write_mode "$GROZ_MODE"; step_done "mode: $GROZ_MODE (GROZ_MODE)"; return ;;
    "") ;;
    *) fail "GROZ_MODE is '$GROZ_MODE'" "use GROZ_MODE=aspire or GROZ_MODE=local" ;;
  esac
  if [ -f "$mode_file" ]; then step_done "mode: $(mode)"; return; fi

  if ! container_engine_answers; then
    write_mode local
    step_done "mode: local (no container engine answers)"
  elif ! dotnet restore GrozUtrecht.AppHost -p:UseLocalAspire=false >"$groz_dir/restore.log" 2>&1; then
    write_mode local
    step_done "mode: local (the package feed lacks Aspire)"
  else
    write_mode aspire
    step_done "mode: aspire"
  fi
}

container_engine_answers() {
  timeout 10 docker info >/dev/null 2>&1 || timeout 10 podman info >/dev/null 2>&1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else fail "installing packages needs root" "run as root, install sudo, or install by hand: apt-get install --no-install-recommends $*"; fi
}

install_servers() {
  local missing=()
  step "PostgreSQL, RabbitMQ, Redis"
  compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || missing+=(postgresql)
  [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || missing+=(rabbitmq-server)
  command -v redis-server >/dev/null || missing+=(redis-server)
  [ ${#missing[@]} = 0 ] && { step_done; return; }

  command -v apt-get >/dev/null || fail "missing: ${missing[*]}" "install them with your package manager, or use GROZ_INFRASTRUCTURE=external"
  quietly apt-update "is there a network? apt-get update must work" as_root apt-get update -qq
  # The stack runs servers of its own, so the package's system services must not start and take ports.
  quietly apt-install "try: apt-get install --no-install-recommends ${missing[*]}" \
    as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends "${missing[@]}"
  step_done "PostgreSQL, RabbitMQ, Redis: installed ${missing[*]}"
}

install_dashboard() {
  step "Aspire dashboard and orchestrator"
  quietly install-aspire "is there a network? npm must reach its registry" bash build/groz/install-aspire.sh
  step_done
}

# The linter and the parsers that tests run, each a folder with a lock file of its own.
install_node_tools() {
  local lock dir
  for lock in build/*/package-lock.json; do
    dir=$(dirname "$lock")
    step "$(basename "$dir") (npm)"
    if [ ! "$dir/node_modules/.package-lock.json" -nt "$lock" ]; then
      quietly "npm-$(basename "$dir")" "is there a network? npm must reach its registry" npm ci --prefix "$dir" --no-audit --no-fund --loglevel=error
    fi
    step_done
  done
}

# build_all <project or solution> [configuration]: one compiler process for all projects is several times faster than one for each; it
# has a name of its own, so that it alone is ended afterwards.
build_all() {
  local compiler="groz-$$"
  step "build"
  quietly restore "is there a network? NuGet must reach its feed" dotnet restore "$1" -v q
  quietly build "read the errors above; ./groz down --wipe starts afresh" \
    dotnet build "$1" -c "${2:-Debug}" --no-restore -v q -clp:NoSummary -nodeReuse:false -p:UseSharedCompilation=true -p:SharedCompilationId="$compiler"
  pkill -f "pipename:$compiler" || true
  step_done
}
