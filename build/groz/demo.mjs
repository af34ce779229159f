// Walks the first flow as a partner organisation would: only through the gateway, only with the development client.
//   demo.mjs <status as JSON>
import { randomBytes, randomUUID } from "node:crypto";
import process from "node:process";

const { addresses, developmentClient } = JSON.parse(process.argv[2]);
const traceId = randomBytes(16).toString("hex");
const patienceMilliseconds = 30_000;
let token;

const dim = (text) => (process.stdout.isTTY ? `\x1b[2m${text}\x1b[0m` : text);
const indent = (value) => JSON.stringify(value, null, 2).split("\n").map((line) => `      ${line}`).join("\n");

class Refused extends Error {}

async function send(method, path, body, headers = {}) {
  const response = await fetch(addresses.gateway + path, {
    method,
    headers: {
      // Every request continues the same trace, so the whole flow is one picture in the dashboard.
      traceparent: `00-${traceId}-${randomBytes(8).toString("hex")}-01`,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(method === "POST" && token ? { "idempotency-key": randomUUID() } : {}),
      ...(body && !(body instanceof URLSearchParams) ? { "content-type": "application/json" } : {}),
      ...headers,
    },
    body: body instanceof URLSearchParams || body === undefined ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const answer = text ? JSON.parse(text) : undefined;
  if (!response.ok) throw new Refused(`${method} ${path} → ${response.status} ${indent(answer ?? {})}`);
  return { status: response.status, answer };
}

async function step(title, method, path, body) {
  console.log(`\n  ${title}`);
  console.log(`    ${method} ${path}`);
  if (body && !(body instanceof URLSearchParams)) console.log(dim(indent(body)));
  const { status, answer } = await send(method, path, body);
  console.log(`    → ${status}`);
  if (answer) console.log(dim(indent(answer)));
  return answer;
}

async function getToken() {
  console.log("\n  A token for the development partner");
  console.log("    POST /identity/connect/token   grant_type=client_credentials");
  const { answer } = await send("POST", "/identity/connect/token", new URLSearchParams({ grant_type: "client_credentials" }), {
    authorization: `Basic ${Buffer.from(`${developmentClient.id}:${developmentClient.secret}`).toString("base64")}`,
  });
  console.log(`    → 200, valid for ${answer.expires_in} s, scopes: ${answer.scope}`);
  return answer.access_token;
}

// Asks again until the answer is there: events travel on their own time.
async function until(title, path, isThere) {
  console.log(`\n  ${title}`);
  console.log(`    GET ${path}`);
  const started = Date.now();
  for (;;) {
    const { answer } = await send("GET", path);
    if (isThere(answer)) {
      console.log(`    → 200, after ${Date.now() - started} ms`);
      console.log(dim(indent(answer)));
      return answer;
    }

    if (Date.now() - started > patienceMilliseconds) {
      throw new Refused(`${path} did not show it within ${patienceMilliseconds / 1000} s; look at the trace, and at ./groz logs tijdbank`);
    }

    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function walk() {
  token = await getToken();
  const asker = await step("A resident who asks for help", "POST", "/identity/v1/personen", {});
  const helping = await step("A resident who helps", "POST", "/identity/v1/personen", {});
  const helper = await step("The helper is registered in Kanaleneiland", "POST", "/support/v1/helpers", {
    persoonId: helping.id,
    postcode: "3526",
    categorieen: ["boodschappen"],
    straalKilometers: 5,
  });
  // Agreed by phone and registered afterwards, so that it can be confirmed at once.
  const appointmentAt = new Date(Date.now() - 2 * 3600 * 1000).toISOString().slice(0, 19) + "Z";
  const request = await step("A hulpvraag comes in", "POST", "/support/v1/hulpvragen", {
    persoonId: asker.id,
    categorie: "boodschappen",
    omschrijving: "Samen boodschappen doen op de Rijnlaan",
    postcode: "3526",
    urgentie: "normaal",
    duurMinuten: 90,
    begintOp: appointmentAt,
  });
  const candidates = await step("Who could help, and why", "GET", `/support/v1/hulpvragen/${request.id}/kandidaten?limit=3`);
  console.log(`    ${candidates.items.length} candidates; the new helper ${candidates.items.some((one) => one.helperId === helper.id) ? "is" : "is not"} among the first three`);
  const proposal = await step("The helper is asked", "POST", `/support/v1/hulpvragen/${request.id}/voorstellen`, { helperId: helper.id });
  const appointment = await step("The helper says yes", "POST", `/support/v1/voorstellen/${proposal.id}/aanvaarding`, {});
  await step("The helper confirms that it happened", "POST", `/support/v1/afspraken/${appointment.id}/bevestigingen`, {
    rol: "helper", doorgegaan: true, duurMinuten: 90,
  });
  await step("So does the one who asked", "POST", `/support/v1/afspraken/${appointment.id}/bevestigingen`, {
    rol: "hulpvrager", doorgegaan: true, duurMinuten: 90,
  });
  const accounts = await until("The hours reach the Tijdbank", `/tijdbank/v1/rekeningen?persoonId=${helping.id}`,
    (answer) => answer.items.some((account) => account.saldoMinuten === 90));
  await step("The statement of the helper's account", "GET", `/tijdbank/v1/rekeningen/${accounts.items[0].id}/mutaties`);
  await until("Support shows that they were credited", `/support/v1/afspraken/${appointment.id}`, (answer) => answer.bijgeschrevenMinuten === 90);
}

try {
  await walk();
  const dashboard = addresses.dashboard ? `${addresses.dashboard}/traces/detail/${traceId}` : undefined;
  console.log(`\n  ✓ hulpvraag → match → uren → Tijdbank\n`);
  console.log(`  The whole flow in one trace: ${dashboard ?? traceId}`);
  if (dashboard) console.log(`  (log in first: ${addresses.dashboardLogin})`);
} catch (error) {
  const reason = error instanceof Refused ? error.message : `the gateway at ${addresses.gateway} does not answer (${error.cause?.code ?? error.message})\n    → ./groz status`;
  console.error(`\n  ✗ ${reason}`);
  process.exit(1);
}
