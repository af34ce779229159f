// A hulpvraag is answered, and its hours arrive in the Tijdbank.
export async function walkFirstFlow(partner) {
  const asker = await partner.step("A resident who asks for help", "POST", "/identity/v1/personen", {});
  const helping = await partner.step("A resident who helps", "POST", "/identity/v1/personen", {});
  const helper = await partner.step("The helper is registered in Kanaleneiland", "POST", "/support/v1/helpers", {
    persoonId: helping.id,
    postcode: "3526",
    categorieen: ["boodschappen"],
    straalKilometers: 5,
  });
  // Agreed by phone and registered afterwards, so that it can be confirmed at once.
  const appointmentAt = new Date(Date.now() - 2 * 3600 * 1000).toISOString().slice(0, 19) + "Z";
  const request = await partner.step("A hulpvraag comes in", "POST", "/support/v1/hulpvragen", {
    persoonId: asker.id,
    categorie: "boodschappen",
    omschrijving: "Samen boodschappen doen op de Rijnlaan",
    postcode: "3526",
    urgentie: "normaal",
    duurMinuten: 90,
    begintOp: appointmentAt,
  });
  const candidates = await partner.step("Who could help, and why", "GET", `/support/v1/hulpvragen/${request.id}/kandidaten?limit=3`);
  console.log(`    ${candidates.items.length} candidates; the new helper ${candidates.items.some((one) => one.helperId === helper.id) ? "is" : "is not"} among the first three`);
  const proposal = await partner.step("The helper is asked", "POST", `/support/v1/hulpvragen/${request.id}/voorstellen`, { helperId: helper.id });
  const appointment = await partner.step("The helper says yes", "POST", `/support/v1/voorstellen/${proposal.id}/aanvaarding`, {});
  await partner.step("The helper confirms that it happened", "POST", `/support/v1/afspraken/${appointment.id}/bevestigingen`, {
    rol: "helper", doorgegaan: true, duurMinuten: 90,
  });
  await partner.step("So does the one who asked", "POST", `/support/v1/afspraken/${appointment.id}/bevestigingen`, {
    rol: "hulpvrager", doorgegaan: true, duurMinuten: 90,
  });
  const accounts = await partner.until("The hours reach the Tijdbank", `/tijdbank/v1/rekeningen?persoonId=${helping.id}`,
    (answer) => answer.items.some((account) => account.saldoMinuten === 90));
  await partner.step("The statement of the helper's account", "GET", `/tijdbank/v1/rekeningen/${accounts.items[0].id}/mutaties`);
  await partner.until("Support shows that they were credited", `/support/v1/afspraken/${appointment.id}`, (answer) => answer.bijgeschrevenMinuten === 90);
}
