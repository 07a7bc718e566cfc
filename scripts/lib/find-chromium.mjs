import { existsSync } from 'node:fs';
import { runCommand } from './run-command.mjs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function findInstalled() {
  return [process.env.CHROMIUM_PATH, ...usualPlaces].find((place) => place && existsSync(place)) ?? null;
}

/**
 * Finds a Chromium for the browser tests; as root on Debian it installs one where there is none.
 * @throws Error that says what to do
 */
export async function findChromium() {
  const found = findInstalled();
  if (found) return found;
  const canInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (canInstall) {
    process.stdout.write('Installing Chromium … ');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
      const { code, output } = await runCommand('apt-get', args, { env });
      if (code !== 0) throw new Error(`apt-get ${args.join(' ')} failed:\n${output.trim()}`);
    }
    process.stdout.write('done\n');
  }
  const installed = findInstalled();
  if (installed) return installed;
  throw new Error(
    'The browser tests need Chromium. Install it (Debian: apt-get install chromium), or point CHROMIUM_PATH at one.',
  );
}
