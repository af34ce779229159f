-- How to reach people, apart from what matching reads, and who looked at it.
CREATE SCHEMA contact;

CREATE TABLE contact.gegevens (
  partner_id uuid NOT NULL,
  persoon_id uuid NOT NULL,
  naam text NOT NULL CHECK (char_length(naam) BETWEEN 1 AND 100),
  telefoon text CHECK (telefoon ~ '^\+?[0-9 ()-]{6,20}$'),
  email text CHECK (char_length(email) BETWEEN 3 AND 254 AND email ~ '^[^@\s]+@[^@\s]+$'),
  adres text CHECK (char_length(adres) BETWEEN 1 AND 200),
  gewijzigd_op timestamptz NOT NULL,
  PRIMARY KEY (partner_id, persoon_id),
  CHECK (telefoon IS NOT NULL OR email IS NOT NULL)
);
CREATE INDEX gegevens_by_persoon ON contact.gegevens (persoon_id);

CREATE TABLE contact.inzages (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL,
  afspraak_id uuid NOT NULL REFERENCES afspraken,
  -- The side that looked, by this program.
  rol text NOT NULL CHECK (rol IN ('helper', 'hulpvrager')),
  client_id text NOT NULL CHECK (char_length(client_id) BETWEEN 1 AND 200),
  -- Whose data it was; NULL when that person was removed.
  persoon_id uuid,
  ingezien_op timestamptz NOT NULL
);
CREATE INDEX inzages_by_persoon ON contact.inzages (persoon_id, partner_id, id);

-- A look stays: nothing of it changes, except that a removed person leaves it.
CREATE FUNCTION contact.bewaar_inzage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.persoon_id IS NULL
    AND (NEW.id, NEW.partner_id, NEW.afspraak_id, NEW.rol, NEW.client_id, NEW.ingezien_op)
      = (OLD.id, OLD.partner_id, OLD.afspraak_id, OLD.rol, OLD.client_id, OLD.ingezien_op) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a look at contact data stays as it is' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER inzages_stay BEFORE UPDATE OR DELETE ON contact.inzages FOR EACH ROW EXECUTE FUNCTION contact.bewaar_inzage();
CREATE TRIGGER inzages_are_not_emptied BEFORE TRUNCATE ON contact.inzages FOR EACH STATEMENT EXECUTE FUNCTION contact.bewaar_inzage();
