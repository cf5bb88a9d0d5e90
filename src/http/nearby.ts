import { BlockList } from 'node:net';

const networks = new BlockList();
networks.addSubnet('127.0.0.0', 8);
networks.addSubnet('10.0.0.0', 8);
networks.addSubnet('172.16.0.0', 12);
networks.addSubnet('192.168.0.0', 16);
networks.addAddress('::1', 'ipv6');
networks.addSubnet('fc00::', 7, 'ipv6');

/** An IPv4 address in IPv6 dress is the IPv4 address. */
export function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}

/** Whether a plain address is of this machine or its private network: where proxies of the operator's own stand. */
export function isNearby(address: string): boolean {
  return address !== '' && networks.check(address, address.includes(':') ? 'ipv6' : 'ipv4');
}
