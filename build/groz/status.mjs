// Reads what the AppHost wrote to its status directory: waits until all is healthy, shows it to people, or gives it to scripts.
//   status.mjs wait|wait-quietly <directory> <apphost pid> <timeout seconds>
//   status.mjs show <directory> <client secret file> [--json]
//   status.mjs connections <directory>
import { existsSync, readFileSync, watch } from "node:fs";
import { join } from "node:path";
import process from "node:process";

const reasonMilliseconds = 3_000;
const developmentClient = "ontwikkel-partner";
const [command, directory, ...rest] = process.argv.slice(2);

const read = (file) => (existsSync(join(directory, file)) ? readFileSync(join(directory, file), "utf8") : "");

const resources = () => JSON.parse(read("status.json") || "[]").filter((resource) => resource.type !== "Parameter");

const isMigrator = (resource) => resource.name.endsWith("-migrate");

const isReady = (resource) =>
  isMigrator(resource)
    ? resource.state === "Finished" || (resource.state === "Exited" && resource.exitCode === 0)
    : resource.state === "Running" && (resource.health === "Healthy" || resource.health === null || resource.health === undefined);

const hasFailed = (resource) =>
  ["FailedToStart", "RuntimeUnhealthy"].includes(resource.state) ||
  (["Exited", "Finished"].includes(resource.state) && (isMigrator(resource) ? Boolean(resource.exitCode) : true));

const loginLink = () => /https?:\/\/\S+\/login\?t=\S+/.exec(read("apphost.log"))?.[0];

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

function endOfLog(name, lines = 5) {
  // A stack trace is for who opens the log; here stands what went wrong.
  const text = read(`${name}.log`).split("\n").filter((line) => line.trim() && !/^\s+at /.test(line));
  return text.slice(-lines).map((line) => `    | ${line}`).join("\n");
}

// Resolves when every resource is ready; says each one as it becomes so.
function wait(pid, timeoutSeconds, say) {
  const started = Date.now();
  const ready = new Set();
  let failedSince;
  return new Promise((resolve, reject) => {
    const look = () => {
      const seconds = (Date.now() - started) / 1000;
      const known = resources();
      for (const resource of known.filter((one) => isReady(one) && !ready.has(one.name))) {
        ready.add(resource.name);
        say(`  ✓ ${resource.name.padEnd(52)} ${seconds.toFixed(1).padStart(6)} s`);
      }

      const failed = known.find(hasFailed);
      if (failed) {
        failedSince ??= Date.now();
        // The reason reaches the resource's log a moment after its state.
        if (!read(`${failed.name}.log`) && Date.now() - failedSince < reasonMilliseconds) return;
        reject(new Error(`${failed.name} ${failed.state}${failed.exitCode ? ` (exit code ${failed.exitCode})` : ""}\n${endOfLog(failed.name)}\n    → ./groz logs ${failed.name}`));
      } else if (known.length > 0 && known.every(isReady) && /Distributed application started/.test(read("apphost.log"))) {
        resolve(seconds);
      } else if (!isAlive(pid)) {
        reject(new Error(`the AppHost stopped\n${endOfLog("apphost")}`));
      } else if (seconds > timeoutSeconds) {
        const waiting = known.filter((one) => !isReady(one)).map((one) => `${one.name} (${one.state ?? "not started"})`);
        reject(new Error(`not healthy within ${timeoutSeconds} s: ${waiting.join(", ")}\n    → ./groz logs <resource>`));
      } else {
        return;
      }

      clearInterval(net);
      watcher.close();
    };
    const watcher = watch(directory, look);
    const net = setInterval(look, 500);
    look();
  });
}

function snapshot(secretFile) {
  const gateway = resources().find((resource) => resource.name === "gateway")?.addresses?.[0];
  const link = loginLink();
  return {
    running: true,
    resources: resources(),
    addresses: {
      dashboard: link ? new URL(link).origin : undefined,
      dashboardLogin: link,
      gateway,
      apiDocs: gateway && `${gateway}/docs`,
    },
    developmentClient: { id: developmentClient, secret: readFileSync(secretFile, "utf8").trim() },
  };
}

function table({ resources: rows, addresses, developmentClient: client }) {
  const shown = rows.map((row) => [row.name, row.state ?? "…", row.health ?? "", (row.addresses ?? []).join(" ")]);
  const widths = [0, 1, 2].map((column) => Math.max(8, ...shown.map((row) => row[column].length)));
  const line = (row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd()}`;
  return [
    "",
    line(["resource", "state", "health", "address"]),
    ...shown.map(line),
    "",
    `  Dashboard   ${addresses.dashboardLogin ?? "(starting)"}`,
    `  Gateway     ${addresses.gateway ?? "(starting)"}`,
    `  API docs    ${addresses.apiDocs ?? "(starting)"}`,
    `  Partner     client id ${client.id}, secret ${client.secret}`,
    `              first call: see README.md, or ./groz demo`,
  ].join("\n");
}

switch (command) {
  case "wait":
  case "wait-quietly": {
    const [pid, timeoutSeconds] = rest.map(Number);
    try {
      const seconds = await wait(pid, timeoutSeconds, command === "wait" ? console.log : () => {});
      if (command === "wait") console.log(`  ✓ ${"all healthy".padEnd(52)} ${seconds.toFixed(1).padStart(6)} s`);
    } catch (error) {
      console.error(`  ✗ ${error.message}`);
      process.exit(1);
    }
    break;
  }
  case "show": {
    const [secretFile, format] = rest;
    const status = snapshot(secretFile);
    console.log(format === "--json" ? JSON.stringify(status, null, 2) : table(status));
    break;
  }
  case "connections":
    for (const { name, connectionString } of resources()) {
      if (connectionString) console.log(`ConnectionStrings__${name}=${connectionString}`);
    }
    break;
  default:
    console.error(`status.mjs does not know '${command}'`);
    process.exit(2);
}
