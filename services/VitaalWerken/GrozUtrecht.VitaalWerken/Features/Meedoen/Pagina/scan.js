// The scan of employees: a mark for each subject, and what somebody would like most.
import { cijfer, keuzes, maak, veld } from "./elementen.js";

const meesteWensen = 3;

export function scanScherm(app, uitnodiging, code) {
  const { groepen, vragen } = uitnodiging.medewerkersscan;
  const groep = groepen.length === 0 ? null : maak("select", { id: "groep", required: true }, maak("option", { value: "" }, app.t.kies), ...groepen.map((naam) => maak("option", { value: naam }, naam)));
  // The questions are Dutch; in English the subject says enough.
  const cijfers = vragen.map(({ onderwerp, vraag }) => [onderwerp, app.taal === "nl" ? vraag : app.t.onderwerpen[onderwerp], cijfer(`cijfer-${onderwerp}`, 0, 10, app.t.kies)]);
  const wensen = keuzes(app.t.top, vragen.map(({ onderwerp }) => [onderwerp, app.t.onderwerpen[onderwerp]]));
  const verstuur = async (event) => {
    event.preventDefault();
    if (wensen.gekozen().length > meesteWensen) return app.zeg(app.t.kiesMinder(meesteWensen), true);
    const body = {
      cijfers: cijfers.map(([onderwerp, , invoer]) => ({ onderwerp, cijfer: Number(invoer.value) })),
      wensen: wensen.gekozen(),
      ...(groep ? { groep: groep.value } : {}),
    };
    if (await app.vraag("PUT", "scan", { uitnodigingscode: code }, body)) app.toon(() => [maak("h2", {}, app.t.dank)]);
    return undefined;
  };
  return [
    maak("h2", {}, app.t.scan(uitnodiging.bedrijf)),
    maak("p", {}, app.t.scanUitleg),
    maak("form", { onsubmit: verstuur }, ...(groep ? [veld(app.t.groep, groep)] : []), ...cijfers.map(([, tekst, invoer]) => veld(tekst, invoer)), wensen.element,
      maak("button", { type: "submit" }, app.t.verstuur)),
  ];
}
