import type { Request } from 'express';
import type { Language } from '../../answering/types.ts';
import { invalidRequest, Problem } from '../../http/problem.ts';
import { readBody } from '../../http/read-body.ts';
import type { TenantContext } from '../../http/request-context.ts';
import { derivedId } from '../../lib/ids.ts';
import { sha256 } from '../../lib/secrets.ts';
import { addEntry } from './add-entry.ts';
import { languageOf, newContent } from './create-entry.ts';
import { documentProblem } from './document-problem.ts';
import { KnowledgeEntry, type KnowledgeEntryRecord } from './model.ts';
import { decodeText } from './parsing/decode-text.ts';
import { type ReadDocument, readDocument } from './parsing/read-document.ts';

export const MAX_UPLOAD_BYTES = 15 * 1024 * 1024;
const PDF = 'application/pdf';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TYPES = [PDF, DOCX, 'text/plain', 'text/markdown', 'text/html', 'application/octet-stream'];
const LANGUAGES: readonly string[] = ['nb', 'en', 'sv', 'da', 'de'];
const LONGEST = { filename: 200, title: 300, category: 60 } as const;

interface Upload {
  bytes: Buffer;
  charset: string | null;
  isHtml: boolean;
  fileName: string;
  title: string | null;
  category: string | null;
  language: Language | null;
}

function readParameter(request: Request, name: keyof typeof LONGEST): string | null {
  const value = request.query[name];
  if (value === undefined) return null;
  if (typeof value !== 'string' || value.length > LONGEST[name]) {
    throw invalidRequest([{ pointer: `?${name}`, detail: `is not a text of at most ${LONGEST[name]} characters` }]);
  }
  return value.trim() || null;
}

function readLanguage(request: Request): Language | null {
  const { language } = request.query;
  if (language === undefined) return null;
  if (typeof language === 'string' && LANGUAGES.includes(language)) return language as Language;
  throw invalidRequest([{ pointer: '?language', detail: `is not one of ${LANGUAGES.join(', ')}` }]);
}

/**
 * Reads the file that a request carries.
 * @throws Problem 400 for a parameter that is not valid, 413 past 15 MB, 415 for a type that is not read, 422 when empty
 */
export async function readUpload(request: Request): Promise<Upload> {
  if (!request.is(TYPES)) {
    throw new Problem('unsupported_media_type', { detail: 'Send a PDF, a Word document (.docx), Markdown or text.' });
  }
  const type = request.get('content-type') ?? '';
  const fileName = readParameter(request, 'filename') ?? 'document';
  const upload = {
    charset: /charset="?([\w-]{1,40})/i.exec(type)?.[1] ?? null,
    isHtml: type.startsWith('text/html') || /\.html?$/i.test(fileName),
    fileName: fileName.replace(/^.*[\\/]/, ''),
    title: readParameter(request, 'title'),
    category: readParameter(request, 'category'),
    language: readLanguage(request),
  };
  const bytes = await readBody(request, MAX_UPLOAD_BYTES, 'At most 15 MB.');
  if (bytes.length === 0) throw new Problem('document_unreadable', { detail: 'The file is empty.' });
  return { ...upload, bytes };
}

/** What a file is, is told by how it begins; what it says of itself may be wrong. */
async function textOf({ bytes, charset, isHtml }: Upload): Promise<ReadDocument> {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return readDocument({ kind: 'pdf', bytes });
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return readDocument({ kind: 'docx', bytes });
  const text = decodeText(bytes, charset);
  if (text === null) {
    throw new Problem('document_unreadable', {
      detail: 'That is no PDF, no Word document (.docx) and no text. An older .doc has to be saved as .docx first.',
    });
  }
  return isHtml ? readDocument({ kind: 'html', html: text }) : { text, title: null, pages: null };
}

/** The title of a document that nobody named: its own, its first heading, or its file's name. */
function titleOf(upload: Upload, document: ReadDocument): string {
  const heading = /^#{1,3} +(\S.{0,200})$/m.exec(document.text)?.[1];
  const name = upload.fileName.replace(/\.[a-z0-9]{1,5}$/i, '').replace(/[_-]+/g, ' ');
  return upload.title ?? document.title ?? heading ?? name;
}

/**
 * Adds a file to the knowledge. The same file again is the same entry, as it is by now.
 * @throws Problem 422 when it cannot be read (`document_unreadable`, `document_scanned`, `document_too_large`)
 */
export async function uploadDocument(
  ctx: TenantContext,
  upload: Upload,
): Promise<{ entry: KnowledgeEntryRecord; repeated: boolean }> {
  const id = derivedId('kno', `file ${ctx.dealershipId} ${sha256(upload.bytes)}`);
  const existing = await KnowledgeEntry.findById(id).lean<KnowledgeEntryRecord>();
  if (existing) return { entry: existing, repeated: true };
  const document = await textOf(upload).catch((error: unknown) => {
    throw documentProblem(error);
  });
  if (document.text.trim() === '')
    throw new Problem('document_unreadable', { detail: 'There is no text in the file.' });
  const content = newContent({
    title: titleOf(upload, document),
    text: document.text,
    language: upload.language ?? (await languageOf(ctx, document.text)),
    category: upload.category,
  });
  const about = { kind: 'document', origin: 'file', file_name: upload.fileName, pages: document.pages } as const;
  return { entry: await addEntry({ ctx, id, content, about }), repeated: false };
}
