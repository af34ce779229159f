#!/usr/bin/env bash
# Installs Aspire's orchestrator and dashboard for local mode into .groz/aspire. Says nothing when they are there already.
set -euo pipefail

version=13.5.4
root=$(cd "$(dirname "$0")/../.." && pwd)
home=$root/.groz/aspire

# The files themselves are checked, not what the installer says of them.
is_installed() {
  [ "$(cat "$home/version" 2>/dev/null)" = "$version" ] && [ -x "$home/bundle/dcp/dcp" ] && [ -x "$home/bundle/managed/aspire-managed" ]
}

is_installed && exit 0

case "$(uname -sm)" in
  "Linux x86_64") platform=linux-x64 ;;
  "Linux aarch64") platform=linux-arm64 ;;
  *) echo "local mode needs Linux on x86_64 or arm64; this is $(uname -sm)" >&2; exit 1 ;;
esac

rm -rf "$home"
mkdir -p "$home"
download=$(mktemp -d)
trap 'rm -rf "$download"' EXIT

package="@microsoft/aspire-cli-$platform@$version"
npm pack "$package" --silent --pack-destination "$download" >/dev/null || { echo "npm cannot fetch $package" >&2; exit 1; }
tar -xzf "$download"/*.tgz -C "$download"

# A home of the repository's own: the program prunes other versions from a shared one.
ASPIRE_HOME=$home ASPIRE_CLI_TELEMETRY_OPTOUT=true HOME=${HOME:-$home} \
  "$download/package/bin/aspire" setup --non-interactive --nologo --install-path "$home" >"$download/setup.log" 2>&1 || true

printf '%s\n' "$version" >"$home/version"
if ! is_installed; then
  rm -f "$home/version"
  cat "$download/setup.log" >&2
  echo "aspire setup did not unpack $package" >&2
  exit 1
fi
