import { isIPv6 } from 'node:net';
import type { Request } from 'express';
import { isNearby, plainAddress } from './nearby.ts';

/**
 * Where a request came from: its peer, or what the outermost of our own proxies noted in X-Forwarded-For. What stands there
 * before that may be made up. Undefined when that is not known: a peer nearby that is not said to be a proxy may be one all
 * the same, and stand for everybody. An IPv6 address counts by its network of 64 bits, of which whoever has one has all.
 */
export function callerAddress(req: Request, proxies: number): string | undefined {
  const noted = (req.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const address = plainAddress((proxies === 0 ? req.socket.remoteAddress : noted.at(-proxies)) ?? '');
  if (address === '' || (proxies === 0 && isNearby(address))) return undefined;
  return isIPv6(address) ? networkOf(address) : address;
}

function networkOf(address: string): string {
  const [left = '', right] = address.split('::');
  const groups = left.split(':').filter((group) => group !== '');
  const after = (right ?? '').split(':').filter((group) => group !== '');
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => '0');
  const all = right === undefined ? groups : [...groups, ...zeros, ...after];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
