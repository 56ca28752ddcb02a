import { parseCustomId } from '@twi/sdk';

/** What a moderator answered to the question whether to begin. */
export interface BulkAnswer {
  readonly isYes: boolean;
  readonly runId: string;
}

/** The answer that a button of `handler` gives, or `undefined` when it is another's button. */
export function parseBulkAnswer(handler: string, id: string): BulkAnswer | undefined {
  const parsed = parseCustomId(id);
  if (parsed?.plugin !== 'moderation' || parsed.handler !== handler) return undefined;
  const [, answer, runId] = /^(go|no):(\d{1,19})$/.exec(parsed.state) ?? [];
  return runId ? { isYes: answer === 'go', runId } : undefined;
}
