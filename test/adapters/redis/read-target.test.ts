import { describe, expect, it } from '@jest/globals';
import { readTarget } from '../../../src/adapters/redis/read-target.ts';

describe('readTarget', () => {
  it.each([
    ['redis://localhost', { host: 'localhost', port: 6379 }],
    ['redis://[::1]:7000/2', { host: '::1', port: 7000, db: 2 }],
    ['rediss://ada:p%40ss@db.example', { host: 'db.example', port: 6379, username: 'ada', password: 'p@ss', tls: {} }],
    ['/run/redis.sock', { path: '/run/redis.sock' }],
    ['unix:///run/a%20b.sock', { path: '/run/a b.sock' }],
  ])('reads %s', (address, options) => {
    expect(readTarget(address)).toEqual({ options, cluster: undefined });
  });

  it('reads several addresses as a cluster that shares its login and TLS', () => {
    expect(readTarget('rediss://u:s@a:1, rediss://b:2')).toEqual({
      options: { username: 'u', password: 's', tls: {} },
      cluster: [
        { host: 'a', port: 1 },
        { host: 'b', port: 2 },
      ],
    });
  });

  it('reads one address with a comma after it as the entrance of a cluster', () => {
    expect(readTarget('redis://entrance:7000,').cluster).toEqual([{ host: 'entrance', port: 7000 }]);
  });

  it.each([
    '',
    ',',
    'localhost:6379',
    'http://localhost',
    'redis://',
    'redis://h/db',
    'redis://:secret@h:99999',
    'redis://a/1,redis://b',
    '/a.sock,/b.sock',
  ])('refuses %p without repeating it', (address) => {
    const read = (): unknown => readTarget(address);
    expect(read).toThrow(TypeError);
    expect(read).not.toThrow('secret');
  });
});
