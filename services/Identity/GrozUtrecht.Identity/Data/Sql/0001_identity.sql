-- An organisation that works with the platform. It owns what its clients create.
create table partners (
  id         uuid        primary key,
  naam       text        not null check (length(naam) between 1 and 200),
  created_at timestamptz not null
);

-- A program of a partner, which asks for tokens with a secret or with its own key pair. It is revoked, never deleted.
create table clients (
  client_id   text        primary key check (client_id ~ '^[a-z0-9-]{3,64}$'),
  partner_id  uuid        not null references partners,
  naam        text        not null check (length(naam) between 1 and 200),
  scopes      text[]      not null check (cardinality(scopes) between 1 and 50),
  -- Public keys (JWK). A client that has them authenticates with private_key_jwt and has no secret.
  public_keys jsonb       check (jsonb_typeof(public_keys) = 'array' and jsonb_array_length(public_keys) between 1 and 5),
  created_at  timestamptz not null,
  revoked_at  timestamptz
);
create index clients_by_partner on clients (partner_id, client_id);
create index clients_by_revocation on clients (revoked_at) where revoked_at is not null;

-- Salt (16 bytes) and HMAC-SHA256 (32 bytes) of a secret; the secret itself is shown once and kept nowhere.
create table client_secrets (
  id          uuid        primary key,
  client_id   text        not null references clients,
  salted_hash bytea       not null check (octet_length(salted_hash) = 48),
  created_at  timestamptz not null,
  expires_at  timestamptz
);
-- One secret holds without end; its predecessor may overlap it for a while.
create unique index client_secrets_current on client_secrets (client_id) where expires_at is null;
create index client_secrets_by_client on client_secrets (client_id);

-- Assertions that were used, kept until they expire: each works once.
create table client_assertions (
  client_id  text        not null references clients,
  jti        text        not null check (length(jti) between 1 and 128),
  expires_at timestamptz not null,
  primary key (client_id, jti)
);
create index client_assertions_by_expiry on client_assertions (expires_at);

-- ES256 keys. Which key signs and which are published follows from signs_from alone, so that all replicas agree.
create table signing_keys (
  key_id             text        primary key check (length(key_id) between 1 and 64),
  x                  text        not null check (length(x) = 43),
  y                  text        not null check (length(y) = 43),
  sealed_private_key bytea       not null check (octet_length(sealed_private_key) between 64 and 1024),
  created_at         timestamptz not null,
  signs_from         timestamptz not null unique check (signs_from >= created_at)
);

-- Tokens that were revoked and have not expired yet.
create table revoked_tokens (
  jti        text        primary key check (length(jti) between 1 and 128),
  client_id  text        not null references clients,
  revoked_at timestamptz not null,
  expires_at timestamptz not null
);
create index revoked_tokens_by_expiry on revoked_tokens (expires_at);
create index revoked_tokens_by_client on revoked_tokens (client_id);

-- A person is an id and nothing else. The row goes when the person goes. The partner may be one of another token provider.
create table personen (
  id         uuid        primary key,
  partner_id uuid        not null,
  created_at timestamptz not null,
  version    bigint      not null default 1 check (version > 0)
);
create index personen_by_partner on personen (partner_id, id);
