import type { RedisOptions } from 'ioredis';

/** Where a store is: one address, several (a cluster), or the socket of a private server. */
export type Target = string | { socketPath: string };

/** `cluster` holds the nodes to ask first; every node shares the options. */
export interface ReadTarget {
  options: RedisOptions;
  cluster: { host: string; port: number }[] | undefined;
}

const DEFAULT_PORT = 6379;

/**
 * Reads `redis://[user:password@]host[:port][/db]`, `rediss://` (TLS), a socket (`/path` or `unix:///path`), or a cluster:
 * several addresses with commas between, or one configuration endpoint with a comma after it.
 * Throws a TypeError that does not repeat the address, for it may hold a password.
 */
export function readTarget(target: Target): ReadTarget {
  if (typeof target !== 'string') return { options: { path: target.socketPath }, cluster: undefined };
  const addresses = target.split(',').map((address) => address.trim());
  const [first, ...others] = addresses.filter((address) => address !== '').map(readAddress);
  if (first === undefined) throw new TypeError('A Redis address is empty.');
  if (addresses.length === 1) return { options: first, cluster: undefined };
  const { host: _host, port: _port, ...shared } = first;
  return { options: shared, cluster: [first, ...others].map(readNode) };
}

function readAddress(address: string): RedisOptions {
  if (address.startsWith('/')) return { path: address };
  const url = URL.parse(address);
  if (url?.protocol === 'unix:') return { path: decodeURIComponent(url.pathname) };
  if (url === null || !/^rediss?:$/.test(url.protocol) || url.hostname === '' || !/^\/?\d*$/.test(url.pathname)) {
    throw new TypeError('A Redis address must look like redis://host:6379, rediss://host:6379 or /path/to/a/socket.');
  }
  const options: RedisOptions = {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? DEFAULT_PORT : Number(url.port),
  };
  if (url.username !== '') options.username = decodeURIComponent(url.username);
  if (url.password !== '') options.password = decodeURIComponent(url.password);
  if (url.pathname.length > 1) options.db = Number(url.pathname.slice(1));
  if (url.protocol === 'rediss:') options.tls = {};
  return options;
}

function readNode(options: RedisOptions): { host: string; port: number } {
  if (options.host === undefined || (options.db ?? 0) !== 0) {
    throw new TypeError('A node of a Redis Cluster needs a host, and has no database number.');
  }
  return { host: options.host, port: options.port ?? DEFAULT_PORT };
}
