import { norvalt } from '$lib/api/client.ts';
import { explain } from '$lib/api/explain.ts';
import { toProblem } from '$lib/api/problem.ts';
import { i18n } from '$lib/i18n/i18n.svelte.ts';
import { typeOfFile } from './entry-form.ts';

/** A file on its way into the knowledge. */
export interface Upload {
  id: number;
  name: string;
  state: 'waiting' | 'reading' | 'added' | 'known' | 'failed';
  /** How much text it had. */
  characters: number;
  problem: string | null;
}

/** Reads files into the knowledge, one after the other: the server reads one at a time as well. */
export class Uploads {
  #list = $state<Upload[]>([]);
  #nextId = 1;
  #last: Promise<unknown> = Promise.resolve();

  get list(): readonly Upload[] {
    return this.#list;
  }

  get busy(): boolean {
    return this.#list.some(({ state }) => state === 'waiting' || state === 'reading');
  }

  /** Takes files in; `onadded` is called after each that was read. */
  add(files: Iterable<File>, onadded: () => unknown): void {
    for (const file of files) {
      const id = this.#nextId++;
      this.#list.push({ id, name: file.name, state: 'waiting', characters: 0, problem: null });
      this.#last = this.#last.then(() => this.#read(id, file)).then(onadded);
    }
  }

  async #read(id: number, file: File): Promise<void> {
    this.#change(id, { state: 'reading' });
    try {
      const upload = norvalt.knowledge.upload(file, { type: typeOfFile(file), filename: file.name });
      const { data: entry, response } = await upload.withResponse();
      this.#change(id, { state: response.status === 200 ? 'known' : 'added', characters: entry.text.length });
    } catch (error) {
      const problem = toProblem(error);
      this.#change(id, { state: 'failed', problem: explain(problem, i18n.t) });
    }
  }

  #change(id: number, changes: Partial<Upload>): void {
    this.#list = this.#list.map((upload) => (upload.id === id ? { ...upload, ...changes } : upload));
  }
}
