-- What companies pledge to the community. Days are Dutch calendar days.
CREATE TABLE bijdragen (
  id                   uuid PRIMARY KEY,
  version              bigint NOT NULL CHECK (version >= 1),
  bedrijf_id           uuid NOT NULL REFERENCES bedrijven (id),
  gever_partner_id     uuid NOT NULL,
  gebied               text NOT NULL CHECK (char_length(gebied) BETWEEN 1 AND 60),
  programma_id         uuid REFERENCES programmas (id),
  soort                text NOT NULL,
  status               text NOT NULL,
  ontvanger_soort      text NOT NULL,
  wijkpot_id           uuid,
  leverancier_id       uuid REFERENCES leveranciers (id),
  ontvanger_partner_id uuid NOT NULL,
  omschrijving         text NOT NULL CHECK (char_length(omschrijving) BETWEEN 1 AND 500),
  bedrag_centen        bigint CHECK (bedrag_centen BETWEEN 1 AND 100000000),
  duur_minuten         integer CHECK (duur_minuten BETWEEN 1 AND 600000),
  aantal               integer CHECK (aantal BETWEEN 1 AND 1000000),
  dagdelen             integer CHECK (dagdelen BETWEEN 1 AND 1000),
  toegezegd_datum      date NOT NULL,
  gepland_datum        date,
  geleverd_datum       date,
  bevestigd_datum      date,
  betwistbaar_tot_en_met date,
  bewijs               text CHECK (char_length(bewijs) BETWEEN 1 AND 35),
  reden                text CHECK (char_length(reden) BETWEEN 1 AND 500),
  -- The booking in the Tijdbank, of a contribution to a fund.
  boeking              text CHECK (boeking IN ('gevraagd', 'geboekt', 'geweigerd', 'terugboeking-gevraagd', 'teruggeboekt', 'niet-geboekt')),
  gevraagde_versie     bigint CHECK (gevraagde_versie BETWEEN 1 AND version),
  boeking_code         text CHECK (char_length(boeking_code) BETWEEN 1 AND 100),
  aangemaakt_op        timestamptz NOT NULL,
  gewijzigd_op         timestamptz NOT NULL,
  CONSTRAINT amount_fits_its_kind CHECK (CASE soort
    WHEN 'euro' THEN bedrag_centen IS NOT NULL AND num_nonnulls(duur_minuten, aantal, dagdelen) = 0
    WHEN 'uren' THEN duur_minuten IS NOT NULL AND num_nonnulls(bedrag_centen, aantal, dagdelen) = 0
    WHEN 'producten' THEN aantal IS NOT NULL AND (duur_minuten IS NOT NULL) = (wijkpot_id IS NOT NULL) AND num_nonnulls(bedrag_centen, dagdelen) = 0
    WHEN 'ruimte' THEN dagdelen IS NOT NULL AND num_nonnulls(bedrag_centen, duur_minuten, aantal) = 0
    ELSE false END),
  CONSTRAINT receiver_fits_its_kind CHECK (CASE ontvanger_soort
    WHEN 'wijkpot' THEN wijkpot_id IS NOT NULL AND leverancier_id IS NULL AND soort IN ('uren', 'producten')
    WHEN 'leverancier' THEN wijkpot_id IS NULL AND leverancier_id IS NOT NULL
    WHEN 'partner' THEN wijkpot_id IS NULL AND leverancier_id IS NULL AND soort IN ('euro', 'ruimte')
    ELSE false END),
  CONSTRAINT status_has_its_days CHECK (CASE status
    WHEN 'toegezegd' THEN num_nonnulls(gepland_datum, geleverd_datum, bevestigd_datum) = 0
    WHEN 'gepland' THEN gepland_datum IS NOT NULL AND num_nonnulls(geleverd_datum, bevestigd_datum) = 0
    WHEN 'geleverd' THEN geleverd_datum IS NOT NULL AND betwistbaar_tot_en_met IS NOT NULL AND bevestigd_datum IS NULL
    WHEN 'bevestigd' THEN geleverd_datum IS NOT NULL AND bevestigd_datum IS NOT NULL
    WHEN 'betwist' THEN geleverd_datum IS NOT NULL AND bevestigd_datum IS NULL AND reden IS NOT NULL
    WHEN 'ingetrokken' THEN bevestigd_datum IS NULL
    ELSE false END),
  CONSTRAINT booking_only_of_a_fund CHECK (
    (boeking IS NULL) = (gevraagde_versie IS NULL)
    AND (boeking IS NULL OR wijkpot_id IS NOT NULL)
    AND (boeking IS NOT NULL OR wijkpot_id IS NULL OR status IN ('toegezegd', 'gepland', 'ingetrokken'))
    AND (boeking IS NOT DISTINCT FROM 'geweigerd') = (boeking_code IS NOT NULL)),
  -- What was confirmed has arrived.
  CONSTRAINT confirmed_is_booked CHECK (status <> 'bevestigd' OR wijkpot_id IS NULL OR boeking = 'geboekt'),
  CONSTRAINT nobody_gives_to_itself CHECK (gever_partner_id <> ontvanger_partner_id),
  CONSTRAINT money_has_proof CHECK (soort <> 'euro' OR geleverd_datum IS NULL OR bewijs IS NOT NULL)
);
CREATE INDEX bijdragen_by_bedrijf ON bijdragen (bedrijf_id, id);
CREATE INDEX bijdragen_by_ontvanger ON bijdragen (ontvanger_partner_id, id);
CREATE INDEX bijdragen_by_gebied ON bijdragen (gebied, toegezegd_datum);
CREATE INDEX bijdragen_to_confirm ON bijdragen (betwistbaar_tot_en_met) WHERE status = 'geleverd';
COMMENT ON COLUMN bijdragen.ontvanger_partner_id IS 'Who confirms: of a fund the partner that manages it, of a supplier its partner.';
COMMENT ON COLUMN bijdragen.duur_minuten IS 'Of products: the minutes on which giver and fund agreed.';
COMMENT ON COLUMN bijdragen.gevraagde_versie IS 'The version with which the Tijdbank was asked last; its answers name it.';
