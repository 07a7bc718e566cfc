import { expect, test } from 'vitest';
import { campaignOf } from './campaign.ts';

test('reads the campaign from an address', () => {
  const address = 'https://dealer.example/?utm_source=finn.no&utm_medium=cpc&utm_campaign=v%C3%A5r&x=1#utm_term=no';
  expect(campaignOf([address])).toEqual({ source: 'finn.no', medium: 'cpc', campaign: 'vår' });
});

test('takes the first address that has one', () => {
  const addresses = [
    'https://dealer.example/bil',
    '',
    'https://dealer.example/?utm_source=a',
    'https://x/?utm_source=b',
  ];
  expect(campaignOf(addresses)).toEqual({ source: 'a' });
});

test('has none where there is none', () => {
  expect(campaignOf(['', 'not an address', 'https://dealer.example/?utm_source=&utm=1'])).toBeUndefined();
});

test('keeps to the length the API takes', () => {
  expect(campaignOf([`https://dealer.example/?utm_term=${'x'.repeat(999)}`])?.term).toHaveLength(200);
});
