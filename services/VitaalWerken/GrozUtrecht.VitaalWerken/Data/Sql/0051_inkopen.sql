-- Orders of companies at suppliers of the network. How they were paid stands beside them; the money itself never passes here.
CREATE TABLE inkopen (
  id                     uuid PRIMARY KEY,
  version                bigint NOT NULL CHECK (version >= 1),
  bedrijf_id             uuid NOT NULL REFERENCES bedrijven (id),
  koper_partner_id       uuid NOT NULL,
  gebied                 text NOT NULL CHECK (char_length(gebied) BETWEEN 1 AND 60),
  leverancier_id         uuid NOT NULL REFERENCES leveranciers (id),
  leverancier_partner_id uuid NOT NULL,
  leverancier_soort      text NOT NULL CHECK (char_length(leverancier_soort) BETWEEN 1 AND 40),
  status                 text NOT NULL CHECK (status IN (
    'besteld', 'aanvaard', 'afgewezen', 'geannuleerd', 'geleverd', 'betwist', 'goedgekeurd', 'in-afrekening', 'afgerekend')),
  omschrijving           text NOT NULL CHECK (char_length(omschrijving) BETWEEN 1 AND 1000),
  prijs_centen           bigint CHECK (prijs_centen BETWEEN 1 AND 100000000),
  prijs_minuten          integer CHECK (prijs_minuten BETWEEN 1 AND 600000),
  leverdatum             date NOT NULL,
  kenmerk                text CHECK (char_length(kenmerk) BETWEEN 1 AND 35),
  reden                  text CHECK (char_length(reden) BETWEEN 1 AND 500),
  van_rekening_id        uuid,
  naar_rekening_id       uuid,
  gevraagde_versie       bigint CHECK (gevraagde_versie BETWEEN 1 AND version),
  weigering_code         text CHECK (char_length(weigering_code) BETWEEN 1 AND 100),
  aangemaakt_op          timestamptz NOT NULL,
  gewijzigd_op           timestamptz NOT NULL,
  afgerekend_op          timestamptz,
  CONSTRAINT money_or_hours CHECK (num_nonnulls(prijs_centen, prijs_minuten) = 1),
  CONSTRAINT nobody_sells_to_itself CHECK (koper_partner_id <> leverancier_partner_id),
  CONSTRAINT accounts_only_of_hours CHECK (prijs_minuten IS NOT NULL OR num_nonnulls(van_rekening_id, naar_rekening_id, gevraagde_versie) = 0),
  CONSTRAINT settled_leaves_a_trace CHECK (status NOT IN ('in-afrekening', 'afgerekend') OR num_nonnulls(kenmerk, gevraagde_versie) = 1),
  CONSTRAINT settled_has_its_moment CHECK ((status = 'afgerekend') = (afgerekend_op IS NOT NULL))
);
CREATE INDEX inkopen_by_bedrijf ON inkopen (bedrijf_id, id);
CREATE INDEX inkopen_by_leverancier ON inkopen (leverancier_partner_id, id);
CREATE INDEX inkopen_by_gebied ON inkopen (gebied, leverancier_soort, status);
