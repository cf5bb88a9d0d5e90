import type { PracticeView, ScriptView } from '../../../src/http/console-contract.ts';
import type { Answer, Asked } from './asked.ts';

const BASE = '/api/practice';

const crisis: ScriptView = {
  ...{ id: 'crisis', title: 'In danger now', language: 'en' },
  about: 'Someone is locked in with a person who hurts them. They text fast, and may have to stop at any moment.',
};
const spanish: ScriptView = {
  ...{ id: 'spanish', title: 'In Spanish', language: 'es', about: 'A worker whose papers are kept from her.' },
};

/** A round that goes on, and one that is over. */
function practiceView(now: number): PracticeView {
  return {
    scripts: [crisis, spanish],
    rounds: [
      { id: 'round-2', script: 'spanish', title: spanish.title, beganAt: now - 90_000 },
      {
        ...{ id: 'round-1', script: 'crisis', title: crisis.title, beganAt: now - 600_000 },
        debrief: {
          checks: [
            { label: 'Taken within a minute', met: true },
            { label: 'Told them of 911', met: false },
          ],
          ...{ claimedAfterMs: 12_000, repliedAfterMs: 31_000, said: 4 },
          advice: 'Short texts, one question at a time.',
        },
      },
    ],
  };
}

/** What is asked of practice: its rounds, and a desk that answers as the other does; undefined for anything else. */
export function answerPractice({ method, path }: Asked, answerAt: (path: string) => Answer): Answer | undefined {
  if (path !== BASE && !path.startsWith(`${BASE}/`)) return undefined;
  if (path === BASE) return { json: practiceView(Date.now()) };
  if (method === 'POST' && /\/(rounds|finish|leave)$/.test(path)) return { json: { outcome: 'done' } };
  return answerAt(path.replace(BASE, '/api'));
}
