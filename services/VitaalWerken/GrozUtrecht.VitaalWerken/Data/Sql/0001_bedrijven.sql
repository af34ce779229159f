CREATE TABLE bedrijven (
  id                uuid PRIMARY KEY,
  partner_id        uuid NOT NULL,
  version           bigint NOT NULL CHECK (version >= 1),
  kvk_nummer        text NOT NULL CHECK (kvk_nummer ~ '^[0-9]{8}$'),
  vestigingsnummer  text CHECK (vestigingsnummer ~ '^[0-9]{12}$'),
  naam              text NOT NULL CHECK (char_length(naam) BETWEEN 1 AND 120),
  sector            text NOT NULL CHECK (char_length(sector) BETWEEN 1 AND 40),
  grootteklasse     text NOT NULL CHECK (grootteklasse IN ('micro', 'klein', 'middelgroot', 'groot')),
  postcode          text NOT NULL CHECK (postcode ~ '^[1-9][0-9]{3}$'),
  gebied            text NOT NULL CHECK (char_length(gebied) BETWEEN 1 AND 60),
  status            text NOT NULL,
  aangemaakt_op     timestamptz NOT NULL,
  belangstellend_op timestamptz NOT NULL,
  lid_op            timestamptz,
  vertrokken_op     timestamptz,
  -- Each status has exactly the moments that lead to it.
  CONSTRAINT status_has_its_moments CHECK (CASE status
    WHEN 'belangstellend' THEN lid_op IS NULL AND vertrokken_op IS NULL
    WHEN 'lid' THEN lid_op IS NOT NULL AND vertrokken_op IS NULL
    WHEN 'vertrokken' THEN vertrokken_op IS NOT NULL
    ELSE false
  END)
);

-- A company takes part in a network once, whoever registered it; after it left it may be registered again.
CREATE UNIQUE INDEX bedrijven_once_per_network ON bedrijven (gebied, kvk_nummer) WHERE status <> 'vertrokken';

CREATE INDEX bedrijven_by_partner ON bedrijven (partner_id, id);
CREATE INDEX bedrijven_by_network ON bedrijven (gebied, status);
