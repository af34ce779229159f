// An employer and the neighbourhood make work healthier together: what is needed, who can help, a programme, and something in return.
import { randomInt } from "node:crypto";
import { Caller } from "./demo-steps.mjs";

const base = "/vitaal-werken/v1";
const area = "nieuwegein";
const day = (count) => new Date(Date.now() + count * 24 * 3600 * 1000).toISOString().slice(0, 10);
const at = (days, hour) => `${day(days)}T${String(hour).padStart(2, "0")}:00:00Z`;
const digits = (count) => Array.from({ length: count }, () => randomInt(10)).join("");

const partnerOf = (caller) => JSON.parse(Buffer.from(caller.token.split(".")[1], "base64url")).partner_id;

// 140 random bits in Crockford's signs, as the page of an employee makes them.
const newKey = () => Array.from({ length: 28 }, () => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[randomInt(32)]).join("");

// Each side is a partner with a client of its own: the employer never acts for the network, nor for a supplier.
async function join(coordinator, naam, as) {
  const partner = await coordinator.step(`${naam} joins as a partner`, "POST", "/identity/v1/partners", { naam });
  const client = await coordinator.step("with a client of its own", "POST", `/identity/v1/partners/${partner.id}/clients`, {
    naam: "Demo", scopes: ["vitaal-werken:lezen", "vitaal-werken:schrijven", "tijdbank:lezen", "tijdbank:schrijven"],
  });
  // Not shown as a step: the answer holds the secret.
  const { answer } = await coordinator.send("POST", `/identity/v1/clients/${client.clientId}/geheimen`, {});
  const caller = new Caller(coordinator.gateway, coordinator.traceId, `[${as}] `);
  await caller.logIn(naam, { id: client.clientId, secret: answer.geheim ?? answer.clientSecret });
  return caller;
}

// An action on something with the version of it that the caller sees now.
async function act(caller, title, method, path, action, body) {
  const { etag } = await caller.send("GET", path);
  return caller.step(title, method, `${path}/${action}`, body, { "if-match": etag });
}

async function formNetwork(coordinator, company, supplier) {
  await coordinator.step("The programme appoints a coordinator", "PUT", `${base}/vitaliteitsnetwerken/${area}/coordinatoren/${partnerOf(coordinator)}`);
  const leverancier = await supplier.step("A self-employed yoga teacher offers something", "POST", `${base}/leveranciers`, {
    soort: "zzp", naam: "Yoga De Demo", omschrijving: "Rustige lessen op het werk.", postcode: "3431",
  });
  await coordinator.step("takes part", "POST", `${base}/leveranciers/${leverancier.id}/beoordeling`, { doetMee: true });
  const aanbod = await supplier.step("and says what, when, to how many and for what", "POST", `${base}/leveranciers/${leverancier.id}/aanbod`, {
    titel: "Stoelyoga in de lunchpauze", omschrijving: "Een half uur, in gewone kleren.", onderwerp: "stress-en-balans", vorm: "groepsles", duurMinuten: 30,
    groepMinimum: 4, groepMaximum: 20, prijssoort: "euro", prijsCenten: 12_500, gebieden: [area], dagdelen: ["dinsdag-middag", "donderdag-middag"],
  });
  const bedrijf = await company.step("A company is interested", "POST", `${base}/bedrijven`, {
    kvkNummer: digits(8), naam: "Bakkerij De Demo", sector: "detailhandel", grootteklasse: "klein", postcode: "3431",
  });
  await company.step("and becomes a member", "PUT", `${base}/bedrijven/${bedrijf.id}/status`, { status: "lid" }, { "if-match": bedrijf.etag });
  return { leverancier, aanbod, bedrijf };
}

async function inspire(coordinator, employee, { bedrijf, leverancier }) {
  const meeting = await coordinator.step("An inspiration meeting on the shop floor", "POST", `${base}/bedrijven/${bedrijf.id}/inspiratiebijeenkomsten`, {
    plek: "Kantine", begintOp: at(10, 11), eindigtOp: at(10, 12), verwachtAantal: 25,
    onderdelen: [{ titel: "Even op de stoel bewegen", leverancierId: leverancier.id, begintOp: at(10, 11), eindigtOp: at(10, 12) }],
  });
  const { link } = await coordinator.step("A link for all employees together", "POST", `${base}/inspiratiebijeenkomsten/${meeting.id}/uitnodigingslink`);
  const code = new URL(link).hash.slice(1);
  await employee.step("An employee opens it, without a token", "GET", `${base}/medewerkers/uitnodiging`, undefined, { uitnodigingscode: code });
  await employee.step("and says what is of interest", "PUT", `${base}/medewerkers/belangstelling`, { onderwerpen: ["stress-en-balans", "slaap"] }, { uitnodigingscode: code });
}

async function couple(company, supplier, { bedrijf, aanbod }) {
  await company.step("What the employer sees as needed", "PUT", `${base}/bedrijven/${bedrijf.id}/bedrijfsscan`, {
    oordelen: [{ onderwerp: "stress-en-balans", urgentie: 3, gereedheid: 3 }, { onderwerp: "slaap", urgentie: 1, gereedheid: 1 }],
    vormen: ["groepsles"], maximumPrijsCenten: 20_000, groepsgrootte: 12, dagdelen: ["dinsdag-middag"],
  });
  await company.step("The needs in order, with the reasons", "GET", `${base}/bedrijven/${bedrijf.id}/behoefte`);
  await company.step("Who could help, and why", "GET", `${base}/bedrijven/${bedrijf.id}/koppelvoorstellen?limit=2`);
  const koppeling = await company.step("One is proposed", "POST", `${base}/bedrijven/${bedrijf.id}/koppelingen`, {
    aanbodId: aanbod.id, groepsgrootte: 12, periodeVan: day(14), periodeTotEnMet: day(120),
  });
  const path = `${base}/koppelingen/${koppeling.id}`;
  await act(company, "The company says yes", "PUT", path, "instemming", {});
  return act(supplier, "so does the supplier: the koppeling is made", "PUT", path, "instemming", {});
}

async function agree(company, supplier, { bedrijf, leverancier }, koppeling) {
  const programma = await company.step("A programme that fits", "POST", `${base}/bedrijven/${bedrijf.id}/programmas`, {
    naam: "Rust in de bakkerij", doel: "Minder uitval door drukte", beginDatum: day(14), eindDatum: day(70),
  });
  const path = `${base}/programmas/${programma.id}`;
  const sessions = [21, 28].map((days) => ({ begintOp: at(days, 11), eindigtOp: at(days, 12), locatie: "Kantine", capaciteit: 12 }));
  await act(company, "One module with two sessions", "PUT", path, "versies/1", {
    beginDatum: day(14), eindDatum: day(70),
    modules: [{
      koppelingId: koppeling.id, titel: "Stoelyoga", groepMinimum: 4, groepMaximum: 20, sessies: sessions, prijsCenten: 12_500,
      vrijstelling: { arboplicht: "onbekend", opDeWerkplek: "geheel", eigenBijdrage: "nee" },
    }],
  });
  await act(company, "is proposed to everybody whom it concerns", "POST", path, "versies/1/voorstel");
  await act(company, "The company agrees", "POST", path, "versies/1/instemming", {});
  await act(supplier, "so does the supplier: from now on this version holds", "POST", path, "versies/1/instemming", { leverancierId: leverancier.id });
  return path;
}

async function takePart(coordinator, company, employee, path) {
  const { codes } = await coordinator.step("Codes to be drawn like lots; the employer never gets them", "POST", `${path}/inschrijfcodes`, { aantal: 6 });
  const own = { deelnamesleutel: newKey() };
  await employee.step("An employee who drew one enrols under a key of their own", "PUT", `${base}/medewerkers/deelname`, undefined, { uitnodigingscode: codes[0], ...own });
  const seen = await employee.step("and sees the programme", "GET", `${base}/medewerkers/deelname`, undefined, own);
  await employee.step("registers for a session", "PUT", `${base}/medewerkers/deelname/sessies/${seen.sessies[0].sessieSleutel}`, undefined, own);
  await employee.step("and says how it is going", "PUT", `${base}/medewerkers/deelname/polsmetingen/start`, { antwoorden: [{ onderwerp: "stress-en-balans", cijfer: 6 }] }, own);
  for (const code of codes.slice(1)) await employee.send("PUT", `${base}/medewerkers/deelname`, undefined, { uitnodigingscode: code, deelnamesleutel: newKey() });
  await act(company, "The programme starts", "POST", path, "start");
  await company.step("What the employer sees of who takes part: nothing of today, and nothing below five", "GET", `${path}/deelnamestand`);
}

async function giveBack(coordinator, company, { bedrijf }) {
  const fund = await coordinator.step("A neighbourhood keeps a wijkpot", "POST", "/tijdbank/v1/wijkpotten", {
    naam: "Wijkpot De Demo", gebied: area, doel: "Uren voor wie ze nodig heeft",
  });
  const bijdrage = await company.step("The company pledges hours to it", "POST", `${base}/bedrijven/${bedrijf.id}/bijdragen`, {
    soort: "uren", omschrijving: "Klussen in het buurthuis", duurMinuten: 480, wijkpotId: fund.id, ontvangerPartnerId: partnerOf(coordinator),
  });
  const path = `${base}/bijdragen/${bijdrage.id}`;
  await act(company, "delivers them", "POST", path, "levering", {});
  await company.until("The Tijdbank books them and says so", path, ({ boeking }) => boeking?.status === "geboekt" || boeking === "geboekt");
  await act(coordinator, "The receiver confirms", "POST", path, "bevestiging");
  await company.step("What the company gave this year, for its annual report", "GET", `${base}/bedrijven/${bedrijf.id}/bijdragenoverzicht?jaar=${new Date().getUTCFullYear()}`);
}

export async function walkVitaalWerken(coordinator) {
  const company = await join(coordinator, "Bakkerij De Demo", "Bakkerij");
  const supplier = await join(coordinator, "Yoga De Demo", "Yoga");
  const employee = new Caller(coordinator.gateway, coordinator.traceId, "[Medewerker] ");
  const network = await formNetwork(coordinator, company, supplier);
  await inspire(coordinator, employee, network);
  const koppeling = await couple(company, supplier, network);
  await takePart(coordinator, company, employee, await agree(company, supplier, network, koppeling));
  await giveBack(coordinator, company, network);
  await coordinator.step("The board of the network: where it stands, and what to do next", "GET", `${base}/vitaliteitsnetwerken/${area}/bord`);
}
