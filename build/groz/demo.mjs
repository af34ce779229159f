// Walks a flow as a partner organisation would: only through the gateway, only with the development client.
//   demo.mjs <status as JSON> [lifestyle|support|tijdbank|vitaal-werken]
import { randomBytes } from "node:crypto";
import process from "node:process";
import { walkFirstFlow } from "./demo-first-flow.mjs";
import { walkLifestyle } from "./demo-lifestyle.mjs";
import { Caller, Refused } from "./demo-steps.mjs";
import { walkSupport } from "./demo-support.mjs";
import { walkTijdbank } from "./demo-tijdbank.mjs";
import { walkVitaalWerken } from "./demo-vitaal-werken.mjs";

const walks = {
  "": { walk: walkFirstFlow, summary: "hulpvraag → match → uren → Tijdbank" },
  lifestyle: { walk: walkLifestyle, summary: "aanbod → aanmelding → wachtlijst → gastheer → arrangement → eigen inzicht → proeverij → open data" },
  support: { walk: walkSupport, summary: "buurt → vragen → matchingronde → contact → buurtassistent → signaal → sociale kaart" },
  tijdbank: { walk: walkTijdbank, summary: "uren → bevestiging → gift → ruil → overzicht → controle" },
  "vitaal-werken": { walk: walkVitaalWerken, summary: "netwerk → inspiratie → behoefte → koppeling → programma → deelname → bijdrage → netwerkbord" },
};
const { addresses, developmentClient } = JSON.parse(process.argv[2]);
const chosen = walks[process.argv[3] ?? ""];
if (!chosen) {
  console.error(`\n  ✗ there is no demo '${process.argv[3]}'\n    → ./groz demo, ./groz demo lifestyle, ./groz demo support, ./groz demo tijdbank or ./groz demo vitaal-werken`);
  process.exit(2);
}

try {
  const partner = new Caller(addresses.gateway, randomBytes(16).toString("hex"));
  await partner.logIn("the development partner", developmentClient);
  await chosen.walk(partner);
  const dashboard = addresses.dashboard ? `${addresses.dashboard}/traces/detail/${partner.traceId}` : undefined;
  console.log(`\n  ✓ ${chosen.summary}\n`);
  console.log(`  The whole flow in one trace: ${dashboard ?? partner.traceId}`);
  if (dashboard) console.log(`  (log in first: ${addresses.dashboardLogin})`);
} catch (error) {
  const reason = error instanceof Refused ? error.message : `the gateway at ${addresses.gateway} does not answer (${error.cause?.code ?? error.message})\n    → ./groz status`;
  console.error(`\n  ✗ ${reason}`);
  process.exit(1);
}
