import { TestReply } from './test-reply.ts';

/**
 * Shows a reply in a snapshot as the member reads it.
 *
 * @example
 * expect.addSnapshotSerializer(replySerializer);
 * expect(await alice.slash('ping')).toMatchInlineSnapshot();
 */
export const replySerializer = {
  test: (value: unknown): boolean => value instanceof TestReply,
  serialize: (value: unknown): string => String(value),
};
