import { describe, expect, it } from '@jest/globals';
import { readSource } from '../../src/flow/source.ts';

describe('a JSON file', () => {
  it('says nothing of a key that stands in a text, or in two objects', () => {
    const source = readSource('a.json', '{"one": "say \\"one\\": this", "two": [{"one": 1}, {"one": 2}]}');
    expect(source.findings).toEqual([]);
    expect(source.data).toEqual({ one: 'say "one": this', two: [{ one: 1 }, { one: 2 }] });
    expect(source.at(['two', 1, 'one'])).toEqual({ line: 1, column: 58 });
  });

  it('is at fault where a key stands twice, which would leave the first text unsaid', () => {
    const source = readSource('a.json', '{\n  "one": "first",\n  "one": "second"\n}');
    expect(source.data).toBeUndefined();
    expect(source.findings).toMatchObject([{ line: 3, column: 3, severity: 'error', code: 'yaml' }]);
  });
});
