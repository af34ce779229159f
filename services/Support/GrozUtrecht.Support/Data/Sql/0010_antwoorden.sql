-- Who said no, and to which run over a region a proposal belongs.
ALTER TABLE voorstellen
  ADD COLUMN matchingronde_id uuid,
  ADD COLUMN afgewezen_door text CHECK (afgewezen_door IN ('helper', 'hulpvrager')),
  ADD CHECK (afwijzingscode IS NULL OR status = 'afgewezen'),
  ADD CHECK (afgewezen_door IS NULL OR status = 'afgewezen');
CREATE INDEX voorstellen_by_matchingronde ON voorstellen (matchingronde_id) WHERE matchingronde_id IS NOT NULL;

-- A beurt that the hulpvrager called off looks for nobody any more.
ALTER TABLE beurten ADD COLUMN vervallen_op timestamptz;
