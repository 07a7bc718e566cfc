import { describe, expect, test } from 'vitest';
import { countFilters, formatFilters, parseFilters, toggle, toQuery } from './filters.ts';

describe('filters', () => {
  test('survive the address', () => {
    const search =
      '?status=new,contacted&source=email&temperature=hot&assigned=me&unread=true&test=true&sort=created_at&q=volvo+xc60';
    const filters = parseFilters(search);
    expect(filters).toEqual({
      status: ['new', 'contacted'],
      source: ['email'],
      temperature: ['hot'],
      assigned: 'me',
      unread: true,
      test: true,
      sort: 'created_at',
      q: 'volvo xc60',
    });
    expect(formatFilters(filters)).toBe(search);
    expect(countFilters(filters)).toBe(6);
  });

  test('leave out what is not known', () => {
    expect(formatFilters(parseFilters('?status=odd,won&sort=name&unread=1'))).toBe('?status=won');
    expect(formatFilters(parseFilters(''))).toBe('');
  });

  test('become the parameters of the API', () => {
    expect(toQuery(parseFilters('?assigned=me&q=%20kari%20&unread=true'), 'user_1')).toEqual({
      assigned_to: 'user_1',
      q: 'kari',
      unread: true,
      sort: 'last_activity_at',
    });
    expect(toQuery(parseFilters('?assigned=nobody'), 'user_1')).toEqual({
      assigned_to: 'nobody',
      sort: 'last_activity_at',
    });
  });
});

test('toggle adds and takes away', () => {
  expect(toggle(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggle(['a', 'b'], 'a')).toEqual(['b']);
});
