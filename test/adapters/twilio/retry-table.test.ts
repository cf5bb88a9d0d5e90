import { describe, expect, it } from '@jest/globals';
import {
  AFTER_UNDELIVERED,
  afterAnswer,
  afterNoAnswer,
  afterUndelivered,
  BY_ERROR_CODE,
  BY_HTTP_STATUS,
} from '../../../src/adapters/twilio/retry-table.ts';

describe('the retry table', () => {
  it('names a source in every row', () => {
    const rows = [...Object.values(BY_ERROR_CODE), ...BY_HTTP_STATUS, ...Object.values(AFTER_UNDELIVERED)];
    expect(rows.length).toBeGreaterThan(15);
    for (const { source } of rows) expect(source).toMatch(/docs\/|RFC|twilio-oai|a success that/);
  });

  it('has a verdict for every status, and none of it accepts', () => {
    for (let status = 100; status < 1_000; status += 1)
      expect(afterAnswer(status, undefined).result).not.toBe('accepted');
  });

  it('never sends again what may have been taken', () => {
    for (const status of [200, 201, 408, 500, 502, 503, 504, 599]) {
      expect(afterAnswer(status, undefined)).toEqual({ result: 'ambiguous' });
    }
    expect(afterNoAnswer(true)).toEqual({ result: 'ambiguous' });
    expect(afterNoAnswer(false).result).toBe('retry');
  });

  it('waits between a tenth of a second and the rest of a text’s life', () => {
    for (const { verdict } of [...Object.values(BY_ERROR_CODE), ...BY_HTTP_STATUS]) {
      if (verdict.result !== 'retry') continue;
      expect(verdict.afterMs).toBeGreaterThanOrEqual(100);
      expect(verdict.afterMs).toBeLessThanOrEqual(60_000);
    }
  });

  it.each([
    [30003, 'retry-once'],
    [30007, 'retry-once'],
    [30005, 'give-up'],
    [30006, 'give-up'],
    [30008, 'give-up'],
    [12345, 'give-up'],
    [undefined, 'give-up'],
  ])('after undelivered with %p: %s', (code, again) => {
    expect(afterUndelivered(code)).toBe(again);
  });
});
