// Something to do comes into the neighbourhood, people taste it, come back, and see for themselves what it does.
const minutes = (count) => new Date(Date.now() + count * 60 * 1000).toISOString();
const day = (count) => minutes(count * 24 * 60).slice(0, 10);
const walking = "95092977-5a20-4d6e-b312-8fddabe71544";
const base = "/lifestyle/v1";

const newPerson = async (partner) => (await partner.send("POST", "/identity/v1/personen", {})).answer.id;

async function offer(partner) {
  const aanbieder = await partner.step("An initiative of residents offers something", "POST", `${base}/aanbieders`, {
    soort: "initiatief", naam: "Wandelclub De Demo", omschrijving: "Samen een ommetje, met koffie na.", gebieden: ["kanaleneiland"],
  });
  await partner.step("A coordinator verifies who they are", "POST", `${base}/aanbieders/${aanbieder.id}/beoordeling`, { geverifieerd: true });
  const activity = await partner.step("What there is to do", "POST", `${base}/activiteiten`, {
    naam: "Ommetje met de buurt", omschrijving: "Een uur rustig wandelen.", dimensies: ["lichaamsfuncties", "meedoen"], drempels: ["gratis", "kind-welkom"],
    postcode: "3526", locatienaam: "Buurthuis", prijsCenten: 0, capaciteit: 2, aanbiederId: aanbieder.id, openActiveBegrip: walking,
  });
  await partner.step("every Tuesday and Thursday evening, but not in the holidays", "POST", `${base}/activiteiten/${activity.id}/reeksen`, {
    frequentie: "wekelijks", vanaf: day(1), begintijd: "19:00", duurMinuten: 60, weekdagen: ["dinsdag", "donderdag"], aantal: 6, overslaanInVakanties: true,
  });
  const now = await partner.step("and once more within the hour", "POST", `${base}/activiteiten/${activity.id}/sessies`, { begintOp: minutes(45), eindigtOp: minutes(105) });
  await partner.step("published", "POST", `${base}/activiteiten/${activity.id}/publicatie`, undefined, { "if-match": activity.etag });
  return { aanbieder, activity, now };
}

async function register(partner, activity) {
  const found = await partner.step("A resident finds it", "GET", `${base}/sessies?zoek=ommetje&gebied=kanaleneiland&dagdeel=avond&drempels=gratis&limit=1`);
  const sessie = found.items.find((item) => item.activiteitId === activity.id)
    ?? (await partner.send("GET", `${base}/activiteiten/${activity.id}/sessies?limit=50`)).answer.items.at(-1);
  const register = async (title, body) => partner.step(title, "POST", `${base}/sessies/${sessie.id}/deelnames`, { wachtlijst: true, ...body });
  const first = await register("registers", { persoonId: await newPerson(partner) });
  await register("A neighbour without an account calls the buurtassistent", { gast: { naam: "Demo Gast", bereikbaarOp: "030 123 45 67" }, kanaal: "telefoon" });
  const waiting = await register("The next one waits", { persoonId: await newPerson(partner) });
  await partner.step("Somebody cannot come after all", "POST", `${base}/deelnames/${first.id}/afmelding`);
  await partner.step("so there is a place for who waited longest", "GET", `${base}/deelnames/${waiting.id}`);
  await partner.step("who takes it", "POST", `${base}/deelnames/${waiting.id}/aanvaarding`);
}

async function host(partner, now) {
  const person = await newPerson(partner);
  const hosting = await partner.step("A volunteer receives people this afternoon", "POST", `${base}/sessies/${now.id}/deelnames`, { persoonId: person, rol: "gastheer" });
  await partner.step("and is checked in with the code", "POST", `${base}/sessies/${now.id}/aanwezigheden`, { regels: [{ code: hosting.code }] });
  await partner.until("Those minutes are hours in the Tijdbank", `/tijdbank/v1/rekeningen?persoonId=${person}`, ({ items }) => items[0]?.saldoMinuten === 60);
}

async function arrange(partner, activity) {
  const person = await newPerson(partner);
  const { inzagesleutel } = await partner.step("A resident gets a key that nobody else has", "POST", `${base}/personen/${person}/inzagesleutels`);
  const own = { inzagesleutel };
  const arrangement = await partner.step("A guide proposes a leefstijlarrangement", "POST", `${base}/arrangementen`, {
    persoonId: person, doelgroep: "bewoner", gebied: "kanaleneiland", doel: "Twee keer per week de deur uit", activiteitIds: [activity.id],
    vragenlijsten: ["positieve-gezondheid"],
  });
  await partner.step("The resident agrees", "POST", `${base}/arrangementen/${arrangement.id}/versies/1/instemming`, undefined, own);
  await partner.step("It starts", "POST", `${base}/arrangementen/${arrangement.id}/start`);
  await partner.step("The resident wants to see what it does", "PUT", `${base}/personen/${person}/toestemmingen/eigen-inzicht`, { tekstVersie: 1 }, own);
  const { items } = await partner.step("Six questions", "GET", `${base}/vragenlijsten/positieve-gezondheid/versies/1`);
  await partner.step("Six marks, which only the resident can see", "PUT", `${base}/arrangementen/${arrangement.id}/metingen/0`, {
    vragenlijsten: [{ code: "positieve-gezondheid", versie: 1, antwoorden: (items ?? [1, 2, 3, 4, 5, 6]).map((_, index) => ({ vraag: `${index + 1}`, waarde: 5 + (index % 4) })) }],
  }, own);
  await partner.step("The web of six dimensions, with the key", "GET", `${base}/personen/${person}/inzicht`, undefined, own);
  await partner.step("The guide sees that it was done, and no value", "GET", `${base}/arrangementen/${arrangement.id}/meetmomenten`);
}

async function taste(partner, { aanbieder, activity }) {
  const start = new Date(Date.now() + 40 * 24 * 3600 * 1000);
  start.setUTCHours(12, 0, 0, 0);
  const at = (count) => new Date(start.getTime() + count * 60 * 1000).toISOString();
  const proeverij = await partner.step("A proeverij in the neighbourhood", "POST", `${base}/proeverijen`, {
    naam: "Proeverij De Demo", postcode: "3526", locatienaam: "Buurthuis", begintOp: at(0), eindigtOp: at(120), budgetCenten: 50_000,
  });
  const path = `${base}/proeverijen/${proeverij.id}`;
  const act = async (title, noun) => {
    const { etag } = await partner.send("GET", path);
    return partner.step(title, "POST", `${path}/${noun}`, undefined, { "if-match": etag });
  };
  await partner.step("Two rounds, one room", "PUT", `${path}/indeling`, {
    rondes: [{ begintOp: at(0), eindigtOp: at(30) }, { begintOp: at(40), eindigtOp: at(70) }],
    ruimtes: [{ naam: "Grote zaal", capaciteit: 20, rolstoeltoegankelijk: true, soort: "zaal" }],
  }, { "if-match": proeverij.etag });
  const invitation = await partner.step("The aanbieder is invited", "POST", `${path}/uitnodigingen`, { aanbiederId: aanbieder.id, kostenCenten: 7_500 });
  await partner.step("and says yes", "PUT", `${base}/uitnodigingen/${invitation.id}/toezegging`, {
    activiteiten: [{ activiteitId: activity.id, aantalRondes: 2, capaciteit: 12, duurMinuten: 25 }],
  });
  await act("The programme makes itself", "programma/samenstelling");
  await act("is fixed", "programma/vaststelling");
  await act("and registration opens", "openstelling");
  await partner.step("A resident gets a route of their own", "POST", `${path}/routes`, { persoonId: await newPerson(partner), dimensies: ["meedoen"] });
}

export async function walkLifestyle(partner) {
  const offered = await offer(partner);
  await register(partner, offered.activity);
  await host(partner, offered.now);
  await arrange(partner, offered.activity);
  await taste(partner, offered);
  await partner.step("Everybody can put it in their calendar", "GET", `/open/agenda/activiteiten/${offered.activity.id}.ics`);
  await partner.step("and read about it on a page, or as data", "GET", `/open/aanbieders/${offered.aanbieder.id}`, undefined, { accept: "application/json" });
}
