// Taking part in a programme: enrolling with a code, and what somebody can do with their own key afterwards.
import { cijfer, maak, veld } from "./elementen.js";

// Crockford's signs: no I, L, O or U, which people mistake for other signs.
const tekens = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const groepen = 7;
const groepLengte = 4;

// The key is made here, so that no answer on its way back can lose it and nobody else ever made it.
function nieuweSleutel() {
  const getallen = crypto.getRandomValues(new Uint8Array(groepen * groepLengte));
  const los = [...getallen].map((getal) => tekens[getal % tekens.length]);
  return Array.from({ length: groepen }, (_, groep) => los.slice(groep * groepLengte, (groep + 1) * groepLengte).join("")).join("-");
}

export function inschrijfScherm(app, uitnodiging, code) {
  return [
    maak("h2", {}, app.t.uitnodiging(uitnodiging.bedrijf)),
    ...uitnodiging.programma.samenvatting.map((zin) => maak("p", {}, zin)),
    maak("button", { type: "button", onclick: () => toonSleutel(app, code, nieuweSleutel()) }, app.t.doeMee),
  ];
}

function toonSleutel(app, code, sleutel) {
  app.toon(() => {
    const bewaard = maak("input", { type: "checkbox", id: "bewaard" });
    const schrijfIn = async (event) => {
      event.preventDefault();
      if (!bewaard.checked) return app.zeg(app.t.eerstBewaren, true);
      if (await app.vraag("PUT", "deelname", { uitnodigingscode: code, deelnamesleutel: sleutel })) await deelnameScherm(app, sleutel, app.t.ingeschreven);
      return undefined;
    };
    return [
      maak("h2", {}, app.t.uwSleutel),
      maak("p", {}, app.t.sleutelUitleg),
      maak("p", { class: "sleutel" }, sleutel),
      maak("form", { onsubmit: schrijfIn }, maak("label", { class: "keuze", for: "bewaard" }, bewaard, app.t.bewaard), maak("button", { type: "submit" }, app.t.schrijfIn)),
    ];
  });
}

export async function deelnameScherm(app, sleutel, melding = "") {
  const deelname = await app.vraag("GET", "deelname", { deelnamesleutel: sleutel });
  if (!deelname) return;
  const doe = async (method, pad, body, gelukt, kopjes = {}, weigering = {}) => {
    if (await app.vraag(method, `deelname/${pad}`, { deelnamesleutel: sleutel, ...kopjes }, body, weigering)) await deelnameScherm(app, sleutel, gelukt);
  };
  app.toon(() => [
    maak("h2", {}, deelname.naam),
    maak("h3", {}, app.t.sessies),
    ...(deelname.sessies.length === 0 ? [maak("p", {}, app.t.geenSessies)] : deelname.sessies.map((sessie, index) => sessieBlok(app, sessie, index, doe))),
    ...deelname.polsmetingen.filter((pols) => pols.isOpen).map((pols) => polsBlok(app, deelname.onderwerpen, pols, doe)),
    ervaringBlok(app, deelname.ervaring, doe),
    stopBlok(app, sleutel),
  ]);
  app.zeg(melding);
}

function sessieBlok(app, sessie, index, doe) {
  const pad = `sessies/${sessie.sessieSleutel}`;
  const blok = maak("section", { "aria-labelledby": `sessie-${index}` },
    maak("h4", { id: `sessie-${index}` }, sessie.titel), maak("p", {}, `${app.moment(sessie.begintOp, sessie.eindigtOp)}, ${sessie.locatie}`));
  const naam = { "aria-describedby": `sessie-${index}` };
  if (sessie.aanwezig) {
    blok.append(maak("p", {}, app.t.erbij));
    return blok;
  }

  if (!sessie.aangemeld) {
    blok.append(maak("button", { type: "button", ...naam, onclick: () => doe("PUT", pad, undefined, app.t.aangemeld, {}, { 409: app.t.vol }) }, app.t.aanmelden));
  } else {
    blok.append(maak("p", {}, app.t.aangemeld), maak("button", { type: "button", class: "zacht", ...naam, onclick: () => doe("DELETE", pad, undefined, app.t.afgemeld) }, app.t.afmelden));
  }

  if (new Date(sessie.begintOp) - Date.now() < 24 * 3600 * 1000) {
    const invoer = maak("input", { type: "text", id: `aanwezig-${index}`, autocomplete: "off", maxlength: "60" });
    const meld = (event) => {
      event.preventDefault();
      doe("PUT", `${pad}/aanwezigheid`, undefined, app.t.erbij, { aanwezigheidscode: invoer.value });
    };
    blok.append(maak("form", { onsubmit: meld }, veld(app.t.aanwezigheidscode, invoer), maak("button", { type: "submit", ...naam }, app.t.ikBenEr)));
  }

  return blok;
}

function polsBlok(app, onderwerpen, pols, doe) {
  const eerder = new Map(pols.antwoorden.map(({ onderwerp, cijfer: getal }) => [onderwerp, getal]));
  const velden = onderwerpen.map((onderwerp) => [onderwerp, cijfer(`pols-${pols.moment}-${onderwerp}`, 0, 10, app.t.kies, eerder.get(onderwerp))]);
  const bewaar = (event) => {
    event.preventDefault();
    const antwoorden = velden.map(([onderwerp, invoer]) => ({ onderwerp, cijfer: Number(invoer.value) }));
    doe("PUT", `polsmetingen/${pols.moment}`, { antwoorden }, app.t.isBewaard);
  };
  return maak("form", { onsubmit: bewaar },
    maak("fieldset", {}, maak("legend", {}, app.t.pols[pols.moment]), maak("p", {}, app.t.polsUitleg), ...velden.map(([onderwerp, invoer]) => veld(app.t.onderwerpen[onderwerp], invoer))),
    maak("button", { type: "submit" }, app.t.bewaar));
}

function ervaringBlok(app, ervaring, doe) {
  const getal = cijfer("ervaring", 1, 10, app.t.kies, ervaring?.cijfer);
  const aanraden = maak("input", { type: "checkbox", id: "aanraden" });
  aanraden.checked = ervaring?.aanraden ?? false;
  const bewaar = (event) => {
    event.preventDefault();
    doe("PUT", "ervaring", { cijfer: Number(getal.value), aanraden: aanraden.checked }, app.t.isBewaard);
  };
  return maak("form", { onsubmit: bewaar },
    maak("fieldset", {}, maak("legend", {}, app.t.ervaring), veld(app.t.ervaringCijfer, getal), maak("label", { class: "keuze", for: "aanraden" }, aanraden, app.t.aanraden)),
    maak("button", { type: "submit" }, app.t.bewaar));
}

function stopBlok(app, sleutel) {
  const blok = maak("section", {});
  const vraag = () => blok.replaceChildren(maak("button", { type: "button", class: "zacht", onclick: bevestig }, app.t.stoppen));
  const wis = async () => {
    if (await app.vraag("DELETE", "deelname", { deelnamesleutel: sleutel })) app.toon(() => [maak("h2", {}, app.t.gewist)]);
  };
  const bevestig = () => {
    const nee = maak("button", { type: "button", class: "zacht", onclick: vraag }, app.t.nee);
    blok.replaceChildren(maak("p", { role: "alert" }, app.t.stoppenZeker), maak("button", { type: "button", onclick: wis }, app.t.jaWis), nee);
    nee.focus();
  };
  vraag();
  return blok;
}
