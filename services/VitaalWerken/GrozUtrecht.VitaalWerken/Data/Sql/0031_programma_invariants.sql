-- What was proposed is what people agree to, so it does not change any more, whatever the code does.
CREATE FUNCTION programmaversie_is_concept(of_programma uuid, of_versie integer) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  -- The lock makes who proposes at this moment wait for who writes, and the other way round.
  PERFORM FROM programmaversies WHERE programma_id = of_programma AND versie = of_versie AND status = 'concept' FOR SHARE;
  RETURN FOUND;
END
$$;
CREATE FUNCTION programma_contents_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (TG_OP <> 'DELETE' AND NOT programmaversie_is_concept(NEW.programma_id, NEW.versie))
     OR (TG_OP <> 'INSERT' AND NOT programmaversie_is_concept(OLD.programma_id, OLD.versie)) THEN
    RAISE EXCEPTION 'contents of a version stay as they were proposed' USING ERRCODE = 'check_violation', CONSTRAINT = 'contents_stay';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER modules_stay BEFORE INSERT OR UPDATE OR DELETE ON modules FOR EACH ROW EXECUTE FUNCTION programma_contents_stay();
CREATE TRIGGER programmasessies_stay BEFORE INSERT OR UPDATE OR DELETE ON programmasessies FOR EACH ROW EXECUTE FUNCTION programma_contents_stay();

-- A version goes its way forward, keeps its period, and is agreed only when everybody has said so.
CREATE FUNCTION programmaversie_goes_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a version stays in the books' USING ERRCODE = 'check_violation', CONSTRAINT = 'versions_stay';
  END IF;
  IF (NEW.programma_id, NEW.versie, NEW.opgesteld_op) IS DISTINCT FROM (OLD.programma_id, OLD.versie, OLD.opgesteld_op)
     OR (OLD.status <> 'concept' AND (NEW.begin_datum, NEW.eind_datum, NEW.voorgesteld_op)
         IS DISTINCT FROM (OLD.begin_datum, OLD.eind_datum, OLD.voorgesteld_op)) THEN
    RAISE EXCEPTION 'a version stays as it was proposed' USING ERRCODE = 'check_violation', CONSTRAINT = 'versions_stay';
  END IF;
  IF NEW.status <> OLD.status AND NOT (CASE OLD.status
       WHEN 'concept' THEN NEW.status IN ('voorgesteld', 'ingetrokken')
       WHEN 'voorgesteld' THEN NEW.status IN ('overeengekomen', 'afgewezen', 'ingetrokken')
       WHEN 'overeengekomen' THEN NEW.status = 'vervangen'
       ELSE false END) THEN
    RAISE EXCEPTION 'a version does not go from % to %', OLD.status, NEW.status USING ERRCODE = 'check_violation', CONSTRAINT = 'versions_go_forward';
  END IF;
  IF NEW.status = 'overeengekomen' AND OLD.status <> 'overeengekomen' AND EXISTS (
       SELECT FROM (SELECT NULL::uuid AS leverancier_id
                    UNION SELECT leverancier_id FROM modules WHERE programma_id = NEW.programma_id AND versie = NEW.versie) AS party
       WHERE NOT EXISTS (SELECT FROM instemmingen AS said
                         WHERE said.programma_id = NEW.programma_id AND said.versie = NEW.versie AND said.besluit = 'ingestemd'
                           AND said.leverancier_id IS NOT DISTINCT FROM party.leverancier_id)) THEN
    RAISE EXCEPTION 'not everybody has agreed' USING ERRCODE = 'check_violation', CONSTRAINT = 'everybody_agreed';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER programmaversies_go_forward BEFORE UPDATE OR DELETE ON programmaversies
  FOR EACH ROW EXECUTE FUNCTION programmaversie_goes_forward();

-- An answer is given to what is proposed, and stays.
CREATE FUNCTION instemming_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'an answer stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'answers_stay';
  END IF;
  IF NOT EXISTS (SELECT FROM programmaversies AS version
                 WHERE version.programma_id = NEW.programma_id AND version.versie = NEW.versie AND version.status = 'voorgesteld')
     OR (NEW.leverancier_id IS NOT NULL AND NOT EXISTS (
           SELECT FROM modules AS module
           WHERE module.programma_id = NEW.programma_id AND module.versie = NEW.versie AND module.leverancier_id = NEW.leverancier_id)) THEN
    RAISE EXCEPTION 'nothing was proposed to this side' USING ERRCODE = 'check_violation', CONSTRAINT = 'answers_to_a_proposal';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER instemmingen_stay BEFORE INSERT OR UPDATE OR DELETE ON instemmingen FOR EACH ROW EXECUTE FUNCTION instemming_stays();
CREATE TRIGGER instemmingen_are_not_emptied BEFORE TRUNCATE ON instemmingen FOR EACH STATEMENT EXECUTE FUNCTION instemming_stays();
