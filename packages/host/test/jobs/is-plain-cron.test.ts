import { PgBoss } from 'pg-boss';
import { expect, test } from 'vitest';
import { isPlainCron } from '../../src/jobs/is-plain-cron.ts';

const boss = new PgBoss('postgres://nobody@127.0.0.1:1/none');

test.each([
  '* * * * *',
  '*/5 * * * *',
  '23 * * * *',
  '47 3 * * *',
  '0 0 1 1 0',
  '0,15,30,45 8-18 * * 1-5',
  '59 23 28 12 6',
  '10-50/10 */2 * * *',
])('"%s" is plain, and pg-boss takes it', (expression) => {
  expect(isPlainCron(expression)).toBe(true);
  expect(() => boss.previewSchedule(expression, { tz: 'UTC', count: 1 })).not.toThrow();
});

test.each([
  '',
  'whenever',
  '* * * *',
  '* * * * * *',
  '60 * * * *',
  '* 24 * * *',
  '* * 0 * *',
  '* * * 13 *',
  '5-1 * * * *',
  '*/0 * * * *',
  '1, * * * *',
  '-1 * * * *',
  '* * * * MON',
  '0 0 31 2 *',
  '@daily',
])('"%s" is looked at', (expression) => {
  expect(isPlainCron(expression)).toBe(false);
});
