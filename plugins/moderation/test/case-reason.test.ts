import { expect, test } from 'vitest';
import { caseReason, isReasonOf } from '../src/actions/case-reason.ts';

test('names the moderator, the case and the reason', () => {
  expect(caseReason({ number: 7, reason: 'Spam' }, 'alice')).toBe('alice, case #7: Spam');
});

test('does without a reason', () => {
  expect(caseReason({ number: 7, reason: null }, 'alice')).toBe('alice, case #7');
});

test('is cut visibly at what Discord takes', () => {
  const text = caseReason({ number: 7, reason: 'x'.repeat(1_000) }, 'alice');

  expect(text).toHaveLength(512);
  expect(text.endsWith('x…')).toBe(true);
});

test('is never cut through an emoji', () => {
  const text = caseReason({ number: 7, reason: '👍'.repeat(400) }, 'alice');

  expect(text.isWellFormed()).toBe(true);
  expect(isReasonOf({ number: 7, reason: '👍'.repeat(400) }, text)).toBe(true);
});

test('a reason is told to be of its case, also when it is cut off', () => {
  const opened = { number: 12, reason: 'x'.repeat(600) };
  const given = caseReason(opened, 'alice');

  expect(isReasonOf(opened, given)).toBe(true);
  expect(isReasonOf({ ...opened, number: 1 }, given)).toBe(false);
  expect(isReasonOf(opened, 'Raid, see case #12')).toBe(false);
  expect(isReasonOf(opened, null)).toBe(false);
});
