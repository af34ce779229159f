// Walks the feeds at these addresses from start to last page with OpenActive's own validators, and holds every item against the models.
//   node validate.mjs <activity-list.tsv> <feed address>…        one JSON document on stdout: {feeds: [{url, pages, items, failures: [...]}]}
// Warnings are not failures. Nothing is fetched but the feeds: the activity list is put into the model validator's cache.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { validate } = require('@openactive/data-model-validator');
const { RpdeValidator } = require('@openactive/rpde-validator');

const SCHEME = 'https://openactive.io/activity-list';
const MAXIMUM_PAGES = 50;
const [list, ...feeds] = process.argv.slice(2);

function seededCache() {
  const concept = readFileSync(list, 'utf8').trimEnd().split('\n').slice(1).map((line) => {
    const [identifier, notation, prefLabel] = line.split('\t');
    return { id: `${SCHEME}#${identifier}`, type: 'Concept', identifier, notation, prefLabel };
  });
  const cache = mkdtempSync(join(tmpdir(), 'groz-openactive-'));
  const file = {
    errorCode: 'error_none', statusCode: 200, url: SCHEME, exception: null, contentType: 'application/json', fetchTime: Date.now(),
    data: { '@context': 'https://openactive.io/', id: SCHEME, type: 'ConceptScheme', concept },
  };
  writeFileSync(join(cache, `${createHash('sha256').update(SCHEME).digest('hex')}.json`), JSON.stringify(file));
  return cache;
}

const isFailure = (error) => error.severity === 'failure';
const told = (where, error) => `${where} ${error.path ?? ''} ${error.type}: ${error.message}`;

async function ofPages(url) {
  const log = await RpdeValidator(url, { pageLimit: MAXIMUM_PAGES });
  return log.pages.flatMap((page) => page.errors.map((error) => error.data ?? error).filter(isFailure).map((error) => told(page.url, error)));
}

async function ofItems(url, cache) {
  const failures = [];
  let [page, pages, items, next] = [null, 0, 0, url];
  do {
    page = await (await fetch(next)).json();
    pages += 1;
    next = page.next;
    for (const item of page.items.filter(({ state }) => state === 'updated')) {
      items += 1;
      const errors = await validate(item.data, {
        loadRemoteJson: true, remoteJsonCachePath: cache, remoteJsonCacheTimeToLive: 3600, validationMode: 'RPDEFeed',
      });
      failures.push(...errors.filter(isFailure).map((error) => told(item.id, error)));
    }
  } while (page.items.length > 0 && pages < MAXIMUM_PAGES);
  return { pages, items, failures };
}

const cache = seededCache();
const results = [];
for (const url of feeds) {
  const walked = await ofPages(url);
  const { pages, items, failures } = await ofItems(url, cache);
  results.push({ url, pages, items, failures: [...walked, ...failures] });
}
rmSync(cache, { recursive: true });
console.log(JSON.stringify({ feeds: results }));
