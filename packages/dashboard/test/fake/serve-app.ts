import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const widget = fileURLToPath(new URL('../../../widget/dist', import.meta.url));

/** Serves the built widget at its own address, and the built dashboard at /app/, every unknown path below it with its first page. */
export async function serveApp(dist: string, pathname: string, response: ServerResponse): Promise<void> {
  if (/^\/(v1\.js|chunks\/)/.test(pathname)) return serveFile(widget, pathname, response);
  if (!pathname.startsWith('/app')) {
    response.writeHead(404).end();
    return;
  }
  const path = normalize(pathname.slice('/app'.length));
  return serveFile(dist, extname(path) ? path : '/index.html', response);
}

async function serveFile(folder: string, file: string, response: ServerResponse): Promise<void> {
  try {
    const content = await readFile(join(folder, normalize(file)));
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    response.end(content);
  } catch {
    response.writeHead(404).end();
  }
}
