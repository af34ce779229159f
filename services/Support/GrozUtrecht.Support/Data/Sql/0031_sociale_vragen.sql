-- The inbox of social questions: one row each, every step that was taken, notes, and hand-overs.

CREATE TABLE sociale_vragen (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL,
  -- Without one it is in the inbox of the partner: its postcode is in no buurt.
  buurt_id uuid,
  postcode text NOT NULL CHECK (postcode ~ '^[1-9][0-9]{3}$'),
  bron text NOT NULL CHECK (bron IN ('buurtassistent', 'professional', 'partner', 'hulpvraag')),
  kanaal text CHECK (kanaal IN ('telefoon', 'balie', 'web', 'huisbezoek')),
  hulpvraag_id uuid REFERENCES hulpvragen,
  reden text CHECK (reden IN ('niemand-gevonden', 'laat-afgezegd', 'niet-verschenen')),
  persoon_id uuid,
  omschrijving text CHECK (char_length(omschrijving) BETWEEN 1 AND 1000),
  urgentie text NOT NULL CHECK (urgentie IN ('laag', 'normaal', 'hoog')),
  status text NOT NULL CHECK (status IN ('nieuw', 'opgepakt', 'wacht', 'afgerond')),
  buurtassistent_id uuid,
  toegewezen_op timestamptz,
  opvolg_datum date,
  opgepakt_op timestamptz,
  gewaarschuwd_op timestamptz,
  afgerond_op timestamptz,
  uitkomst text CHECK (uitkomst IN ('opgelost', 'doorverwezen', 'hulpvraag-ingediend', 'geen-reactie', 'vervallen')),
  uitkomst_tekst text CHECK (char_length(uitkomst_tekst) BETWEEN 1 AND 500),
  uitkomst_voorziening_id uuid,
  uitkomst_hulpvraag_id uuid REFERENCES hulpvragen,
  version bigint NOT NULL CHECK (version > 0),
  aangemaakt_op timestamptz NOT NULL,
  UNIQUE (partner_id, id),
  FOREIGN KEY (partner_id, buurt_id) REFERENCES buurten (partner_id, id),
  FOREIGN KEY (partner_id, buurtassistent_id) REFERENCES buurtassistenten (partner_id, id),
  CHECK ((bron = 'hulpvraag') = (hulpvraag_id IS NOT NULL) AND (bron = 'hulpvraag') = (reden IS NOT NULL)),
  CHECK ((bron = 'hulpvraag') = (kanaal IS NULL)),
  -- Who picked it up has it until it is done; what waits has a day on which somebody looks at it again.
  CHECK (status NOT IN ('opgepakt', 'wacht') OR (buurtassistent_id IS NOT NULL AND opgepakt_op IS NOT NULL)),
  CHECK (status <> 'wacht' OR opvolg_datum IS NOT NULL),
  CHECK ((status = 'afgerond') = (afgerond_op IS NOT NULL) AND (status = 'afgerond') = (uitkomst IS NOT NULL)),
  CHECK ((uitkomst = 'hulpvraag-ingediend') IS TRUE = (uitkomst_hulpvraag_id IS NOT NULL))
);
-- A hulpvraag is escalated once for each reason, as long as the question about it is open.
CREATE UNIQUE INDEX sociale_vragen_one_per_hulpvraag ON sociale_vragen (hulpvraag_id, reden) WHERE status <> 'afgerond';
CREATE INDEX sociale_vragen_by_partner ON sociale_vragen (partner_id, status, id);
CREATE INDEX sociale_vragen_by_buurt ON sociale_vragen (buurt_id, id);
CREATE INDEX sociale_vragen_by_assistent ON sociale_vragen (buurtassistent_id, toegewezen_op);
CREATE INDEX sociale_vragen_by_persoon ON sociale_vragen (persoon_id);
CREATE INDEX sociale_vragen_waiting ON sociale_vragen (urgentie, aangemaakt_op) WHERE status = 'nieuw';
CREATE INDEX sociale_vragen_to_follow_up ON sociale_vragen (partner_id, opvolg_datum, id) WHERE status <> 'afgerond' AND opvolg_datum IS NOT NULL;

CREATE TABLE sociale_vraag_stappen (
  -- A number and no UUIDv7: two steps of one moment have an order too.
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sociale_vraag_id uuid NOT NULL REFERENCES sociale_vragen,
  stap text NOT NULL CHECK (stap IN ('gesteld', 'toegewezen', 'opgepakt', 'wacht', 'hervat', 'opvolging', 'overdracht-gevraagd',
    'overdracht-aanvaard', 'overdracht-geweigerd', 'overdracht-ingetrokken', 'gewaarschuwd', 'teruggelegd', 'afgerond')),
  buurtassistent_id uuid REFERENCES buurtassistenten,
  opgetreden_op timestamptz NOT NULL
);
CREATE INDEX sociale_vraag_stappen_by_vraag ON sociale_vraag_stappen (sociale_vraag_id, id);

-- A note is never changed; without a text, the person whom it was about was removed.
CREATE TABLE sociale_vraag_notities (
  id uuid PRIMARY KEY,
  sociale_vraag_id uuid NOT NULL REFERENCES sociale_vragen,
  buurtassistent_id uuid REFERENCES buurtassistenten,
  tekst text CHECK (char_length(tekst) BETWEEN 1 AND 2000),
  aangemaakt_op timestamptz NOT NULL
);
CREATE INDEX sociale_vraag_notities_by_vraag ON sociale_vraag_notities (sociale_vraag_id, id);

CREATE TABLE overdrachten (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL,
  sociale_vraag_id uuid NOT NULL,
  van_buurtassistent_id uuid NOT NULL,
  naar_buurtassistent_id uuid,
  naar_buurt_id uuid,
  reden text CHECK (char_length(reden) BETWEEN 1 AND 500),
  status text NOT NULL CHECK (status IN ('gevraagd', 'aanvaard', 'geweigerd', 'ingetrokken')),
  aangemaakt_op timestamptz NOT NULL,
  beantwoord_op timestamptz,
  FOREIGN KEY (partner_id, sociale_vraag_id) REFERENCES sociale_vragen (partner_id, id),
  FOREIGN KEY (partner_id, van_buurtassistent_id) REFERENCES buurtassistenten (partner_id, id),
  FOREIGN KEY (partner_id, naar_buurtassistent_id) REFERENCES buurtassistenten (partner_id, id),
  FOREIGN KEY (partner_id, naar_buurt_id) REFERENCES buurten (partner_id, id),
  CHECK (naar_buurtassistent_id IS NOT NULL OR naar_buurt_id IS NOT NULL),
  CHECK ((status = 'gevraagd') = (beantwoord_op IS NULL))
);
-- One hand-over of a question at a time waits for an answer.
CREATE UNIQUE INDEX overdrachten_one_asked ON overdrachten (sociale_vraag_id) WHERE status = 'gevraagd';
CREATE INDEX overdrachten_by_vraag ON overdrachten (sociale_vraag_id, id);
