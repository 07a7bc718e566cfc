import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Form, FormSubmission, ProblemDetails } from '../src/contract.ts';
import { FakeChat } from './fake-chat.ts';

/** One attempt to submit, as it arrived. */
export interface Attempt {
  form: string;
  key: string;
  authorization: string | undefined;
  submission: FormSubmission;
  atMs: number;
}

/** What happens to an attempt instead of an ordinary answer; `lose answer` stores it and cuts the connection. */
export type Fault =
  | 'drop'
  | 'lose answer'
  | { status: number; headers?: Record<string, string>; body?: Partial<ProblemDetails> };

/** The configured form of the tests. */
export const configuredForm: Form = {
  id: 'form_01JD8Y3M5T9Q4W7Z2X6C1V8B0N',
  name: 'Nettsted',
  language: 'nb',
  dealership_name: 'Fjord Bil',
  heading: 'Spør Fjord Bil',
  intro: 'Vi svarer vanligvis innen 90 sekunder.',
  fields: [
    { name: 'name', type: 'text', label: 'Navn', required: true, step: 1 },
    { name: 'email', type: 'email', label: 'E-post', required: true, step: 1 },
    {
      name: 'phone',
      type: 'tel',
      label: 'Telefon',
      hint: 'Skriv det hvis du vil ha svar på SMS',
      required: false,
      step: 1,
    },
    { name: 'vehicle_interest', type: 'text', label: 'Hvilken bil gjelder det?', required: false, step: 1 },
    { name: 'message', type: 'textarea', label: 'Melding', required: true, step: 1 },
  ],
  submit_label: 'Send til Fjord Bil',
  success_title: 'Takk for meldingen',
  success_text: 'Vi svarer vanligvis innen 90 sekunder, også om kvelden.',
  consent: { version: '2026-01', text: 'Fjord Bil kan kontakte meg om henvendelsen.', required: true },
  theme: { accent: '#0b5d57', radius: 8 },
};

const knownMembers: Record<keyof FormSubmission, true> = {
  name: true,
  email: true,
  phone: true,
  vehicle_interest: true,
  vehicle_id: true,
  message: true,
  answers: true,
  language: true,
  source_url: true,
  referrer: true,
  utm: true,
  consents: true,
  elapsed_ms: true,
  website: true,
};

const corsHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key, Last-Event-ID',
  'Access-Control-Allow-Methods': 'GET, POST, PATCH, OPTIONS',
  'Access-Control-Expose-Headers': 'Retry-After, Request-Id',
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function answer(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  response.writeHead(status, { ...corsHeaders, 'Content-Type': type, ...headers }).end(JSON.stringify(body));
}

/** The form and chat operations of the contract and the built widget, over real sockets, as the API serves them. */
export class FakeApi {
  /** Paths asked for, in order; preflights left out. */
  requests: string[] = [];
  attempts: Attempt[] = [];
  /** What was stored, by idempotency key. */
  readonly stored = new Map<string, FormSubmission>();
  /** Answers of the next attempts; when it is empty submissions are stored. */
  faults: Fault[] = [];
  form: Form | { status: number } = configuredForm;
  chat = new FakeChat();
  /** Paths that answer 503 though they exist. */
  broken: (path: string) => boolean = () => false;

  readonly #distDir: string;
  readonly #server = createServer((request, response) => void this.#handle(request, response));

  constructor(distDir: string) {
    this.#distDir = distDir;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** As new. */
  reset(): void {
    this.requests = [];
    this.attempts = [];
    this.stored.clear();
    this.faults = [];
    this.form = configuredForm;
    this.chat.cut();
    this.chat = new FakeChat();
    this.broken = () => false;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://api');
    if (request.method === 'OPTIONS') return void response.writeHead(204, corsHeaders).end();
    this.requests.push(`${request.method} ${url.pathname}${url.search}`);
    const form = /^\/v1\/forms\/([^/]+)(\/submissions)?$/.exec(url.pathname);
    if (this.broken(url.pathname)) return answer(response, 503, { code: 'unavailable', request_id: 'req_1' });
    if (url.pathname.startsWith('/v1/chat')) {
      for (const [name, value] of Object.entries(corsHeaders)) response.setHeader(name, value);
      return this.chat.handle(url.pathname.slice('/v1/chat'.length), request, response, await bodyOf(request));
    }
    if (!form) return this.#serveFile(url.pathname, response);
    if (!form[2]) return this.#readForm(response);
    await this.#submit(form[1] ?? '', request, response);
  }

  async #serveFile(pathname: string, response: ServerResponse): Promise<void> {
    const file = await readFile(path.join(this.#distDir, path.normalize(pathname))).catch(() => undefined);
    if (!file) return answer(response, 404, { code: 'not_found', request_id: 'req_1' });
    response.writeHead(200, { ...corsHeaders, 'Content-Type': 'text/javascript' }).end(file);
  }

  #readForm(response: ServerResponse): void {
    if ('status' in this.form) answer(response, this.form.status, { code: 'not_found', request_id: 'req_1' });
    else answer(response, 200, this.form);
  }

  async #submit(form: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const submission: FormSubmission = JSON.parse(await bodyOf(request));
    const key = String(request.headers['idempotency-key']);
    const { authorization } = request.headers;
    this.attempts.push({ form, key, authorization, submission, atMs: Date.now() });
    if (Object.keys(submission).some((member) => !Object.hasOwn(knownMembers, member))) {
      return answer(response, 400, { code: 'invalid_request', request_id: 'req_1' });
    }
    const fault = this.faults.shift();
    if (fault !== 'drop' && typeof fault !== 'object' && !this.stored.has(key)) this.stored.set(key, submission);
    if (typeof fault === 'string') request.socket.destroy();
    else if (fault) answer(response, fault.status, { request_id: 'req_1', ...fault.body }, fault.headers);
    else {
      const id = `sub_${[...this.stored.keys()].indexOf(key)}`;
      answer(response, 201, { submission_id: id, status: 'received', proof: `proof of ${id}` });
    }
  }
}
