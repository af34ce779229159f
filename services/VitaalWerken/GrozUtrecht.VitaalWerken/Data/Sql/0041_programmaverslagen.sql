-- A programme that was closed: until when the last pulse can be given, and then the report, made once.
CREATE TABLE programmaverslagen (
  programma_id              uuid PRIMARY KEY REFERENCES programmas (id),
  polsmeting_tot_en_met     date NOT NULL,
  verslag                   jsonb,
  gemaakt_op                timestamptz,
  CHECK ((verslag IS NULL) = (gemaakt_op IS NULL))
);
CREATE INDEX programmaverslagen_to_make ON programmaverslagen (polsmeting_tot_en_met) WHERE verslag IS NULL;

-- Two reports over nearly the same people would tell of the difference.
CREATE FUNCTION programmaverslag_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.verslag IS NOT NULL THEN
    RAISE EXCEPTION 'a report is made once' USING ERRCODE = 'check_violation', CONSTRAINT = 'reports_stay';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER programmaverslagen_stay BEFORE UPDATE OR DELETE ON programmaverslagen FOR EACH ROW EXECUTE FUNCTION programmaverslag_stays();

ALTER TABLE medewerkers.deelnames ADD FOREIGN KEY (programma_id) REFERENCES programmas (id);
ALTER TABLE medewerkers.sessieplaatsen ADD FOREIGN KEY (programma_id) REFERENCES programmas (id);
ALTER TABLE medewerkers.tellingen ADD FOREIGN KEY (programma_id) REFERENCES programmas (id);
ALTER TABLE medewerkers.programmageheimen ADD FOREIGN KEY (programma_id) REFERENCES programmas (id);
