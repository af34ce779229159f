-- How far a run that was not proven may be from the best: with as many places filled, no more points than this can be had.
ALTER TABLE matchingrondes ADD COLUMN punten_hooguit bigint CHECK (punten_hooguit >= punten);
