-- What residents say matters to them, who joins in, the network of residents and professionals, and what they do about it.

CREATE TABLE netwerkleden (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL,
  buurt_id uuid NOT NULL,
  persoon_id uuid,
  organisatie text CHECK (char_length(organisatie) BETWEEN 1 AND 120),
  rol text NOT NULL CHECK (rol IN ('bewoner', 'professional')),
  aangemaakt_op timestamptz NOT NULL,
  verwijderd_op timestamptz,
  UNIQUE (partner_id, id),
  UNIQUE (buurt_id, persoon_id),
  FOREIGN KEY (partner_id, buurt_id) REFERENCES buurten (partner_id, id),
  CHECK ((persoon_id IS NULL AND organisatie IS NULL) = (verwijderd_op IS NOT NULL))
);
CREATE INDEX netwerkleden_by_buurt ON netwerkleden (buurt_id, id);
CREATE INDEX netwerkleden_by_persoon ON netwerkleden (persoon_id);

CREATE TABLE buurtsignalen (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL,
  -- Without one its postcode is in no buurt.
  buurt_id uuid,
  postcode text NOT NULL CHECK (postcode ~ '^[1-9][0-9]{3}$'),
  thema text NOT NULL CHECK (thema IN ('veiligheid', 'groen', 'ontmoeting', 'wonen', 'verkeer', 'gezondheid', 'jeugd', 'werk-en-geld', 'anders')),
  persoon_id uuid,
  tekst text CHECK (char_length(tekst) BETWEEN 1 AND 1000),
  status text NOT NULL CHECK (status IN ('nieuw', 'in-behandeling', 'omgezet', 'teruggekoppeld', 'niet-haalbaar', 'samengevoegd')),
  samengevoegd_met uuid,
  terugkoppeling text CHECK (char_length(terugkoppeling) BETWEEN 1 AND 1000),
  teruggekoppeld_op timestamptz,
  version bigint NOT NULL CHECK (version > 0),
  aangemaakt_op timestamptz NOT NULL,
  UNIQUE (partner_id, id),
  FOREIGN KEY (partner_id, buurt_id) REFERENCES buurten (partner_id, id),
  FOREIGN KEY (partner_id, samengevoegd_met) REFERENCES buurtsignalen (partner_id, id),
  CHECK ((status = 'samengevoegd') = (samengevoegd_met IS NOT NULL) AND samengevoegd_met <> id),
  CHECK ((status IN ('teruggekoppeld', 'niet-haalbaar')) = (terugkoppeling IS NOT NULL)),
  CHECK ((terugkoppeling IS NULL) = (teruggekoppeld_op IS NULL))
);
CREATE INDEX buurtsignalen_by_buurt ON buurtsignalen (buurt_id, id);
CREATE INDEX buurtsignalen_by_partner ON buurtsignalen (partner_id, status, id);
CREATE INDEX buurtsignalen_by_persoon ON buurtsignalen (persoon_id);

-- A person counts once for a signaal; a row without a person still counts, but is nobody's.
CREATE TABLE bijval (
  id uuid PRIMARY KEY,
  signaal_id uuid NOT NULL REFERENCES buurtsignalen,
  persoon_id uuid,
  aangemaakt_op timestamptz NOT NULL,
  gehoord_op timestamptz,
  UNIQUE (signaal_id, persoon_id)
);
CREATE INDEX bijval_by_persoon ON bijval (persoon_id);

CREATE TABLE buurtacties (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL,
  eigenaar_id uuid NOT NULL,
  titel text NOT NULL CHECK (char_length(titel) BETWEEN 1 AND 120),
  streef_datum date NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'bezig', 'klaar', 'gestopt')),
  version bigint NOT NULL CHECK (version > 0),
  aangemaakt_op timestamptz NOT NULL,
  UNIQUE (partner_id, id),
  FOREIGN KEY (partner_id, eigenaar_id) REFERENCES netwerkleden (partner_id, id)
);
CREATE INDEX buurtacties_by_partner ON buurtacties (partner_id, status, id);
CREATE INDEX buurtacties_by_eigenaar ON buurtacties (eigenaar_id);

CREATE TABLE buurtactie_signalen (
  partner_id uuid NOT NULL,
  actie_id uuid NOT NULL,
  signaal_id uuid NOT NULL,
  PRIMARY KEY (actie_id, signaal_id),
  FOREIGN KEY (partner_id, actie_id) REFERENCES buurtacties (partner_id, id),
  FOREIGN KEY (partner_id, signaal_id) REFERENCES buurtsignalen (partner_id, id)
);
CREATE INDEX buurtactie_signalen_by_signaal ON buurtactie_signalen (signaal_id);

CREATE TABLE buurtactie_updates (
  id uuid PRIMARY KEY,
  actie_id uuid NOT NULL REFERENCES buurtacties,
  netwerklid_id uuid NOT NULL REFERENCES netwerkleden,
  tekst text CHECK (char_length(tekst) BETWEEN 1 AND 1000),
  aangemaakt_op timestamptz NOT NULL
);
CREATE INDEX buurtactie_updates_by_actie ON buurtactie_updates (actie_id, id);
CREATE INDEX buurtactie_updates_by_lid ON buurtactie_updates (netwerklid_id);
