import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

// Public by the registry, yet not the open internet: benchmarking (RFC 2544), and the host behind every Azure machine.
const ALSO_REFUSED = ['198.18.0.0/15', '168.63.129.16/32'].map((range) => ipaddr.parseCIDR(range));
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');

/**
 * Tells whether an IP address is one of the open internet: not loopback, private, link-local (cloud metadata), shared,
 * reserved or multicast, nor an IPv6 form that leads to an IPv4 address (mapped, compatible, NAT64, 6to4, Teredo).
 * Ranges of the IANA special-purpose registries (RFC 6890).
 */
export function isPublicAddress(address: string): boolean {
  // Stricter than the parser, which also reads `8.8.8` and octal numbers.
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  if (parsed.kind() === 'ipv6') return parsed.match(GLOBAL_UNICAST);
  return !ALSO_REFUSED.some((range) => parsed.match(range));
}

/** Tells whether an address is this machine itself: 127.0.0.0/8, ::1, or the former written as IPv6. */
export function isLoopbackAddress(address: string): boolean {
  return isIP(address) !== 0 && ipaddr.process(address).range() === 'loopback';
}
