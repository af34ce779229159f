// A resident asks by phone, help is found fairly and for reasons, and what nobody can do goes to the buurtassistent on duty.
const hours = (count) => new Date(Date.now() + count * 3600 * 1000).toISOString();
const area = "kanaleneiland";

const newPerson = async (partner) => (await partner.send("POST", "/identity/v1/personen", {})).answer.id;

async function prepareBuurt(partner) {
  const { items } = (await partner.send("GET", "/support/v1/buurten?limit=100")).answer;
  const buurt = items.find((known) => known.postcodes.includes("3526"))
    ?? await partner.step("A buurt: some postcodes", "POST", "/support/v1/buurten", { naam: "Kanaleneiland-Noord", postcodes: ["3526"] });
  const assistant = await partner.step("A buurtassistent works there", "POST", "/support/v1/buurtassistenten", {
    persoonId: await newPerson(partner), buurten: [buurt.id],
  });
  await partner.step("and is on duty today", "POST", "/support/v1/diensten", {
    buurtId: buurt.id, buurtassistentId: assistant.id, begintOp: hours(-1), eindigtOp: hours(7),
  });
  return { buurt, assistant };
}

async function registerHelper(partner, who, profile) {
  return partner.step(who, "POST", "/support/v1/helpers", {
    persoonId: await newPerson(partner), postcode: "3526", categorieen: ["vervoer", "gezelschap"], straalKilometers: 5, talen: ["nl"], ...profile,
  });
}

async function ask(partner, title, request) {
  return partner.step(title, "POST", "/support/v1/hulpvragen", { persoonId: await newPerson(partner), postcode: "3526", urgentie: "normaal", duurMinuten: 60, ...request });
}

async function matchTheArea(partner) {
  const run = await partner.step("All open asks of the area at once", "POST", "/support/v1/matchingrondes", { gebied: area, direct: true });
  await partner.until("The best there is, proven, and proposed", `/support/v1/matchingrondes/${run.id}`, (ronde) => ronde.toepassing === "klaar");
  return partner.step("Who was chosen, and why", "GET", `/support/v1/matchingrondes/${run.id}/koppelingen?limit=100`);
}

async function meet(partner, asked, pairing) {
  const appointment = await partner.step("The helper says yes", "POST", `/support/v1/voorstellen/${pairing.voorstelId}/aanvaarding`);
  await partner.step("How the hulpvrager can be reached, kept apart", "PUT", `/support/v1/personen/${asked.persoonId}/contactgegevens`, {
    naam: "Demo Bewoner", telefoon: "030 123 45 67",
  });
  await partner.step("The helper may see it now, and the look is remembered", "POST", `/support/v1/afspraken/${appointment.id}/contactinzages`, { rol: "helper" });
  await partner.step("Who looked", "GET", `/support/v1/personen/${asked.persoonId}/contactinzages`);
}

async function publishOnTheMap(partner) {
  const organisation = await partner.step("An organisation for the sociale kaart", "POST", "/support/v1/organisaties", {
    naam: "Taalhuis De Demo", omschrijving: "Samen Nederlands oefenen.",
  });
  await partner.step("published", "POST", `/support/v1/organisaties/${organisation.id}/publicatie`, undefined, { "if-match": organisation.etag });
  const service = await partner.step("and what it offers", "POST", "/support/v1/voorzieningen", {
    organisatieId: organisation.id,
    inhoud: {
      naam: "Taalcafé", omschrijving: "Elke week Nederlands oefenen met buren.", categorieen: ["taal"], kosten: "gratis", aanmelding: "vrije-inloop", talen: ["nl"],
    },
  });
  await partner.step("published as well", "POST", `/support/v1/voorzieningen/${service.id}/publicatie`, undefined, { "if-match": service.etag });
  await partner.step("Everybody reads it, as Open Referral HSDS 3.0", "GET", "/open/hsds/services?search=taalcaf%C3%A9&per_page=1");
}

export async function walkSupport(partner) {
  const { buurt } = await prepareBuurt(partner);
  await registerHelper(partner, "A helper with a car, free on weekdays", {
    auto: true, maximumMinutenPerWeek: 90, beschikbaarheid: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"].map((dag) => ({ dag, van: "00:00", tot: "24:00" })),
  });
  await registerHelper(partner, "A helper without a car", {});
  const company = await ask(partner, "Somebody would like company", { categorie: "gezelschap", omschrijving: "Een keer samen wandelen.", begintOp: hours(48) });
  const ride = await ask(partner, "A neighbour asks for somebody else, by phone and with consent", {
    categorie: "vervoer", omschrijving: "Naar het ziekenhuis en terug.", urgentie: "hoog", begintOp: hours(48), kanaal: "telefoon", eisen: { auto: true },
    namens: { relatie: "naaste", wijze: "mondeling", tekstVersie: "2026-1", gegevenOp: hours(-1) },
  });
  await partner.step("The candidates for company, with reasons", "GET", `/support/v1/hulpvragen/${company.id}/kandidaten?limit=2`);
  const { items } = await matchTheArea(partner);
  const pairing = items.find((item) => item.hulpvraagId === ride.id);
  await meet(partner, ride, pairing);

  const urgent = await ask(partner, "An ask that nobody can meet, with little time", {
    categorie: "taal", omschrijving: "Een brief lezen in het Oekraïens.", urgentie: "hoog", begintOp: hours(24), eisen: { taal: "uk" }, automatisch: true,
  });
  await partner.until("goes to the buurtassistent on duty", `/support/v1/sociale-vragen?buurtId=${buurt.id}&limit=100`, (inbox) => inbox.items.some((item) => item.hulpvraagId === urgent.id));

  const signal = await partner.step("A resident says what matters", "POST", "/support/v1/buurtsignalen", {
    thema: "ontmoeting", tekst: "Een bank bij de speeltuin zou fijn zijn.", postcode: "3526", persoonId: await newPerson(partner),
  });
  await partner.step("Another joins in", "POST", `/support/v1/buurtsignalen/${signal.id}/bijval`, { persoonId: await newPerson(partner) });
  await publishOnTheMap(partner);
}
