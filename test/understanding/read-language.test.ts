import { describe, expect, it } from '@jest/globals';
import { readText } from '../../src/understanding/read-text.ts';
import { realLists } from './real-lists.ts';

describe('the language of a text', () => {
  it('stays in a conversation that its words fit as well as any other', () => {
    expect(readText('cerca de laredo texas', realLists, 'es').language).toBe('es');
    expect(readText('cerca de laredo texas', realLists, 'pt').language).toBe('pt');
    expect(readText('je ne peux pas sortir', realLists, 'es').language).toBe('fr');
  });
});
