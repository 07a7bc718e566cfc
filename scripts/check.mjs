// Checks all that can be checked without running it: format, lint, generated files, types.
import { buildQuietly } from './lib/build-parts.mjs';
import { checkNodeVersion } from './lib/check-node-version.mjs';
import { installIfNeeded } from './lib/install-if-needed.mjs';
import { runChecks } from './lib/run-checks.mjs';

checkNodeVersion();
await installIfNeeded();
// What is tested across packages is typed by the SDK as it is shipped.
await buildQuietly({ only: ['sdk'] });
const { failed } = await runChecks();
process.exitCode = failed === 0 ? 0 : 1;
