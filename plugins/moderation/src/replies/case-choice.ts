import type { ApplicationCommandOptionChoiceData, Client } from 'discord.js';
import { caseWords } from '../cases/case-type.ts';
import type { Case } from '../database/case-repository.ts';
import { onOneLine } from './case-line.ts';

/** Discord's limit for the name of a choice (Interactions › Application Commands). */
const LONGEST_NAME = 100;

/** A case as autocomplete offers it. Choices are plain text, so people are named only where the cache knows them. */
export function caseChoice(
  { number, type, targetId, reason }: Case,
  client: Client,
): ApplicationCommandOptionChoiceData<number> {
  const who = client.users.cache.get(targetId)?.username ?? targetId;
  const text = `#${number} ${caseWords(type).title} of ${who}${reason ? `: ${reason}` : ''}`;
  return { name: onOneLine(text, LONGEST_NAME), value: number };
}
