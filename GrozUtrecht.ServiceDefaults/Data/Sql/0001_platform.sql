-- What every service's database holds beside its own tables. The schema itself and platform.migrations are made before the first file.

-- Events wait here between the commit of their state change and the broker's confirm. Rows are short-lived: vacuum by count, not by share.
create table platform.outbox (
  id          uuid        primary key,
  message_id  uuid        not null,
  type        text        not null check (length(type) <= 300),
  body        text        not null check (octet_length(body) <= 262144),
  destination text        check (length(destination) <= 255),
  deferrals   int         not null default 0,
  traceparent text        check (length(traceparent) <= 64),
  attempts    int         not null default 0,
  not_before  timestamptz not null,
  created_at  timestamptz not null
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_insert_scale_factor = 0);

-- What could not be published after bounded attempts, kept apart so that the outbox stays small. Put back with: insert into platform.outbox select …
create table platform.outbox_parked (
  id          uuid        primary key,
  message_id  uuid        not null,
  type        text        not null,
  body        text        not null,
  destination text,
  deferrals   int         not null,
  traceparent text,
  attempts    int         not null,
  created_at  timestamptz not null,
  parked_at   timestamptz not null,
  reason      text        not null check (length(reason) <= 1000)
);

-- One row per message a consumer has taken effect of; the key is what makes a second delivery harmless.
create table platform.inbox (
  consumer    text        not null check (length(consumer) <= 255),
  message_id  uuid        not null,
  received_at timestamptz not null,
  primary key (consumer, message_id)
);
create index inbox_received_at on platform.inbox using brin (received_at);

-- The first answer to an Idempotency-Key, stored with the effect. Status, headers and body are filled before the commit.
create table platform.idempotency (
  client_id    text        not null check (length(client_id) <= 200),
  key          text        not null check (length(key) <= 200),
  request_hash bytea       not null,
  status       int,
  headers      jsonb,
  body         bytea,
  created_at   timestamptz not null default now(),
  primary key (client_id, key)
);
create index idempotency_created_at on platform.idempotency using brin (created_at);
