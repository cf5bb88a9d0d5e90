import { describe, expect, it } from '@jest/globals';

describe('the machine under the tests', () => {
  it('is Node 24, which runs TypeScript directly', () => {
    const major: number = Number(process.versions.node.split('.')[0]);
    expect(major).toBe(24);
  });
});
