-- Who holds the secret reads the calendar of one person. Only its hash is kept.
CREATE TABLE agendalinks (
  id            uuid PRIMARY KEY,
  partner_id    uuid NOT NULL,
  persoon_id    uuid NOT NULL,
  geheim_hash   bytea NOT NULL UNIQUE CHECK (length(geheim_hash) = 32),
  aangemaakt_op timestamptz NOT NULL
);
CREATE INDEX agendalinks_by_partner ON agendalinks (partner_id, id);
CREATE INDEX agendalinks_by_persoon ON agendalinks (persoon_id);
