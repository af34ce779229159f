// The page of an employee: what a code invites to, and what a key belongs to. It keeps nothing: a code or key is in this tab's memory only.
import { teksten } from "./teksten.js";
import { deelnameScherm, inschrijfScherm } from "./deelname.js";
import { scanScherm } from "./scan.js";
import { belangstellingScherm } from "./belangstelling.js";
import { maak, veld } from "./elementen.js";

const scherm = document.getElementById("scherm");
const melding = document.getElementById("melding");
let taal = new URLSearchParams(location.search).get("taal") ?? (navigator.language.startsWith("nl") || !navigator.language.startsWith("en") ? "nl" : "en");
if (!teksten[taal]) taal = "nl";
let huidig = () => codeScherm();

// The code is taken out of the address, so that it does not stay in the history of a computer that others use too.
const meegegeven = decodeURIComponent(location.hash.slice(1));
if (meegegeven) history.replaceState(null, "", location.pathname + location.search);

const app = {
  get t() {
    return teksten[taal];
  },
  get taal() {
    return taal;
  },

  // Shows a screen, says where we are now, and puts the reader there.
  toon(maakScherm) {
    huidig = maakScherm;
    scherm.replaceChildren(...maakScherm());
    const kop = scherm.querySelector("h2");
    if (kop) {
      kop.tabIndex = -1;
      kop.focus();
    }
  },

  zeg(tekst, isFout = false) {
    melding.replaceChildren(tekst ? maak("p", { class: isFout ? "fout" : "" }, tekst) : "");
  },

  // Asks the API; gives the answer, or null after saying what went wrong.
  async vraag(method, pad, headers, body, bijWeigering = {}) {
    app.zeg(app.t.bezig);
    let antwoord;
    try {
      antwoord = await fetch(`/vitaal-werken/v1/medewerkers/${pad}`, {
        method,
        cache: "no-store",
        credentials: "omit",
        headers: { ...headers, ...(body ? { "content-type": "application/json" } : {}) },
        body: body && JSON.stringify(body),
      });
    } catch {
      app.zeg(app.t.storing, true);
      return null;
    }

    if (antwoord.ok) {
      app.zeg("");
      return antwoord.status === 204 ? {} : antwoord.json();
    }

    app.zeg(bijWeigering[antwoord.status] ?? { 403: app.t.codeFout, 404: app.t.codeFout, 429: app.t.teVaak, 409: app.t.kanNiet, 422: app.t.kanNiet }[antwoord.status] ?? app.t.storing, true);
    return null;
  },

  moment(begin, einde) {
    const dag = new Intl.DateTimeFormat(taal, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "Europe/Amsterdam" });
    const tijd = new Intl.DateTimeFormat(taal, { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" });
    return `${dag.format(new Date(begin))}, ${tijd.format(new Date(begin))} – ${tijd.format(new Date(einde))}`;
  },
};

function codeScherm() {
  const invoer = maak("input", { type: "text", id: "code", autocomplete: "off", autocapitalize: "characters", spellcheck: "false", maxlength: "60", "aria-describedby": "code-uitleg" });
  const formulier = maak("form", { onsubmit: (event) => (event.preventDefault(), open(invoer.value)) },
    veld(app.t.code, invoer), maak("p", { id: "code-uitleg" }, app.t.codeUitleg), maak("button", { type: "submit" }, app.t.verder));
  return [formulier];
}

async function open(code) {
  if (!code.trim()) return app.zeg(app.t.codeFout, true);
  // A key has 28 signs, and so has the code of a meeting; a code to use once is shorter.
  const isKort = code.replace(/[\s-]/g, "").length < 28;
  const uitnodiging = await app.vraag("GET", "uitnodiging", { uitnodigingscode: code }, undefined, isKort ? {} : { 404: app.t.bezig });
  if (uitnodiging) return app.toon(() => uitnodigingScherm(uitnodiging, code));
  if (isKort) return undefined;
  return deelnameScherm(app, code);
}

function uitnodigingScherm(uitnodiging, code) {
  if (uitnodiging.inspiratiebijeenkomst) return belangstellingScherm(app, uitnodiging, code);
  if (uitnodiging.medewerkersscan) return scanScherm(app, uitnodiging, code);
  return inschrijfScherm(app, uitnodiging, code);
}

function vertaal() {
  document.documentElement.lang = taal;
  document.title = `${app.t.titel} – GrozUtrecht`;
  for (const element of document.querySelectorAll("[data-tekst]")) element.textContent = app.t[element.dataset.tekst];
  for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", app.t[element.dataset.label]);
  const knop = document.getElementById("taal");
  knop.textContent = app.t.anderetaal;
  knop.lang = taal === "nl" ? "en" : "nl";
}

document.getElementById("taal").addEventListener("click", () => {
  taal = taal === "nl" ? "en" : "nl";
  vertaal();
  app.zeg("");
  scherm.replaceChildren(...huidig());
});

vertaal();
scherm.replaceChildren(...huidig());
if (meegegeven) open(meegegeven);
