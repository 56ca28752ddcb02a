import { expect, test } from 'vitest';
import { auditReason } from '../src/index.ts';

test('a reason is as long as Discord takes it, and well-formed', () => {
  expect(auditReason('alice: asked for it')).toBe('alice: asked for it');
  expect(auditReason('x'.repeat(513))).toBe(`${'x'.repeat(511)}…`);
  expect(auditReason('👍'.repeat(400)).isWellFormed()).toBe(true);
  expect(auditReason('a \uD83D half')).toBe('a \uFFFD half');
});
