-- What the test consumers did. Deliberately without a key: a second effect must be seen, not refused.
create table handled (
  counted_id uuid        not null,
  number     int         not null,
  handled_at timestamptz not null default now()
);
