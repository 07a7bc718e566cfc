// Installs and builds what is missing, then checks and tests everything. The last line is `N passed, N failed`.
// `--integration` runs only what touches the database, on the server of TEST_MONGODB_URI, and compares the embedded
// database with that server.
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { buildQuietly } from './lib/build-parts.mjs';
import { checkNodeVersion } from './lib/check-node-version.mjs';
import { findChromium } from './lib/find-chromium.mjs';
import { installIfNeeded } from './lib/install-if-needed.mjs';
import { cacheFolder, root } from './lib/paths.mjs';
import { runChecks } from './lib/run-checks.mjs';
import { runCommand } from './lib/run-command.mjs';

const integration = process.argv.includes('--integration');
const integrationTests = [
  'packages/api/',
  'packages/embedded-mongo/test/differential/',
  'test/story',
  'test/anthropic',
];
const report = path.join(cacheFolder, 'test-report.json');

/** Counts what a vitest report holds; a file that could not even be loaded is a failure too. */
function count(summary, exitCode) {
  const broken = summary.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = summary.numFailedTests + broken.length;
  return {
    passed: summary.numPassedTests,
    // An error outside of every test fails the run without being in the numbers.
    failed: exitCode !== 0 && failed === 0 ? 1 : failed,
    skipped: summary.numPendingTests + summary.numTodoTests,
  };
}

async function runTests(chromiumPath) {
  await mkdir(cacheFolder, { recursive: true });
  await rm(report, { force: true });
  const files = integration ? integrationTests.map((place) => path.join(root, place)) : [];
  const reporters = ['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`];
  const { code } = await runCommand(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', ...files, ...reporters],
    {
      env: {
        ...process.env,
        CHROMIUM_PATH: chromiumPath,
        ...(integration ? { REALDB_URI: process.env.TEST_MONGODB_URI } : {}),
      },
      inherit: true,
    },
  );
  const summary = await readFile(report, 'utf8').then(JSON.parse, () => null);
  return summary ? count(summary, code) : { passed: 0, failed: 1, skipped: 0 };
}

async function main() {
  await installIfNeeded();
  const chromiumPath = await findChromium();
  await buildQuietly();
  // A check that fails counts as one failure; the passed ones are not tests and are not counted.
  const checks = integration ? { failed: 0 } : await runChecks();
  const tests = await runTests(chromiumPath);
  return { ...tests, failed: tests.failed + checks.failed };
}

checkNodeVersion();
const { passed, failed, skipped } = await main().catch((error) => {
  console.error(error.message);
  return { passed: 0, failed: 1, skipped: 0 };
});
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
