import { ButtonStyle, ComponentType, isJSONEncodable } from 'discord.js';
import type { AnswerContent } from './message-answer.ts';

/**
 * An answer without what can be clicked: a click in a direct message comes without the server that it is about. Links
 * stay.
 */
export function withoutButtons(answer: AnswerContent, command: string): AnswerContent {
  const rows = (answer.components ?? []).map((row): unknown => (isJSONEncodable(row) ? row.toJSON() : row));
  if (rows.every(isLinks)) return answer;
  const hint = `-# Its buttons work in the server alone: use \`/${command}\` there.`;
  return {
    ...answer,
    components: answer.components?.filter((_, index) => isLinks(rows[index])) ?? [],
    content: [answer.content, hint].filter(Boolean).join('\n'),
  };
}

function isLinks(row: unknown): boolean {
  if (typeof row !== 'object' || row === null || !('components' in row)) return false;
  return Array.isArray(row.components) && row.components.every(isLink);
}

function isLink(component: unknown): boolean {
  if (typeof component !== 'object' || component === null) return false;
  return (
    'type' in component &&
    component.type === ComponentType.Button &&
    'style' in component &&
    component.style === ButtonStyle.Link
  );
}
