-- Six marks in our own words: the 42 statements of Mijn Positieve Gezondheid are not ours to ship. WHO-5 and the Brief Resilience Scale are loaded
-- by the programme, which holds the official texts; how they are scored is in Domain/Metingen/Maatstaf.cs.
INSERT INTO metingen.vragenlijsten (code, versie, titel, bron, licentie, inhoud, gepubliceerd_op) VALUES (
  'positieve-gezondheid', 1, 'Zes cijfers voor hoe het met u gaat',
  'GrozUtrecht, eigen vragen bij de zes dimensies van positieve gezondheid (M. Huber, 2011)',
  'Eigen tekst van GrozUtrecht; partners van het programma mogen de vragen gebruiken',
  '{
    "inleiding": "Geef zes cijfers van 0 tot en met 10. Een 0 is heel slecht, een 10 is heel goed. Er zijn geen foute antwoorden. Het is een begin van een gesprek en geen medische meting.",
    "wijze": "per-dimensie", "factor": 1,
    "vragen": [
      {"code": "1", "tekst": "Hoe gaat het met uw lichaam? Denk aan bewegen, slapen, eten en pijn.", "laagste": 0, "hoogste": 10, "omgekeerd": false, "dimensie": "lichaamsfuncties", "labels": [{"waarde": 0, "tekst": "heel slecht"}, {"waarde": 10, "tekst": "heel goed"}]},
      {"code": "2", "tekst": "Hoe voelt u zich in uw hoofd? Denk aan rust, vrolijk zijn en kunnen omgaan met wat moeilijk is.", "laagste": 0, "hoogste": 10, "omgekeerd": false, "dimensie": "mentaal-welbevinden", "labels": [{"waarde": 0, "tekst": "heel slecht"}, {"waarde": 10, "tekst": "heel goed"}]},
      {"code": "3", "tekst": "Hoeveel dingen in uw leven zijn voor u echt de moeite waard? Denk aan plannen, dromen en waar u in gelooft.", "laagste": 0, "hoogste": 10, "omgekeerd": false, "dimensie": "zingeving", "labels": [{"waarde": 0, "tekst": "geen"}, {"waarde": 10, "tekst": "heel veel"}]},
      {"code": "4", "tekst": "Hoe fijn vindt u uw leven nu? Denk aan uw huis, uw geld, uw veiligheid en genieten.", "laagste": 0, "hoogste": 10, "omgekeerd": false, "dimensie": "kwaliteit-van-leven", "labels": [{"waarde": 0, "tekst": "helemaal niet fijn"}, {"waarde": 10, "tekst": "heel fijn"}]},
      {"code": "5", "tekst": "Hoe goed kunt u meedoen met andere mensen? Denk aan familie, vrienden, buren, werk en de buurt.", "laagste": 0, "hoogste": 10, "omgekeerd": false, "dimensie": "meedoen", "labels": [{"waarde": 0, "tekst": "heel slecht"}, {"waarde": 10, "tekst": "heel goed"}]},
      {"code": "6", "tekst": "Hoe goed lukken de gewone dingen van de dag? Denk aan het huishouden, afspraken, geld en hulp vragen.", "laagste": 0, "hoogste": 10, "omgekeerd": false, "dimensie": "dagelijks-functioneren", "labels": [{"waarde": 0, "tekst": "heel slecht"}, {"waarde": 10, "tekst": "heel goed"}]}
    ],
    "banden": []
  }', '2026-11-22T00:00:00Z');

INSERT INTO metingen.toestemmingsteksten (doel, versie, nederlands, engels, gepubliceerd_op) VALUES
  ('eigen-inzicht', 1,
   'Wij bewaren uw antwoorden, zodat u kunt zien hoe het met u gaat. Uw naam staat er niet bij. Alleen met uw eigen inzagesleutel zijn uw antwoorden te zien. Uw begeleider ziet alleen dát u iets heeft ingevuld. U mag altijd stoppen. Dan wissen wij al uw antwoorden meteen.',
   'We keep your answers so that you can see how you are doing. Your name is not with them. Your answers can be seen only with your own key. Your guide only sees that you filled something in. You may stop at any time. We then erase all your answers at once.',
   '2026-11-22T00:00:00Z'),
  ('groepscijfers', 1,
   'Wij tellen uw antwoorden mee in cijfers over groepen van 15 mensen of meer, bijvoorbeeld over uw wijk. Niemand kan zien wat u heeft ingevuld. U mag altijd stoppen. Dan tellen uw antwoorden niet meer mee in nieuwe cijfers. In cijfers die al gemaakt zijn kunnen wij u niet terugvinden.',
   'We count your answers in figures about groups of 15 people or more, for example about your area. Nobody can see what you filled in. You may stop at any time. Your answers then no longer count in new figures. We cannot find you in figures that were already made.',
   '2026-11-22T00:00:00Z'),
  ('ervaringen', 1,
   'Wij vragen u na de eerste, de derde en de laatste keer kort hoe een activiteit was. Wij bewaren uw antwoord zonder uw naam. U mag altijd stoppen. Dan wissen wij deze antwoorden meteen.',
   'After the first, third and last time we briefly ask you how an activity was. We keep your answer without your name. You may stop at any time. We then erase these answers at once.',
   '2026-11-22T00:00:00Z');
