# Runs PostgreSQL in the foreground with its data in $PGVOLUME/data, which the first start makes.
set -eu
umask 077

# TERM would make the server wait until every client has left; INT ends their sessions.
child=
trap 'kill -INT $child' TERM INT

# A signal interrupts waiting before the child has ended.
await_child() {
  status=0
  wait $child || status=$?
  while kill -0 $child 2>/dev/null; do
    status=0
    wait $child || status=$?
  done
  return $status
}

if [ ! -d "$PGVOLUME/data" ]; then
  # Made beside its place: an interrupted first start leaves nothing half.
  rm -rf "$PGVOLUME/new"
  printf '%s\n' "$POSTGRES_PASSWORD" | "$PGBIN/initdb" -D "$PGVOLUME/new" -U "$POSTGRES_USER" --pwfile=/dev/stdin \
    --auth=scram-sha-256 -E UTF8 --locale=C.UTF-8 --no-instructions &
  child=$!
  await_child
  mv "$PGVOLUME/new" "$PGVOLUME/data"
fi
unset POSTGRES_PASSWORD

"$PGBIN/postgres" -D "$PGVOLUME/data" -p "$PGPORT" -c listen_addresses=127.0.0.1 -c unix_socket_directories= &
child=$!
await_child
