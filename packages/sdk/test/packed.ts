import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '..');
const repository = path.resolve(root, '../..');
export const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** The SDK as npm would publish it, installed in an empty folder. */
export interface Packed {
  folder: string;
  tarball: Buffer;
  /** Writes a project of these files beside the SDK and runs node on arguments in it; gives what it printed. */
  runIn(project: string, files: Record<string, string>, ...commands: string[][]): Promise<string>;
  remove(): Promise<void>;
}

/** Builds the SDK, packs it, and unpacks the tarball into `node_modules` of a new folder. */
export async function pack(): Promise<Packed> {
  const build = "import { buildQuietly } from './scripts/lib/build-parts.mjs'; await buildQuietly({ only: ['sdk'] });";
  await run(process.execPath, ['--input-type=module', '--eval', build], { cwd: repository });
  const folder = await mkdtemp(path.join(tmpdir(), 'norvalt-sdk-'));
  await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root });
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const file = path.join(folder, `norvalt-sdk-${version}.tgz`);
  const installed = path.join(folder, 'node_modules/@norvalt/sdk');
  await mkdir(installed, { recursive: true });
  await run('tar', ['-xzf', file, '-C', installed, '--strip-components=1']);
  await mkdir(path.join(folder, 'node_modules/@types'));
  await symlink(path.join(repository, 'node_modules/@types/node'), path.join(folder, 'node_modules/@types/node'));
  await symlink(path.join(repository, 'node_modules/undici-types'), path.join(folder, 'node_modules/undici-types'));
  return {
    folder,
    tarball: await readFile(file),
    async runIn(project, files, ...commands) {
      const cwd = path.join(folder, project);
      await mkdir(cwd, { recursive: true });
      for (const [name, text] of Object.entries(files)) await writeFile(path.join(cwd, name), text);
      let printed = '';
      for (const command of commands) {
        const { stdout } = await run(process.execPath, command, { cwd }).catch(
          (error: { stdout?: string; stderr?: string }) => {
            throw new Error(`${command.join(' ')}\n${error.stdout}${error.stderr}`);
          },
        );
        printed += stdout;
      }
      return printed.trim();
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
