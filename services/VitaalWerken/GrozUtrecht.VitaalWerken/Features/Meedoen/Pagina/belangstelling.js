// What an inspiration meeting is, and what somebody would like to know more about.
import { keuzes, maak } from "./elementen.js";

const meesteKeuzes = 5;

export function belangstellingScherm(app, uitnodiging, code) {
  const { plek, begintOp, eindigtOp, onderdelen } = uitnodiging.inspiratiebijeenkomst;
  const onderwerpen = keuzes(app.t.belangstelling, Object.entries(app.t.onderwerpen));
  const verstuur = async (event) => {
    event.preventDefault();
    const gekozen = onderwerpen.gekozen();
    if (gekozen.length === 0) return app.zeg(app.t.kiesEen, true);
    if (gekozen.length > meesteKeuzes) return app.zeg(app.t.kiesMinder(meesteKeuzes), true);
    if (await app.vraag("PUT", "belangstelling", { uitnodigingscode: code }, { onderwerpen: gekozen })) app.toon(() => [maak("h2", {}, app.t.dank)]);
    return undefined;
  };
  return [
    maak("h2", {}, app.t.bijeenkomst(uitnodiging.bedrijf)),
    maak("p", {}, `${app.t.wanneer}: ${app.moment(begintOp, eindigtOp)}`),
    maak("p", {}, `${app.t.waar}: ${plek}`),
    maak("h3", {}, app.t.programma),
    maak("ul", {}, ...onderdelen.map((deel) => maak("li", {}, `${app.moment(deel.begintOp, deel.eindigtOp)}: ${deel.titel} (${deel.spreker})`))),
    maak("form", { onsubmit: verstuur }, maak("p", {}, app.t.kiesTotVijf), onderwerpen.element, maak("button", { type: "submit" }, app.t.verstuur)),
  ];
}
