// Elements without a framework; text is only ever set as text.
export function maak(naam, kenmerken = {}, ...kinderen) {
  const element = document.createElement(naam);
  for (const [kenmerk, waarde] of Object.entries(kenmerken)) {
    if (kenmerk.startsWith("on")) element.addEventListener(kenmerk.slice(2), waarde);
    else if (waarde === true) element.setAttribute(kenmerk, "");
    else if (waarde !== false && waarde !== "") element.setAttribute(kenmerk, waarde);
  }

  element.append(...kinderen);
  return element;
}

export const veld = (tekst, invoer) => maak("div", {}, maak("label", { for: invoer.id }, tekst), invoer);

// A group of checkboxes; `gekozen` reads which are ticked.
export function keuzes(legenda, opties) {
  const invoer = opties.map(([waarde, tekst], index) => {
    const vak = maak("input", { type: "checkbox", value: waarde, id: `keuze-${index}` });
    return [vak, maak("label", { class: "keuze", for: vak.id }, vak, tekst)];
  });
  return {
    element: maak("fieldset", {}, maak("legend", {}, legenda), ...invoer.map(([, label]) => label)),
    gekozen: () => invoer.filter(([vak]) => vak.checked).map(([vak]) => vak.value),
  };
}

// A list of numbers to choose from; empty until somebody chose.
export function cijfer(id, van, tot, kies, waarde) {
  const lijst = maak("select", { id, required: true }, maak("option", { value: "" }, kies));
  for (let getal = van; getal <= tot; getal += 1) lijst.append(maak("option", { value: String(getal), selected: getal === waarde }, String(getal)));
  return lijst;
}
