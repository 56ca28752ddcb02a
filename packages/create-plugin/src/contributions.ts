/** What a plugin can add to a bot, with what people are told about it and what it cannot do without. */
const CONTRIBUTIONS = {
  command: { description: 'a slash command with autocomplete', needs: ['table'] },
  button: { description: "a button below the command's answer", needs: ['command', 'table'] },
  listener: { description: 'a listener to an event of Discord', needs: ['table'] },
  table: { description: 'a table with its migration and data rights', needs: [] },
  job: { description: 'a durable job on a schedule', needs: ['table'] },
  setting: { description: 'a setting that every server can change', needs: ['table'] },
} as const satisfies Record<string, { description: string; needs: readonly string[] }>;

export type Contribution = keyof typeof CONTRIBUTIONS;

/** Every contribution with its description, in the order in which they are offered. */
export const contributionDescriptions = Object.entries(CONTRIBUTIONS).map(
  ([name, { description }]) => [name, description] as const,
);

/** What a plugin starts with unless its author says otherwise. */
export const DEFAULT_CONTRIBUTIONS = 'command,listener,setting,table';

/** A word that is no contribution; the message says what is accepted. */
export class ContributionError extends Error {
  override readonly name = 'ContributionError';
}

/**
 * Reads a list such as `command,job`, and adds what its members cannot do without.
 *
 * @throws {ContributionError} when it is empty or holds another word.
 */
export function parseContributions(list: string): ReadonlySet<Contribution> {
  const words = list.split(/[\s,]+/).filter(Boolean);
  const accepted = Object.keys(CONTRIBUTIONS).join(', ');
  if (words.length === 0) throw new ContributionError(`A plugin adds something: one or more of ${accepted}.`);
  const unknown = words.find((word) => !isContribution(word));
  if (unknown !== undefined)
    throw new ContributionError(
      `A plugin cannot add ${JSON.stringify(unknown)}. Give one or more of ${accepted}, separated by commas.`,
    );
  return new Set(words.filter(isContribution).flatMap((word) => [word, ...CONTRIBUTIONS[word].needs]));
}

function isContribution(word: string): word is Contribution {
  return Object.hasOwn(CONTRIBUTIONS, word);
}
