import { describe, expect, it } from '@jest/globals';
import type { Request } from 'express';
import { callerAddress } from '../../src/http/caller-address.ts';

const from = (peer: string, forwarded?: string) =>
  ({ socket: { remoteAddress: peer }, get: () => forwarded }) as unknown as Request;

describe('the address of a caller', () => {
  it.each([
    ['without a proxy: the peer, whatever it claims', '192.0.2.1', '203.0.113.9', 0, '192.0.2.1'],
    ['nearby, where an undeclared proxy may stand', '127.0.0.1', '203.0.113.9', 0, undefined],
    ['nearby, in IPv6 dress', '::ffff:10.0.0.7', undefined, 0, undefined],
    ['an IPv4 peer in IPv6 dress', '::ffff:192.0.2.1', undefined, 0, '192.0.2.1'],
    ['one proxy: what it noted last', '127.0.0.1', '203.0.113.9, 192.0.2.7', 1, '192.0.2.7'],
    ['two proxies: what the outer one noted', '127.0.0.1', 'made-up, 192.0.2.7, 10.0.0.1', 2, '192.0.2.7'],
    ['a proxy that notes nothing', '127.0.0.1', undefined, 1, undefined],
    ['fewer notes than proxies', '127.0.0.1', '192.0.2.7', 2, undefined],
    ['an IPv6 address by its network', '2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2::/64'],
    ['the same network, written short', '2001:db8:1:2::1', undefined, 0, '2001:db8:1:2::/64'],
    ['a network of zeros', '2001:db8::1', undefined, 0, '2001:db8:0:0::/64'],
  ])('%s', (_what, peer, forwarded, proxies, expected) => {
    expect(callerAddress(from(peer, forwarded), proxies)).toBe(expected);
  });
});
