import { describe, expect, it } from '@jest/globals';
import { createLog } from '../../src/adapters/log/log.ts';
import type { LogCode, LogFields } from '../../src/hotline/ports.ts';

const CANARY = 'he has my passport +15555550199';

function logged(code: LogCode, fields?: unknown) {
  const lines: string[] = [];
  createLog({ write: (line) => void lines.push(line) }).event(code, fields as LogFields);
  expect(lines).toHaveLength(1);
  return { line: lines[0] ?? '', json: JSON.parse(lines[0] ?? '') };
}

describe('the log', () => {
  it('writes one line of JSON: a code and numbers', () => {
    const { json, line } = logged('sweep-found', { count: 3, ms: 12, status: 200, errorCode: 30008 });
    expect(json).toEqual({
      level: 30,
      time: expect.any(Number),
      event: 'sweep-found',
      count: 3,
      ms: 12,
      status: 200,
      errorCode: 30008,
    });
    expect(line.endsWith('\n')).toBe(true);
  });

  it('warns of what somebody must look at', () => {
    expect(logged('store-failed').json.level).toBe(40);
    expect(logged('text-stored').json.level).toBe(30);
  });

  it.each([
    ['a text in a field of its own', { body: CANARY, text: CANARY, to: CANARY, from: CANARY }],
    ['a text where a number belongs', { count: CANARY, ms: CANARY, status: CANARY, errorCode: CANARY }],
    ['an error with a text', { err: new Error(CANARY), error: new Error(CANARY) }],
    ['an error for fields', Object.assign(new Error(CANARY), { count: 1 })],
    ['a text as a variable', { variable: CANARY }],
    ['a text as a trace', { trace: CANARY }],
    ['a text among the frames of a trace', { trace: `Error | ${CANARY} | at think (file:///a/think.ts:1:2)` }],
    ['a text on another line', { trace: `TypeError\n    at ${CANARY}\n    at file:///a/think.ts:1:2` }],
    ['a text in what JSON makes of it', { toJSON: () => ({ body: CANARY }) }],
    ['a text in an object where a number belongs', { count: { body: CANARY } }],
    ['an inherited text', Object.create({ body: CANARY, msg: CANARY, event: CANARY })],
  ])('lets nothing out of %s', (_where, fields) => {
    const { line } = logged('unexpected', fields);
    expect(line).not.toMatch(/passport|5555550199/);
  });

  it('keeps the class of an error and the places in code', () => {
    const trace = 'LineError | at openLane (file:///app/src/hotline/open-lane.ts:31:5) | at async node:internal/x:1:2';
    expect(logged('turn-failed', { trace }).json.trace).toBe(
      'LineError | at openLane (file:///app/src/hotline/open-lane.ts:31:5)',
    );
    const real = String(new TypeError(CANARY).stack);
    expect(logged('turn-failed', { trace: real }).json.trace).toMatch(/log\.test\.ts:\d+:\d+/);
  });

  it('names a setting', () => {
    expect(logged('line-started', { variable: 'TWILIO_AUTH_TOKEN' }).json.variable).toBe('TWILIO_AUTH_TOKEN');
  });

  it('counts every event, also those it does not write', () => {
    const [lines, counted]: [string[], [string, number][]] = [[], []];
    const log = createLog({
      write: (line) => void lines.push(line),
      count: (code, by) => void counted.push([code, by]),
      quiet: new Set(['text-stored']),
    });
    log.event('text-stored');
    log.event('sweep-found', { count: 4 });
    expect(counted).toEqual([
      ['text-stored', 1],
      ['sweep-found', 4],
    ]);
    expect(lines).toHaveLength(1);
  });
});
