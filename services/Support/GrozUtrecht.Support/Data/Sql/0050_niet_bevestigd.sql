-- An appointment of which nobody said, or not both the same, what came of it, becomes a question for the buurtassistent too.
ALTER TABLE sociale_vragen
  DROP CONSTRAINT sociale_vragen_reden_check,
  ADD CONSTRAINT sociale_vragen_reden_check CHECK (reden IN ('niemand-gevonden', 'laat-afgezegd', 'niet-verschenen', 'niet-bevestigd'));
