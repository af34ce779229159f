-- The activities of Lifestyle that Support heard of, with the version it heard last: an older message that arrives later changes nothing.
-- Its entry on the sociale kaart, when it has one, has the id of the activity, and its organisation that of the aanbieder.
CREATE TABLE lifestyle_activiteiten (
  id         uuid PRIMARY KEY,
  version    bigint NOT NULL CHECK (version > 0),
  gehoord_op timestamptz NOT NULL
);
