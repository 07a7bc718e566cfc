// Serves the page while you try it; on your own site the files are served by whatever serves the rest.
//
//   NORVALT_URL=https://norvalt.example NORVALT_KEY=pk_… PORT=3000 node serve.mjs
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

const here = (name) => new URL(name, import.meta.url);
const files = {
  '/': ['text/html; charset=utf-8', here('index.html')],
  '/style.css': ['text/css', here('style.css')],
  '/app.js': ['text/javascript', here('app.js')],
  '/sdk.js': ['text/javascript', fileURLToPath(import.meta.resolve('@norvalt/sdk'))],
};
const config = JSON.stringify({ url: process.env.NORVALT_URL, key: process.env.NORVALT_KEY });

const server = createServer(async (request, response) => {
  if (request.url === '/config.json') {
    response.writeHead(200, { 'content-type': 'application/json' }).end(config);
    return;
  }
  const [type, file] = files[request.url ?? ''] ?? [];
  if (!file) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': type }).end(await readFile(file));
});
server.listen(Number(process.env.PORT ?? 3000), () => console.log(`Listening on port ${server.address().port}`));
