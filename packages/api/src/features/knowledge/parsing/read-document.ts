import { Worker } from 'node:worker_threads';

export type DocumentFailure =
  | 'unreadable'
  | 'encrypted'
  | 'scanned'
  | 'too_many_pages'
  | 'too_large'
  | 'too_slow'
  | 'busy';

/** Thrown when a document gives no text. */
export class DocumentRefused extends Error {
  constructor(readonly reason: DocumentFailure) {
    super(reason);
    this.name = 'DocumentRefused';
  }
}

/** What is in a document; headings start with `#`. */
export interface ReadDocument {
  text: string;
  title: string | null;
  /** Of a PDF; null of what has no pages. */
  pages: number | null;
}

export type DocumentSource = { kind: 'pdf' | 'docx'; bytes: Uint8Array } | { kind: 'html'; html: string };

export const MAX_PAGES = 200;
/** How much one document may take: time, what its parts unpack to, and how far this process may grow meanwhile. */
export interface ReadingLimits {
  timeoutMs: number;
  maxUnpackedBytes: number;
  maxGrowthBytes: number;
}
const LIMITS: ReadingLimits = { timeoutMs: 20_000, maxUnpackedBytes: 60_000_000, maxGrowthBytes: 400_000_000 };
const MAX_HEAP_MB = 256;
const WATCH_EVERY_MS = 50;
const MAX_WAITING = 5;

const workerFile = new URL('./document.worker.mjs', import.meta.url);
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

type Said = { ok: true; document: ReadDocument } | { ok: false; reason: DocumentFailure };

/**
 * Reads a document in a thread that is stopped after 20 s or when it takes too much memory; one at a time.
 * @throws DocumentRefused
 */
export async function readDocument(source: DocumentSource, limits = LIMITS): Promise<ReadDocument> {
  if (waiting >= MAX_WAITING) throw new DocumentRefused('busy');
  waiting += 1;
  const turn = last
    .then(() => readInThread(source, limits))
    .finally(() => {
      waiting -= 1;
    });
  last = turn.catch(() => undefined);
  return turn;
}

/** A limit of the heap does not count typed arrays, which is what a packed document unpacks to: so memory is watched. */
function readInThread(source: DocumentSource, limits: ReadingLimits): Promise<ReadDocument> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, {
      workerData: { ...source, maxPages: MAX_PAGES, maxUnpackedBytes: limits.maxUnpackedBytes },
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      // A document that makes a library write warnings must not fill the log.
      stdout: true,
      stderr: true,
    });
    const before = process.memoryUsage.rss();
    const finish = (act: () => void) => {
      clearTimeout(timer);
      clearInterval(watch);
      worker.removeAllListeners();
      worker.on('error', () => undefined);
      void worker.terminate();
      act();
    };
    const refuse = (reason: DocumentFailure) => finish(() => reject(new DocumentRefused(reason)));
    const timer = setTimeout(() => refuse('too_slow'), limits.timeoutMs);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.maxGrowthBytes) refuse('too_large');
    }, WATCH_EVERY_MS);
    worker.once('message', (said: Said) => (said.ok ? finish(() => resolve(said.document)) : refuse(said.reason)));
    worker.once('error', (error: NodeJS.ErrnoException) =>
      refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_large' : 'unreadable'),
    );
    worker.once('exit', () => refuse('unreadable'));
  });
}
