// Hours are logged, confirmed by the other side, given and exchanged; the ledger is computed anew at the end.
import { Caller } from "./demo-steps.mjs";

const day = (offset) => new Date(Date.now() + offset * 24 * 3600 * 1000).toISOString().slice(0, 10);

// The organisation that somebody works for: another partner with a client of its own, because nobody confirms their own hours.
async function registerBuurthuis(partner) {
  const organisation = await partner.step("Another organisation joins", "POST", "/identity/v1/partners", { naam: "Buurthuis De Brug" });
  const client = await partner.step("It gets a client of its own", "POST", `/identity/v1/partners/${organisation.id}/clients`, {
    naam: "Urenregistratie", scopes: ["tijdbank:lezen", "tijdbank:schrijven"],
  });
  // Not shown as a step: the answer holds the secret.
  const { answer } = await partner.send("POST", `/identity/v1/clients/${client.clientId}/geheimen`, {});
  const buurthuis = new Caller(partner.gateway, partner.traceId, "[Buurthuis] ");
  await buurthuis.logIn("Buurthuis De Brug", { id: client.clientId, secret: answer.geheim ?? answer.clientSecret });
  return { organisation, buurthuis };
}

async function openAccount(partner, who) {
  const person = await partner.step(`${who}, a resident`, "POST", "/identity/v1/personen", {});
  const account = await partner.step(`An account for ${who}`, "POST", "/tijdbank/v1/rekeningen", { persoonId: person.id });
  return { person, account };
}

async function exchange(partner, giver, taker) {
  const ad = await partner.step("The second resident offers something", "POST", "/tijdbank/v1/advertenties", {
    rekeningId: giver.account.id,
    richting: "aanbod",
    soort: "dienst",
    inhoud: {
      titel: "Fietsband plakken", omschrijving: "Bij u in de straat, met eigen gereedschap.", categorie: "huis-en-klussen",
      postcode: "3526", prijsMinuten: 30, prijsPer: "stuk", geldigTotDatum: day(30),
    },
  });
  await partner.step("It is found by words and distance", "GET", "/tijdbank/v1/advertenties?zoek=fietsband&postcode=3527&straalKm=5&limit=1");
  let order = await partner.step("The first one orders it: the minutes are held", "POST", "/tijdbank/v1/bestellingen", {
    advertentieId: ad.id, rekeningId: taker.account.id, aantal: 1,
  });
  for (const [title, action] of [["Accepted", "aanvaarding"], ["Delivered", "levering"], ["Confirmed: the minutes move", "bevestiging"]]) {
    order = await partner.step(title, "POST", `/tijdbank/v1/bestellingen/${order.id}/${action}`, undefined, { "if-match": order.etag });
  }
}

export async function walkTijdbank(partner) {
  const { organisation, buurthuis } = await registerBuurthuis(partner);
  const first = await openAccount(partner, "The first");
  const second = await openAccount(partner, "The second");
  const hours = await partner.step("The first worked for the buurthuis yesterday", "POST", "/tijdbank/v1/urenregistraties", {
    persoonId: first.person.id, urenSoort: "vrijwilligerswerk", uitgevoerdDatum: day(-1), duurMinuten: 120,
    omschrijving: "Koffieochtend", voorPartnerId: organisation.id,
  });
  await buurthuis.step("The buurthuis confirms it", "POST", `/tijdbank/v1/urenregistraties/${hours.id}/bevestiging`);
  const fund = await buurthuis.step("It keeps a wijkpot", "POST", "/tijdbank/v1/wijkpotten", {
    naam: "Wijkpot Kanaleneiland", gebied: "kanaleneiland", doel: "Uren voor wie ze nodig heeft",
  });
  await partner.step("The first gives half an hour to it", "POST", "/tijdbank/v1/giften", {
    vanRekeningId: first.account.id, naar: { wijkpotId: fund.id }, duurMinuten: 30,
  });
  await exchange(partner, second, first);
  await partner.step("The statement, as a spreadsheet", "GET", `/tijdbank/v1/rekeningen/${first.account.id}/overzichten?van=${day(-1)}&tot=${day(1)}&formaat=csv`);
  await partner.step("An auditor computes the whole ledger anew", "GET", "/tijdbank/v1/grootboek/controle");
}
