// What every walk through the API shares: calls through the gateway as a partner makes them, printed as they go, all in one trace.
import { randomBytes, randomUUID } from "node:crypto";
import process from "node:process";

const patienceMilliseconds = 30_000;

// Their answers hold what is kept nowhere else, so they refuse an Idempotency-Key, beside which the answer would be kept.
const keepsNoAnswer = /\/(geheimen|contactinzages|inzagesleutels|agendalinks|leden|uitnodigingslink|inschrijfcodes|codes|versies\/[0-9]+\/instemming)$/;

export const dim = (text) => (process.stdout.isTTY ? `\x1b[2m${text}\x1b[0m` : text);
const indent = (value) => (typeof value === "string" ? value : JSON.stringify(value, null, 2)).split("\n").map((line) => `      ${line}`).join("\n");

export class Refused extends Error {}

// A caller with a client's token; `as` shows whose call it is once there is more than one.
export class Caller {
  constructor(gateway, traceId, as = "") {
    Object.assign(this, { gateway, traceId, as });
  }

  async send(method, path, body, headers = {}) {
    const isForm = body instanceof URLSearchParams;
    const response = await fetch(this.gateway + path, {
      method,
      headers: {
        // Every request continues the same trace, so the whole flow is one picture in the dashboard.
        traceparent: `00-${this.traceId}-${randomBytes(8).toString("hex")}-01`,
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(method === "POST" && this.token && !keepsNoAnswer.test(path) ? { "idempotency-key": randomUUID() } : {}),
        ...(body && !isForm ? { "content-type": "application/json" } : {}),
        ...headers,
      },
      body: isForm || body === undefined ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    const answer = text && isJson ? JSON.parse(text) : text || undefined;
    if (!response.ok) throw new Refused(`${method} ${path} → ${response.status} ${indent(answer ?? {})}`);
    return { status: response.status, answer, etag: response.headers.get("etag") };
  }

  async step(title, method, path, body, headers) {
    console.log(`\n  ${title}`);
    console.log(`    ${this.as}${method} ${path}`);
    if (body) console.log(dim(indent(body)));
    const { status, answer, etag } = await this.send(method, path, body, headers);
    console.log(`    → ${status}`);
    if (answer) console.log(dim(indent(answer)));
    return etag && typeof answer === "object" ? { ...answer, etag } : answer;
  }

  // Asks again until the answer is there: events travel on their own time.
  async until(title, path, isThere) {
    console.log(`\n  ${title}`);
    console.log(`    ${this.as}GET ${path}`);
    const started = Date.now();
    for (;;) {
      const { answer } = await this.send("GET", path);
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

  async logIn(who, { id, secret }) {
    console.log(`\n  A token for ${who}`);
    console.log(`    ${this.as}POST /identity/connect/token   grant_type=client_credentials`);
    const { answer } = await this.send("POST", "/identity/connect/token", new URLSearchParams({ grant_type: "client_credentials" }), {
      authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`,
    });
    console.log(`    → 200, valid for ${answer.expires_in} s, scopes: ${answer.scope}`);
    this.token = answer.access_token;
  }
}
