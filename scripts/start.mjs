// Starts the whole product with nothing but Node: database, API, worker, dashboard and a demo dealership.
// `--watch` rebuilds and restarts on change.
import { buildQuietly } from './lib/build-parts.mjs';
import { checkNodeVersion } from './lib/check-node-version.mjs';
import { installIfNeeded } from './lib/install-if-needed.mjs';
import { Product } from './lib/product.mjs';
import { readSettings } from './lib/read-settings.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const parentCheckMs = 1000;
const watching = process.argv.includes('--watch');

checkNodeVersion();
// A terminal that is gone must not keep this process from stopping what it started.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

let product = null;
let stopping = false;

async function stop(exitCode, words) {
  if (stopping) return;
  stopping = true;
  if (words) console.log(words);
  await product?.stop();
  process.exit(exitCode);
}

function onSignal() {
  if (stopping) {
    product?.kill();
    process.exit(1);
  }
  stop(0, '\nStopping …');
}

function onDeath(child, how) {
  if (stopping) return;
  console.error(`\nThe ${child.name} ended by itself (${how}). The last it said:\n${child.lastLines}`);
  // While somebody works on it, the next change may mend it.
  if (watching && child.name === 'API') return;
  stop(1);
}

/** npm hands on signals, but not its own death. */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(0), parentCheckMs).unref();
}

function printAddresses({ demoLogin }) {
  const { url, dataFolder } = product;
  const lines = [
    ['Dashboard', `${url}/app/`],
    ...(demoLogin
      ? [
          ['', `${demoLogin.email} · ${demoLogin.password}`],
          ['Demo site', `${url}/demo/`],
        ]
      : []),
    ['API reference', `${url}/docs`],
    ['API', `${url}/v1`],
    ['Data', dataFolder],
  ];
  console.log(`\n  Norvalt is running\n`);
  for (const [name, value] of lines) console.log(`  ${name.padEnd(15)}${value}`);
  console.log('\n  Ctrl-C stops everything; the data stay.\n');
}

async function restartApi() {
  if (stopping) return;
  const problem = await product.restartApi().then(
    () => null,
    (error) => error,
  );
  console.log(problem === null ? 'The API has started again' : 'Waiting for the next change');
}

async function main() {
  await installIfNeeded();
  await buildQuietly();
  if (stopping) return;
  product = new Product(await readSettings(), onDeath);
  printAddresses(await product.start());
  if (watching) {
    const { watchSources } = await import('./lib/watch-sources.mjs');
    watchSources(restartApi);
  }
}

for (const signal of signals) process.on(signal, onSignal);
stopWithNpm();
await main().catch((error) => {
  if (stopping) return;
  console.error(`\n${error.message}`);
  stop(1);
});
