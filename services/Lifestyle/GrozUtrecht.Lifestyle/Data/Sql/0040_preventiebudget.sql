-- The preventiebudget: what an insurer and a municipality set aside for members of the collective insurance. The rules are of the
-- partner that manages it; the money is a ledger in cents of which the rows below refuse whatever does not add up.
CREATE TABLE preventiebudgetten (
  id                         uuid PRIMARY KEY,
  partner_id                 uuid NOT NULL,
  version                    bigint NOT NULL CHECK (version >= 1),
  status                     text NOT NULL CHECK (status IN ('concept', 'open', 'gesloten')),
  naam                       text NOT NULL CHECK (char_length(naam) BETWEEN 1 AND 120),
  verzekeraar                text NOT NULL CHECK (char_length(verzekeraar) BETWEEN 1 AND 120),
  uzovi                      text NOT NULL CHECK (uzovi ~ '^[0-9]{4}$'),
  gemeente                   text NOT NULL CHECK (char_length(gemeente) BETWEEN 1 AND 60),
  gebieden                   text[] NOT NULL CHECK (cardinality(gebieden) BETWEEN 1 AND 20),
  van_datum                  date NOT NULL,
  tot_en_met_datum           date NOT NULL,
  bedrag_centen              bigint NOT NULL CHECK (bedrag_centen BETWEEN 1 AND 10000000000),
  maximum_per_persoon_centen integer NOT NULL CHECK (maximum_per_persoon_centen BETWEEN 1 AND 1000000),
  activiteit_ids             uuid[] NOT NULL CHECK (cardinality(activiteit_ids) <= 200),
  dimensies                  text[] NOT NULL CHECK (cardinality(dimensies) <= 6 AND dimensies <@ ARRAY[
                               'lichaamsfuncties', 'mentaal-welbevinden', 'zingeving', 'kwaliteit-van-leven', 'meedoen', 'dagelijks-functioneren']),
  eigen_bijdrage_soort       text NOT NULL,
  eigen_bijdrage_waarde      integer NOT NULL,
  bij_niet_verschijnen       text NOT NULL CHECK (bij_niet_verschijnen IN ('vrijgeven', 'besteden')),
  afmelden_tot_uren          integer NOT NULL CHECK (afmelden_tot_uren BETWEEN 0 AND 336),
  aangemaakt_op              timestamptz NOT NULL,
  gewijzigd_op               timestamptz NOT NULL,
  geopend_op                 timestamptz,
  gesloten_op                timestamptz,
  CONSTRAINT period_begins_before_it_ends CHECK (van_datum <= tot_en_met_datum),
  CONSTRAINT something_is_covered CHECK (cardinality(activiteit_ids) + cardinality(dimensies) > 0),
  CONSTRAINT co_payment_has_a_measure CHECK (
    (eigen_bijdrage_soort = 'geen' AND eigen_bijdrage_waarde = 0)
    OR (eigen_bijdrage_soort = 'procent' AND eigen_bijdrage_waarde BETWEEN 1 AND 99)
    OR (eigen_bijdrage_soort = 'vast' AND eigen_bijdrage_waarde BETWEEN 1 AND 100000)),
  CONSTRAINT opened_has_a_moment CHECK (status = 'concept' OR geopend_op IS NOT NULL),
  CONSTRAINT closed_has_a_moment CHECK ((status = 'gesloten') = (gesloten_op IS NOT NULL))
);
CREATE INDEX preventiebudgetten_by_partner ON preventiebudgetten (partner_id, id);

-- The six accounts of a budget in one narrow row: one lock for whoever books, and one place where nothing can be overdrawn.
CREATE TABLE preventiebudget_standen (
  budget_id            uuid PRIMARY KEY REFERENCES preventiebudgetten (id),
  laatste_volgnummer   bigint NOT NULL DEFAULT 0 CHECK (laatste_volgnummer >= 0),
  toegezegd_centen     bigint NOT NULL DEFAULT 0,
  vrij_centen          bigint NOT NULL DEFAULT 0,
  gereserveerd_centen  bigint NOT NULL DEFAULT 0,
  besteed_centen       bigint NOT NULL DEFAULT 0,
  gedeclareerd_centen  bigint NOT NULL DEFAULT 0,
  te_corrigeren_centen bigint NOT NULL DEFAULT 0,
  CONSTRAINT never_overdrawn CHECK (
    vrij_centen >= 0 AND gereserveerd_centen >= 0 AND besteed_centen >= 0 AND gedeclareerd_centen >= 0
    AND toegezegd_centen <= 0 AND te_corrigeren_centen <= 0),
  CONSTRAINT adds_up_to_zero CHECK (
    toegezegd_centen + vrij_centen + gereserveerd_centen + besteed_centen + gedeclareerd_centen + te_corrigeren_centen = 0)
) WITH (fillfactor = 50);

-- A member is a random reference. Who it is stands in contact.preventiebudget_sleutels, and is erased there.
CREATE TABLE preventiebudget_leden (
  budget_id       uuid NOT NULL REFERENCES preventiebudgetten (id),
  lidkenmerk      text NOT NULL CHECK (lidkenmerk ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  maximum_centen  integer NOT NULL CHECK (maximum_centen > 0),
  gebruikt_centen integer NOT NULL DEFAULT 0,
  aangemeld_op    timestamptz NOT NULL,
  PRIMARY KEY (budget_id, lidkenmerk),
  CONSTRAINT never_more_than_the_maximum CHECK (gebruikt_centen BETWEEN 0 AND maximum_centen)
) WITH (fillfactor = 70);
CREATE TABLE contact.preventiebudget_sleutels (
  budget_id  uuid NOT NULL,
  persoon_id uuid NOT NULL,
  lidkenmerk text NOT NULL,
  PRIMARY KEY (persoon_id, budget_id),
  UNIQUE (budget_id, lidkenmerk),
  FOREIGN KEY (budget_id, lidkenmerk) REFERENCES preventiebudget_leden (budget_id, lidkenmerk)
);

-- A month of spendings that was put before the insurer.
CREATE TABLE declaraties (
  id             uuid PRIMARY KEY,
  budget_id      uuid NOT NULL REFERENCES preventiebudgetten (id),
  maand          date NOT NULL CHECK (extract(day FROM maand) = 1),
  aantal_regels  integer NOT NULL CHECK (aantal_regels >= 0),
  totaal_centen  bigint NOT NULL,
  vastgesteld_op timestamptz NOT NULL,
  CONSTRAINT one_per_month UNIQUE (budget_id, maand)
);

-- What one deelname costs the budget.
CREATE TABLE budgetreserveringen (
  -- Checked at the end of the transaction: who registers may write the two rows in any order.
  deelname_id           uuid PRIMARY KEY REFERENCES deelnames (id) DEFERRABLE INITIALLY DEFERRED,
  budget_id             uuid NOT NULL,
  lidkenmerk            text NOT NULL,
  activiteit_id         uuid NOT NULL,
  dimensie              text NOT NULL CHECK (char_length(dimensie) BETWEEN 1 AND 30),
  dag                   date NOT NULL,
  bedrag_centen         bigint NOT NULL CHECK (bedrag_centen > 0),
  eigen_bijdrage_centen integer NOT NULL CHECK (eigen_bijdrage_centen >= 0),
  status                text NOT NULL CHECK (status IN ('gereserveerd', 'besteed', 'vrijgegeven', 'teruggedraaid')),
  reden                 text CHECK (reden IN ('afgemeld', 'niet-verschenen', 'vervallen', 'gewist')),
  gewijzigd_op          timestamptz NOT NULL,
  gedeclareerd_in       uuid REFERENCES declaraties (id),
  gecorrigeerd_in       uuid REFERENCES declaraties (id),
  FOREIGN KEY (budget_id, lidkenmerk) REFERENCES preventiebudget_leden (budget_id, lidkenmerk),
  CONSTRAINT what_a_booking_is_about UNIQUE (deelname_id, budget_id, lidkenmerk, bedrag_centen),
  CONSTRAINT only_what_was_spent_is_declared CHECK (gedeclareerd_in IS NULL OR status IN ('besteed', 'teruggedraaid')),
  CONSTRAINT only_what_was_declared_is_corrected CHECK (gecorrigeerd_in IS NULL OR (status = 'teruggedraaid' AND gedeclareerd_in IS NOT NULL))
);
CREATE INDEX budgetreserveringen_of_lid ON budgetreserveringen (budget_id, lidkenmerk) WHERE status = 'gereserveerd';
CREATE INDEX budgetreserveringen_to_declare ON budgetreserveringen (budget_id, dag)
  WHERE (status = 'besteed' AND gedeclareerd_in IS NULL) OR (status = 'teruggedraaid' AND gedeclareerd_in IS NOT NULL AND gecorrigeerd_in IS NULL);
CREATE INDEX budgetreserveringen_spent ON budgetreserveringen (budget_id, dag) INCLUDE (dimensie, bedrag_centen) WHERE status = 'besteed';

-- The journal. A booking is one row that names both of its accounts, so that its two lines cannot differ; the view shows them as lines.
CREATE TABLE budgetboekingen (
  id            uuid PRIMARY KEY,
  budget_id     uuid NOT NULL REFERENCES preventiebudget_standen (budget_id),
  volgnummer    bigint NOT NULL CHECK (volgnummer >= 1),
  soort         text NOT NULL,
  van           text NOT NULL,
  naar          text NOT NULL,
  bedrag_centen bigint NOT NULL CHECK (bedrag_centen > 0),
  lidkenmerk    text,
  deelname_id   uuid,
  declaratie_id uuid REFERENCES declaraties (id),
  reden         text CHECK (char_length(reden) BETWEEN 1 AND 200),
  geboekt_op    timestamptz NOT NULL,
  CONSTRAINT in_order UNIQUE (budget_id, volgnummer),
  CONSTRAINT once_per_deelname UNIQUE (deelname_id, soort),
  CONSTRAINT money_moves_as_agreed CHECK ((soort, van, naar) IN (
    ('toezegging', 'toegezegd', 'vrij'), ('vermindering', 'vrij', 'toegezegd'),
    ('reservering', 'vrij', 'gereserveerd'), ('vrijgave', 'gereserveerd', 'vrij'), ('besteding', 'gereserveerd', 'besteed'),
    ('terugdraaiing', 'besteed', 'vrij'), ('terugdraaiing', 'te-corrigeren', 'vrij'),
    ('declaratie', 'besteed', 'gedeclareerd'), ('verrekening', 'gedeclareerd', 'te-corrigeren'))),
  CONSTRAINT about_a_deelname CHECK (
    (deelname_id IS NOT NULL) = (soort IN ('reservering', 'vrijgave', 'besteding', 'terugdraaiing')) AND (deelname_id IS NULL) = (lidkenmerk IS NULL)),
  CONSTRAINT about_a_declaratie CHECK ((declaratie_id IS NOT NULL) = (soort IN ('declaratie', 'verrekening'))),
  CONSTRAINT of_what_was_reserved FOREIGN KEY (deelname_id, budget_id, lidkenmerk, bedrag_centen)
    REFERENCES budgetreserveringen (deelname_id, budget_id, lidkenmerk, bedrag_centen)
);
CREATE INDEX budgetboekingen_by_budget ON budgetboekingen (budget_id, id);
CREATE INDEX budgetboekingen_by_declaratie ON budgetboekingen (declaratie_id) WHERE declaratie_id IS NOT NULL;

CREATE VIEW budgetboekingsregels AS
SELECT boeking.id AS boeking_id, boeking.budget_id, boeking.volgnummer, regel.rekening, regel.bedrag_centen
FROM budgetboekingen boeking
CROSS JOIN LATERAL (VALUES (boeking.van, -boeking.bedrag_centen), (boeking.naar, boeking.bedrag_centen)) AS regel (rekening, bedrag_centen);

CREATE TABLE declaratieregels (
  declaratie_id         uuid NOT NULL REFERENCES declaraties (id),
  regelnummer           integer NOT NULL CHECK (regelnummer >= 1),
  soort                 text NOT NULL CHECK (soort IN ('besteding', 'correctie')),
  deelname_id           uuid NOT NULL REFERENCES budgetreserveringen (deelname_id),
  lidkenmerk            text NOT NULL,
  dag                   date NOT NULL,
  activiteit_id         uuid NOT NULL,
  dimensie              text NOT NULL,
  bedrag_centen         bigint NOT NULL,
  eigen_bijdrage_centen integer NOT NULL,
  PRIMARY KEY (declaratie_id, regelnummer),
  CONSTRAINT declared_once UNIQUE (deelname_id, soort),
  CONSTRAINT a_correction_takes_back CHECK ((soort = 'besteding') = (bedrag_centen > 0) AND bedrag_centen <> 0)
);

CREATE FUNCTION effect_on(rekening text, van text, naar text, bedrag_centen bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE rekening WHEN naar THEN bedrag_centen WHEN van THEN -bedrag_centen ELSE 0 END
$$;

-- A booking moves the balances itself: no code can book and forget them. The number before it must be the last one, so none is missing.
CREATE FUNCTION apply_budgetboeking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE preventiebudget_standen SET
    laatste_volgnummer   = NEW.volgnummer,
    toegezegd_centen     = toegezegd_centen + effect_on('toegezegd', NEW.van, NEW.naar, NEW.bedrag_centen),
    vrij_centen          = vrij_centen + effect_on('vrij', NEW.van, NEW.naar, NEW.bedrag_centen),
    gereserveerd_centen  = gereserveerd_centen + effect_on('gereserveerd', NEW.van, NEW.naar, NEW.bedrag_centen),
    besteed_centen       = besteed_centen + effect_on('besteed', NEW.van, NEW.naar, NEW.bedrag_centen),
    gedeclareerd_centen  = gedeclareerd_centen + effect_on('gedeclareerd', NEW.van, NEW.naar, NEW.bedrag_centen),
    te_corrigeren_centen = te_corrigeren_centen + effect_on('te-corrigeren', NEW.van, NEW.naar, NEW.bedrag_centen)
  WHERE budget_id = NEW.budget_id AND laatste_volgnummer = NEW.volgnummer - 1;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'booking % of budget % is out of order', NEW.volgnummer, NEW.budget_id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.lidkenmerk IS NOT NULL AND 'vrij' IN (NEW.van, NEW.naar) THEN
    UPDATE preventiebudget_leden SET gebruikt_centen = gebruikt_centen - effect_on('vrij', NEW.van, NEW.naar, NEW.bedrag_centen)
    WHERE budget_id = NEW.budget_id AND lidkenmerk = NEW.lidkenmerk;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER apply_budgetboeking AFTER INSERT ON budgetboekingen FOR EACH ROW EXECUTE FUNCTION apply_budgetboeking();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is not allowed', TG_OP, TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON budgetboekingen EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON declaraties EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON declaratieregels EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON budgetreserveringen EXECUTE FUNCTION refuse_change();
-- Balances change because of a booking, and at no other time: an update by hand is not inside a trigger.
CREATE TRIGGER only_by_booking BEFORE UPDATE OR DELETE ON preventiebudget_standen FOR EACH ROW
  WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER only_by_booking BEFORE UPDATE OF gebruikt_centen ON preventiebudget_leden FOR EACH ROW
  WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER begins_empty BEFORE INSERT ON preventiebudget_standen FOR EACH ROW
  WHEN (NEW.laatste_volgnummer <> 0 OR NEW.toegezegd_centen <> 0) EXECUTE FUNCTION refuse_change();

CREATE FUNCTION move_budgetreservering() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A session may have moved to another day before it was held.
  IF (NEW.budget_id, NEW.lidkenmerk, NEW.activiteit_id, NEW.dimensie, NEW.bedrag_centen, NEW.eigen_bijdrage_centen)
     IS DISTINCT FROM (OLD.budget_id, OLD.lidkenmerk, OLD.activiteit_id, OLD.dimensie, OLD.bedrag_centen, OLD.eigen_bijdrage_centen)
     OR (NEW.dag <> OLD.dag AND OLD.status <> 'gereserveerd')
     OR NOT (NEW.status = OLD.status OR (OLD.status, NEW.status) IN (
       ('gereserveerd', 'besteed'), ('gereserveerd', 'vrijgegeven'), ('besteed', 'teruggedraaid'))) THEN
    RAISE EXCEPTION 'a reservation goes from gereserveerd to besteed or vrijgegeven' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER move_budgetreservering BEFORE UPDATE ON budgetreserveringen FOR EACH ROW EXECUTE FUNCTION move_budgetreservering();

-- What the insurer is sent is what the ledger moved, to the cent, or the month is not closed.
CREATE FUNCTION reconcile_declaratie() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT (count(*), coalesce(sum(bedrag_centen), 0)) FROM declaratieregels WHERE declaratie_id = NEW.id)
       IS DISTINCT FROM (NEW.aantal_regels::bigint, NEW.totaal_centen::numeric)
     OR (SELECT coalesce(sum(effect_on('gedeclareerd', van, naar, bedrag_centen)), 0) FROM budgetboekingen WHERE declaratie_id = NEW.id)
       IS DISTINCT FROM NEW.totaal_centen::numeric THEN
    RAISE EXCEPTION 'declaration % does not reconcile with the ledger', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER reconcile_declaratie AFTER INSERT ON declaraties DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION reconcile_declaratie();
