import { expect, test } from 'vitest';
import { isLoopbackAddress, isPublicAddress } from './is-public-address.ts';

test.each([
  '8.8.8.8',
  '193.69.165.21',
  '172.15.255.255',
  '172.32.0.1',
  '100.63.255.255',
  '100.128.0.1',
  '2606:4700::1111',
  '2a02:c0::1',
])('%s is of the open internet', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.1.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '239.1.1.1',
  '240.0.0.1',
  '255.255.255.255',
  '168.63.129.16',
])('%s is refused', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  '::',
  '::1',
  '::7f00:1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::1',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
])('%s is refused', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test('what is not an address is no address of the open internet', () => {
  for (const text of ['', 'localhost', '8.8.8', 'example.com', '8.8.8.8:80']) expect(isPublicAddress(text)).toBe(false);
});

test('this machine is known by all its addresses', () => {
  for (const address of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1']) {
    expect(isLoopbackAddress(address)).toBe(true);
  }
  for (const address of ['10.0.0.1', '8.8.8.8', '::', 'localhost']) expect(isLoopbackAddress(address)).toBe(false);
});
