import type { LaneEffect, LogCode, LogFields, OutgoingText } from '../../src/hotline/ports.ts';

export const NOW = 1_700_000_000_000;

export function text(id: string, over: Partial<OutgoingText> = {}): OutgoingText {
  return {
    ...{ kind: 'text', id, seq: 1, state: 'waiting', weight: 'ordinary', key: 'line.help', question: false },
    ...{ keyId: 'c1', sealed: Buffer.from(id), bornAt: NOW, expiresAt: NOW + 600_000, tries: 0, at: NOW, looks: 0 },
    ...over,
  };
}

export function effect(id: string, over: Partial<LaneEffect> = {}): LaneEffect {
  return { kind: 'desk', id, seq: 900, version: 1, payload: '', at: NOW, tries: 0, ...over };
}

/** A log that keeps what it is told. */
export function keptLog() {
  const events: [LogCode, LogFields?][] = [];
  return { events, event: (code: LogCode, fields?: LogFields) => void events.push(fields ? [code, fields] : [code]) };
}

/** A clock that only the test moves. */
export function handClock(now = NOW) {
  const clock = { time: now, now: () => clock.time };
  return clock;
}
