import { appendFileSync } from 'node:fs';
import { start } from '../../src/index.ts';
import { Store } from '../../src/storage/store.ts';

// Serves a folder until it is killed. The mutant answers before the write is on disk, as the test must notice.
const [folder = '', portFile = '', mutant] = process.argv.slice(2);

if (mutant === 'early') {
  const write = Store.prototype.write;
  Store.prototype.write = function early<T>(this: Store, action: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      write
        .call(this, () => {
          try {
            const result = action();
            resolve(result as T);
          } catch (error) {
            reject(error);
          }
        })
        .catch(() => undefined);
    });
  };
}

const server = await start({ dbPath: folder, port: 0 });
appendFileSync(portFile, `${server.port}\n`);
