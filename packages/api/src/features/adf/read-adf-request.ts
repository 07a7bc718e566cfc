import type { Request } from 'express';
import { decodeAdf } from '../../channels/adf/decode-adf.ts';
import { XmlTooComplex } from '../../channels/adf/parse-xml.ts';
import { type AdfLead, readAdf } from '../../channels/adf/read-adf.ts';
import { Problem } from '../../http/problem.ts';
import { readBody } from '../../http/read-body.ts';

const MAX_BYTES = 1024 * 1024;
const TYPES = ['application/xml', 'text/xml', 'application/x-adf+xml', 'text/plain'];

function charsetOf(request: Request): string | null {
  return /charset="?([\w-]{1,40})/i.exec(request.get('content-type') ?? '')?.[1] ?? null;
}

/**
 * Reads the ADF document that a request carries.
 * @throws Problem 400 without a prospect in it, 413 past 1 MB, 415 for another type of body
 */
export async function readAdfRequest(request: Request): Promise<AdfLead[]> {
  if (!request.is(TYPES))
    throw new Problem('unsupported_media_type', { detail: `Send the XML as ${TYPES.slice(0, 2).join(' or ')}.` });
  const body = await readBody(request, MAX_BYTES, 'At most 1 MB.');
  try {
    const leads = readAdf(decodeAdf(body, charsetOf(request)));
    if (leads) return leads;
  } catch (error) {
    if (!(error instanceof XmlTooComplex)) throw error;
    throw new Problem('invalid_request', { detail: 'The XML is nested too deeply or has too many elements.' });
  }
  throw new Problem('invalid_request', {
    detail: 'There is no <prospect> in it.',
    errors: [{ pointer: '#', detail: 'is not an ADF document' }],
  });
}
