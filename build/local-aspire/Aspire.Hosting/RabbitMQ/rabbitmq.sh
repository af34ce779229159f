# Runs RabbitMQ in the foreground with everything it writes in $RABBITMQ_VOLUME.
set -eu
umask 077

export HOME="$RABBITMQ_VOLUME"
export ERL_EPMD_ADDRESS=127.0.0.1
# Its own port mapper makes the name unique, so the data directory of that name can be opened again by a later start.
export RABBITMQ_NODENAME=rabbit@localhost
export RABBITMQ_NODE_IP_ADDRESS=127.0.0.1
export RABBITMQ_MNESIA_BASE="$RABBITMQ_VOLUME/mnesia"
export RABBITMQ_LOG_BASE="$RABBITMQ_VOLUME/log"
export RABBITMQ_CONFIG_FILE="$RABBITMQ_VOLUME/rabbitmq.conf"
export RABBITMQ_ADVANCED_CONFIG_FILE="$RABBITMQ_VOLUME/advanced.config"
export RABBITMQ_CONF_ENV_FILE="$RABBITMQ_VOLUME/rabbitmq-env.conf"
export RABBITMQ_ENABLED_PLUGINS_FILE="$RABBITMQ_VOLUME/enabled_plugins"
export RABBITMQ_GENERATED_CONFIG_DIR="$RABBITMQ_VOLUME/generated"
export RABBITMQ_PLUGINS_EXPAND_DIR="$RABBITMQ_VOLUME/plugins"
export RABBITMQ_FEATURE_FLAGS_FILE="$RABBITMQ_VOLUME/feature_flags"
export RABBITMQ_LOGS=-
export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1}'
# The server replaces its own start script instead of running beside it, so that signals reach it.
export RUNNING_UNDER_SYSTEMD=true

mkdir -p "$RABBITMQ_MNESIA_BASE" "$RABBITMQ_LOG_BASE"
printf 'default_user = %s\ndefault_pass = %s\n' "$RABBITMQ_DEFAULT_USER" "$RABBITMQ_DEFAULT_PASS" > "$RABBITMQ_CONFIG_FILE"
unset RABBITMQ_DEFAULT_USER RABBITMQ_DEFAULT_PASS

# Erlang would start the port mapper as a daemon that outlives everything; as a child it goes when the server goes.
"$RABBITMQ_EPMD" -address 127.0.0.1 -port "$ERL_EPMD_PORT" &
epmd=$!
"$RABBITMQ_SERVER" &
server=$!

# A server that is still booting obeys TERM only when it is done: nobody waits for that.
watchdog=
kill_later() {
  trap 'kill $sleep; exit 0' TERM
  sleep 4 &
  sleep=$!
  wait $sleep
  kill -KILL $server
}
trap 'kill -TERM $server; kill_later >/dev/null 2>&1 & watchdog=$!' TERM INT

status=0
wait $server || status=$?
while kill -0 $server 2>/dev/null; do
  status=0
  wait $server || status=$?
done
kill $epmd $watchdog 2>/dev/null || true
exit $status
