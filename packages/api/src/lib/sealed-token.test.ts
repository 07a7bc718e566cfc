import { describe, expect, it } from 'vitest';
import { openToken, sealToken, type TokenPlace, tokenKeyId } from './sealed-token.ts';

const OLD = 'o'.repeat(32);
const NEW = 'n'.repeat(32);
const place: TokenPlace = { dealershipId: 'dlr_1', recordId: 'con_1', field: 'token' };
const TOKEN = 'EAAG…token of a page';

describe('a sealed token', () => {
  const sealed = sealToken(OLD, place, TOKEN);

  it('opens where it was sealed, and says nothing of itself', () => {
    expect(openToken([OLD], place, sealed)).toBe(TOKEN);
    expect(sealed).not.toContain('EAAG');
    expect(sealed).not.toContain('dlr_1');
    expect(sealToken(OLD, place, TOKEN)).not.toBe(sealed);
  });

  it.each<[string, Partial<TokenPlace>]>([
    ['another dealership', { dealershipId: 'dlr_2' }],
    ['another record', { recordId: 'con_2' }],
    ['another field', { field: 'secret' }],
    ['a place that only joins to the same text', { dealershipId: 'dlr_1con_1', recordId: '' }],
  ])('does not open in %s', (_, change) => {
    expect(openToken([OLD], { ...place, ...change }, sealed)).toBeNull();
  });

  it('does not open when a bit of it was turned, wherever', () => {
    const [version, keyId, content = ''] = sealed.split('.');
    const bytes = Buffer.from(content, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const turned = Buffer.from(bytes);
      turned[at] = (turned[at] ?? 0) ^ 1;
      expect(openToken([OLD], place, `${version}.${keyId}.${turned.toString('base64url')}`)).toBeNull();
    }
  });

  it('opens during a change of keys and after it, and never with the old key gone', () => {
    expect(openToken([NEW, OLD], place, sealed)).toBe(TOKEN);
    expect(openToken([NEW], place, sealed)).toBeNull();
    const resealed = sealToken(NEW, place, TOKEN);
    expect(resealed.split('.')[1]).toBe(tokenKeyId(NEW));
    expect(openToken([NEW], place, resealed)).toBe(TOKEN);
  });

  it.each(['', '.', 'v1', 'v1..', `v2.${tokenKeyId(OLD)}.AAAA`, `v1.${tokenKeyId(OLD)}.AAAA`, 'plain text'])(
    'is not %j',
    (text) => {
      expect(openToken([OLD], place, text)).toBeNull();
    },
  );
});
