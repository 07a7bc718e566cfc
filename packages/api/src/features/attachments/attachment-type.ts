/** What a file is served as. */
export interface AttachmentType {
  kind: 'image' | 'file';
  contentType: string;
}

/** A larger picture is downloaded, not shown in the page. */
const MAX_SHOWN_BYTES = 10_000_000;

const SIGNATURES: readonly [contentType: string, test: (head: Buffer) => boolean][] = [
  ['image/png', (head) => head.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))],
  ['image/jpeg', (head) => head.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))],
  ['image/gif', (head) => /^GIF8[79]a$/.test(head.subarray(0, 6).toString('latin1'))],
  ['image/webp', (head) => /^RIFF.{4}WEBP$/s.test(head.subarray(0, 12).toString('latin1'))],
];

/** Types that a browser only ever saves or shows as what they are; all others are bytes. */
const DOWNLOADS = new Set([
  'application/msword',
  'application/pdf',
  'application/vnd.ms-excel',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/zip',
  'image/heic',
  'image/heif',
  'image/tiff',
  'text/calendar',
  'text/csv',
  'text/plain',
  'text/vcard',
]);

/**
 * What a file is served as: a picture only when its own first bytes say so, else a type of a short list of harmless ones,
 * else bytes. What its sender says makes no picture and no page of it.
 */
export function attachmentType(head: Buffer, declaredType: string, sizeBytes: number): AttachmentType {
  const picture = SIGNATURES.find(([, test]) => test(head))?.[0];
  if (picture !== undefined) return { kind: sizeBytes <= MAX_SHOWN_BYTES ? 'image' : 'file', contentType: picture };
  const declared = declaredType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return { kind: 'file', contentType: DOWNLOADS.has(declared) ? declared : 'application/octet-stream' };
}
