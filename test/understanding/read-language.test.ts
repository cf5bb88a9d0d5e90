import { describe, expect, it } from '@jest/globals';
import { readText } from '../../src/understanding/read-text.ts';
import { realLists } from './real-lists.ts';

describe('the language of a text', () => {
  it('stays in a conversation that its words fit as well as any other', () => {
    expect(readText('cerca de laredo texas', realLists, 'es').language).toBe('es');
    expect(readText('cerca de laredo texas', realLists, 'pt').language).toBe('pt');
    expect(readText('je ne peux pas sortir', realLists, 'es').language).toBe('fr');
  });

  it.each([
    ['librarian in asheville nc', 'en'],
    ['reno. u deaf? LAS VEGAS RENO', 'en'],
    ['perdon me asuste. sigo aqui', 'es'],
  ])('does not leave a conversation for a few words that another language has too: %s', (text, language) => {
    expect(readText(text, realLists, language).language).toBe(language);
  });

  it('leaves it for a plain sentence of another', () => {
    expect(readText('mi esposo me pega mucho', realLists, 'en').language).toBe('es');
    expect(readText('my husband is not at home', realLists, 'es').language).toBe('en');
  });
});
