import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Serves the built dashboard at /app/, every unknown path below it with its first page. */
export async function serveApp(dist: string, pathname: string, response: ServerResponse): Promise<void> {
  if (!pathname.startsWith('/app')) {
    response.writeHead(404).end();
    return;
  }
  const path = normalize(pathname.slice('/app'.length));
  const file = extname(path) ? path : '/index.html';
  try {
    const content = await readFile(join(dist, file));
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    response.end(content);
  } catch {
    response.writeHead(404).end();
  }
}
