-- A run over an area: asked for, computed in the background, looked at, and then applied or not.
CREATE TABLE matchingrondes (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL,
  gebied text NOT NULL CHECK (char_length(gebied) BETWEEN 1 AND 50),
  status text NOT NULL CHECK (status IN ('aangevraagd', 'klaar', 'mislukt')),
  regels jsonb NOT NULL,
  direct boolean NOT NULL,
  aangevraagd_op timestamptz NOT NULL,
  -- Who computes it has it for a while; if nothing comes of it somebody else tries, a few times.
  opgepakt_op timestamptz,
  pogingen integer NOT NULL DEFAULT 0 CHECK (pogingen BETWEEN 0 AND 3),
  klaar_op timestamptz,
  duur_milliseconden integer CHECK (duur_milliseconden >= 0),
  aantal_hulpvragen integer,
  aantal_plekken integer,
  aantal_helpers integer,
  aantal_mogelijkheden integer,
  aantal_koppelingen integer,
  punten bigint,
  optimaal boolean,
  toepassing text CHECK (toepassing IN ('bezig', 'klaar')),
  toegepast_op timestamptz,
  CHECK ((status = 'klaar') = (aantal_koppelingen IS NOT NULL)),
  CHECK (toepassing IS NULL OR status = 'klaar')
);
CREATE INDEX matchingrondes_by_partner ON matchingrondes (partner_id, id);
CREATE INDEX matchingrondes_to_compute ON matchingrondes (id) WHERE status = 'aangevraagd';
CREATE INDEX matchingrondes_to_apply ON matchingrondes (id) WHERE toepassing = 'bezig';

CREATE TABLE koppelingen (
  ronde_id uuid NOT NULL REFERENCES matchingrondes,
  hulpvraag_id uuid NOT NULL REFERENCES hulpvragen,
  helper_id uuid NOT NULL REFERENCES helpers,
  score integer NOT NULL CHECK (score BETWEEN 0 AND 100),
  redenen jsonb NOT NULL,
  -- {"<beurt>": <minute of UTC>}
  starts jsonb NOT NULL,
  voorstel_id uuid REFERENCES voorstellen,
  -- Why there is no proposal after all: something happened between the run and its application.
  overgeslagen_code text,
  overgeslagen_tekst text,
  PRIMARY KEY (ronde_id, hulpvraag_id, helper_id),
  CHECK (voorstel_id IS NULL OR overgeslagen_code IS NULL)
);
CREATE INDEX koppelingen_by_helper ON koppelingen (ronde_id, helper_id);
CREATE INDEX koppelingen_to_apply ON koppelingen (ronde_id, hulpvraag_id) WHERE voorstel_id IS NULL AND overgeslagen_code IS NULL;

CREATE TABLE ronde_hulpvragen (
  ronde_id uuid NOT NULL REFERENCES matchingrondes,
  hulpvraag_id uuid NOT NULL REFERENCES hulpvragen,
  urgentie text NOT NULL CHECK (urgentie IN ('laag', 'normaal', 'hoog')),
  uitkomst text NOT NULL CHECK (uitkomst IN ('gekoppeld', 'deels-gekoppeld', 'kandidaten-elders', 'geen-kandidaat')),
  kandidaten jsonb NOT NULL,
  obstakels jsonb NOT NULL,
  PRIMARY KEY (ronde_id, hulpvraag_id)
);
