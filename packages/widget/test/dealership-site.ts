import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** Folder of the demo dealership's site. */
export const siteDir = path.resolve(import.meta.dirname, '../../../examples/dealership-site');

const typeByExtension: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The demo site under `/demo/` with its two placeholders filled in, as the API serves it. */
export async function serveDealershipSite(apiOrigin: string): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const asked = new URL(request.url ?? '/', 'http://site').pathname.replace(/^\/demo\/$/, '/demo/index.html');
    const file = path.join(siteDir, path.normalize(asked.replace(/^\/demo/, '')));
    const content = await readFile(file).catch(() => undefined);
    const type = typeByExtension[path.extname(file)];
    if (!content || !type) return void response.writeHead(404).end();
    const isPage = type.startsWith('text/html');
    const filledIn = () =>
      content.toString().replaceAll('{{NORVALT_ORIGIN}}', apiOrigin).replaceAll('{{NORVALT_KEY}}', 'pk_test_1');
    response.writeHead(200, { 'Content-Type': type }).end(isPage ? filledIn() : content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/demo/`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
