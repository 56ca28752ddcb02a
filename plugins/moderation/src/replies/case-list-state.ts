import { customId, parseCustomId } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import { isCaseType, type CaseType } from '../cases/case-type.ts';

/** What a page of cases shows. All of it travels in the custom ids of its buttons, so they outlive the process. */
export interface CaseListState {
  readonly targetId?: Snowflake | undefined;
  readonly moderatorId?: Snowflake | undefined;
  readonly type?: CaseType | undefined;
  readonly cursor?: string | undefined;
}

/** The custom id of a button that shows a page. */
export function pageButton(handler: string, { cursor, targetId, moderatorId, type }: CaseListState): string {
  return customId(
    'moderation',
    handler,
    [cursor, targetId, moderatorId, type].map((part) => part ?? '').join(':'),
  );
}

/** The page that a button of `handler` shows, or `undefined` when it is another's button. */
export function parsePageButton(handler: string, id: string): CaseListState | undefined {
  const parsed = parseCustomId(id);
  if (parsed?.plugin !== 'moderation' || parsed.handler !== handler) return undefined;
  const [cursor, targetId, moderatorId, type = ''] = parsed.state.split(':');
  return {
    cursor: cursor || undefined,
    targetId: targetId || undefined,
    moderatorId: moderatorId || undefined,
    type: isCaseType(type) ? type : undefined,
  };
}
