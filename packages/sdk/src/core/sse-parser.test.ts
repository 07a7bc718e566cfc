import { describe, expect, it } from 'vitest';
import { SseParser } from './sse-parser.ts';

const stream =
  ': hello\r\n\r\nid: evt_1\nevent: lead.created\ndata: {"a":1}\n\nid:evt_2\r\ndata: first\r\ndata:  second\r\n\r\ndata: blåbær\r\rid: evt_4\n\ndata: last\n\n';
const messages = [
  { id: 'evt_1', data: '{"a":1}' },
  { id: 'evt_2', data: 'first\n second' },
  { id: 'evt_2', data: 'blåbær' },
  { id: 'evt_4', data: 'last' },
];

describe('a stream', () => {
  it('is read whole', () => expect(new SseParser().push(stream)).toEqual(messages));

  it.each([1, 2, 3, 5, 7, 11])('is read the same in pieces of %i', (size) => {
    const parser = new SseParser();
    const pieces = stream.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
    expect(pieces.flatMap((piece) => parser.push(piece))).toEqual(messages);
  });

  it('gives a message as soon as its empty line is there, and not before', () => {
    const parser = new SseParser();
    expect(parser.push('data: a\r\n')).toEqual([]);
    expect(parser.push('\r')).toEqual([{ id: null, data: 'a' }]);
    expect(parser.push('\n')).toEqual([]);
    expect(parser.push('')).toEqual([]);
  });
});

describe('lines', () => {
  const read = (text: string) => new SseParser().push(text);

  it('without data make no message', () => expect(read('id: evt_1\nevent: x\n\n: comment\n\n')).toEqual([]));
  it('without a colon are a field without a value', () => expect(read('data\n\n')).toEqual([{ id: null, data: '' }]));
  it('of unknown fields are passed over', () =>
    expect(read('colour: red\ndata: a\n\n')).toEqual([{ id: null, data: 'a' }]));
  it('with a NUL in the id do not change the id', () => {
    expect(read('id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n')).toEqual([
      { id: '1', data: 'a' },
      { id: '1', data: 'b' },
    ]);
  });
});
