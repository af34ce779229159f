// Adds up the test runs of a directory of .trx files and closes with the line that people and CI read.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const [directory, someRunFailed] = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };

for (const file of readdirSync(directory).filter((name) => name.endsWith(".trx"))) {
  const counters = /<Counters ([^>]*)>/.exec(readFileSync(join(directory, file), "utf8"))?.[1] ?? "";
  const count = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(counters)?.[1] ?? 0);
  total.passed += count("passed");
  total.failed += count("failed") + count("error") + count("timeout") + count("aborted");
  total.skipped += count("total") - count("executed");
}

// A test process that died reports no failed test of its own, yet the run did not pass.
if (someRunFailed === "yes" && total.failed === 0) total.failed = 1;

console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ""}`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
