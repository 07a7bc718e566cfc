import { describe, expect, it } from 'vitest';
import { parseMetaJson } from './parse-meta-json.ts';

describe('JSON of Meta', () => {
  it('keeps every digit of a long id, written as a text or as a number', () => {
    expect(parseMetaJson('{"a":"9007199254740993","b":9007199254740993,"c":[9007199254740993 , 1511822333]}')).toEqual({
      a: '9007199254740993',
      b: '9007199254740993',
      c: ['9007199254740993', 1511822333],
    });
  });

  it('leaves texts alone, also those with quotes and numbers in them', () => {
    const text = JSON.stringify({ body: 'say \\"9007199254740993\\": 9007199254740993', 'k"9007199254740993': '\\' });
    expect(parseMetaJson(text)).toEqual(JSON.parse(text));
  });

  it('leaves fractions and powers as they are', () => {
    expect(parseMetaJson('[1234567890123456.5, 1234567890123456e2, -1.2345678901234567]')).toEqual([
      1234567890123456.5, 1234567890123456e2, -1.2345678901234567,
    ]);
  });

  it('reads a long text without running out of stack', () => {
    const text = JSON.stringify({ body: 'æ"\\'.repeat(400_000) });
    expect(parseMetaJson(text)).toEqual(JSON.parse(text));
  });

  it('refuses what is not JSON', () => {
    for (const text of ['', '{', '{"a":9007199254740993', 'object=page']) {
      expect(() => parseMetaJson(text)).toThrow(SyntaxError);
    }
  });
});
