import { createServer } from 'node:net';

/** Listens for a moment: resolves with the port (another one than asked for only when that was 0), or with null when it is taken. */
export function findPort(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)));
    server.listen(port, host, () => {
      const found = server.address().port;
      server.close(() => resolve(found));
    });
  });
}
