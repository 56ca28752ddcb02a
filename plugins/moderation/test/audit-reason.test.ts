import { expect, test } from 'vitest';
import { auditReason } from '../src/actions/audit-reason.ts';

test('names the moderator, the case and the reason', () => {
  expect(auditReason({ number: 7, reason: 'Spam' }, 'alice')).toBe('alice, case #7: Spam');
});

test('does without a reason', () => {
  expect(auditReason({ number: 7, reason: null }, 'alice')).toBe('alice, case #7');
});

test('is cut visibly at what Discord takes', () => {
  const text = auditReason({ number: 7, reason: 'x'.repeat(1_000) }, 'alice');

  expect(text).toHaveLength(512);
  expect(text.endsWith('x…')).toBe(true);
});
