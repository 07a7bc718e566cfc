/** One message of an event stream. */
export interface SseMessage {
  id: string | null;
  data: string;
}

/** Reads server-sent events (WHATWG HTML 9.2.6) from text that comes in any pieces. */
export class SseParser {
  #rest = '';
  #endedWithCr = false;
  #id: string | null = null;
  #data: string[] = [];

  /** Takes the next piece and gives the messages that are complete with it. */
  push(piece: string): SseMessage[] {
    if (piece === '') return [];
    const text = this.#rest + (this.#endedWithCr && piece.startsWith('\n') ? piece.slice(1) : piece);
    this.#endedWithCr = piece.endsWith('\r');
    const lines = text.split(/\r\n|\r|\n/);
    this.#rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.#readLine(line) ?? []);
  }

  #readLine(line: string): SseMessage | null {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') this.#data.push(value);
    if (field === 'id' && !value.includes('\0')) this.#id = value;
    return null;
  }

  #dispatch(): SseMessage | null {
    if (this.#data.length === 0) return null;
    const message = { id: this.#id, data: this.#data.join('\n') };
    this.#data = [];
    return message;
  }
}
