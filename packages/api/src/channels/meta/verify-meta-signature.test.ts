import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readMetaSignature, verifyMetaSignature } from './verify-meta-signature.ts';

// A body as Meta sends it: letters outside ASCII and slashes are escaped on the wire.
const BODY =
  '{"object":"page","entry":[{"id":"1","time":1,"changes":[{"field":"leadgen","value":{"note":"caf\\u00e9 \\ud83d\\ude00 \\/path"}}]}]}';
const HEADER = 'sha256=aa3a2a21b1111c5f35179917e9566e6a1677ce74f504de7b5d38abefeb24d9de';

function passes(body: string | Buffer, header: string | undefined, secrets = ['appsecret']): boolean {
  const signature = readMetaSignature(header);
  return signature !== null && verifyMetaSignature(Buffer.from(body), signature, secrets);
}

describe('the signature of Meta', () => {
  it('passes over the bytes as they came', () => {
    expect(passes(BODY, HEADER)).toBe(true);
  });

  it('passes the vector that GitHub publishes for the same scheme', () => {
    const header = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';
    expect(passes('Hello, World!', header, ["It's a Secret to Everybody"])).toBe(true);
  });

  it('does not pass over JSON that was parsed and written again', () => {
    const again = JSON.stringify(JSON.parse(BODY));
    expect(passes(again, HEADER)).toBe(false);
    const digest = createHmac('sha256', 'appsecret').update(again).digest('hex');
    expect([digest.slice(0, 8), digest.slice(-4)]).toEqual(['96af1054', '43d9']);
  });

  it('does not pass with any bit of body or signature turned', () => {
    const bytes = Buffer.from(BODY);
    for (let at = 0; at < bytes.length; at += 1) {
      const turned = Buffer.from(bytes);
      turned[at] = (turned[at] ?? 0) ^ 1;
      expect(passes(turned, HEADER)).toBe(false);
    }
    for (let at = 7; at < HEADER.length; at += 1) {
      const digit = HEADER[at] === '0' ? '1' : '0';
      expect(passes(BODY, `${HEADER.slice(0, at)}${digit}${HEADER.slice(at + 1)}`)).toBe(false);
    }
  });

  it('passes with either secret while they are changed, and with no other', () => {
    expect(passes(BODY, HEADER, ['the next secret', 'appsecret'])).toBe(true);
    expect(passes(BODY, HEADER, ['the next secret'])).toBe(false);
    expect(passes(BODY, HEADER, [])).toBe(false);
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['repeated', `${HEADER}, ${HEADER}`],
    ['cut', HEADER.slice(0, -1)],
    ['longer', `${HEADER}00`],
    ['in capitals', HEADER.toUpperCase()],
    ['of SHA-1', 'sha1=a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['without its name', HEADER.slice(7)],
    ['with a blank', ` ${HEADER}`],
  ])('does not pass when it is %s', (_, header) => {
    expect(passes(BODY, header)).toBe(false);
  });
});
