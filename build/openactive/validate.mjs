// Walks the feeds that a dataset page names, from start to last page, with OpenActive's own validators, and holds every item and the
// dataset itself against the models.
//   node validate.mjs <activity-list.tsv> <address of the dataset page>        on stdout: {dataset: [failure…], feeds: [{url, pages, items, failures}]}
// Warnings are not failures. Nothing is fetched but page and feeds: the activity list is put into the model validator's cache.
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
const [list, page] = process.argv.slice(2);

function seededCache() {
  const concept = readFileSync(list, 'utf8').trimEnd().split('\n').slice(1).map((line) => {
    const [identifier, notation, prefLabel] = line.split('\t');
    return { id: `${SCHEME}#${identifier}`, type: 'Concept', identifier, notation, prefLabel };
  });
  const cache = mkdtempSync(join(tmpdir(), 'groz-openactive-'));
  const put = (url, data) => writeFileSync(
    join(cache, `${createHash('sha256').update(url).digest('hex')}.json`),
    JSON.stringify({ errorCode: 'error_none', statusCode: 200, url, exception: null, contentType: 'application/json', fetchTime: Date.now(), data }),
  );
  put(SCHEME, { '@context': 'https://openactive.io/', id: SCHEME, type: 'ConceptScheme', concept });
  // The dataset names this context too; what it means is in the models already.
  put('https://schema.org/', { '@context': {} });
  return cache;
}

const isFailure = (error) => error.severity === 'failure';
const told = (where, error) => `${where} ${error.path ?? ''} ${error.type}: ${error.message}`;

async function ofModel(where, data, cache, validationMode) {
  const errors = await validate(data, { loadRemoteJson: true, remoteJsonCachePath: cache, remoteJsonCacheTimeToLive: 3600, validationMode });
  return errors.filter(isFailure).map((error) => told(where, error));
}

// As a crawler does it: the page is HTML, and the first block of linked data in it is the dataset.
async function datasetOf(url) {
  const html = await (await fetch(url, { headers: { Accept: 'text/html' } })).text();
  return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)[1]);
}

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
      failures.push(...await ofModel(item.id, item.data, cache, 'RPDEFeed'));
    }
  } while (page.items.length > 0 && pages < MAXIMUM_PAGES);
  return { pages, items, failures };
}

const cache = seededCache();
const dataset = await datasetOf(page);
const results = [];
for (const { contentUrl: url } of dataset.distribution) {
  const walked = await ofPages(url);
  const { pages, items, failures } = await ofItems(url, cache);
  results.push({ url, pages, items, failures: [...walked, ...failures] });
}
const failures = await ofModel(page, dataset, cache);
rmSync(cache, { recursive: true });
console.log(JSON.stringify({ dataset: failures, feeds: results }));
