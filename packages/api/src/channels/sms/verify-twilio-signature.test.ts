import { describe, expect, it } from 'vitest';
import { verifyTwilioSignature } from './verify-twilio-signature.ts';

const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const fields = new Map([
  ['CallSid', ['CA1234567890ABCDE']],
  ['Caller', ['+14158675309']],
  ['Digits', ['1234']],
  ['From', ['+14158675309']],
  ['To', ['+18005551212']],
]);
const signature = 'RSOYDt4T1cUTdK1PDd93/VVr8B8=';

describe('the signature of a post of Twilio', () => {
  it.each([
    ['as posted', url, signature],
    ['with the port written out', url.replace('.com', '.com:443'), 'kvajT1Ptam85bY51eRf/AJRuM3w='],
    ['with the port that Twilio left out', url.replace('.com', '.com:443'), signature],
    ['over http', url.replace('https', 'http').replace('.com', '.com:80'), '0ZXoZLH/DfblKGATFgpif+LLRf4='],
    ['on another port', url.replace('https', 'http').replace('.com', '.com:1234'), 'Zmvh+3yNM1Phv2jhDCwEM3q5ebU='],
  ])('is right %s', (_, at, given) => {
    expect(verifyTwilioSignature({ url: at, fields, signature: given }, '12345')).toBe(true);
  });

  it('covers fields that come several times, each value once', () => {
    const repeated = new Map([
      ['Sid', ['CA123']],
      ['SidAccount', ['AC123']],
      ['Digits', ['5678', '1234', '1234']],
    ]);
    const post = { url, fields: repeated, signature: 'IK+Dwps556ElfBT0I3Rgjkr1wJU=' };
    expect(verifyTwilioSignature(post, '12345')).toBe(true);
  });

  it.each([
    ['another token', { url, fields, signature }, '12346'],
    ['another address', { url: `${url}3`, fields, signature }, '12345'],
    ['a field more', { url, fields: new Map([...fields, ['Extra', ['']]]), signature }, '12345'],
    ['a field less', { url, fields: new Map([...fields].slice(1)), signature }, '12345'],
    ['a flipped bit', { url, fields, signature: signature.replace('R', 'S') }, '12345'],
    ['no signature', { url, fields, signature: undefined }, '12345'],
    ['an empty signature', { url, fields, signature: '' }, '12345'],
    ['a signature of another length', { url, fields, signature: `${signature}=` }, '12345'],
  ])('is wrong with %s', (_, post, token) => {
    expect(verifyTwilioSignature(post, token)).toBe(false);
  });
});
