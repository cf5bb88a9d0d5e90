import type { Words } from '../words/words.ts';

/**
 * What happened, in words. A code may say more after a colon: `close:crisis.helped.hard` is a kind, an outcome and a mark,
 * `release:queue` a code of its own.
 */
export function eventText({ t, coded }: Words, code: string): string {
  const [name = '', more] = code.split(':');
  if (name !== 'close' || !more) return coded('event', code.replace(':', '-'));
  const [kind = '', outcome = '', hard] = more.split('.');
  return [t('event.close'), coded('kind', kind), coded('outcome', outcome), ...(hard ? [t('close.hard')] : [])].join(
    ' · ',
  );
}
