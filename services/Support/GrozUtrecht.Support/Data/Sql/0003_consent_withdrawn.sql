-- Who takes back the consent to ask for them takes back the words too; the hulpvraag stays, withdrawn, with its person.
ALTER TABLE hulpvragen
  DROP CONSTRAINT hulpvragen_check1,
  ADD CONSTRAINT hulpvragen_words_leave_with_the_person CHECK (persoon_id IS NOT NULL OR omschrijving IS NULL),
  ADD CONSTRAINT hulpvragen_words_until_the_end CHECK (omschrijving IS NOT NULL OR status NOT IN ('open', 'gepland'));
