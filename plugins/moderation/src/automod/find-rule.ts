import { MOST_CHOICES, UserError } from '@twi/sdk';
import type { ApplicationCommandOptionChoiceData, Snowflake } from 'discord.js';
import { automodRuleNotFound } from './errors.ts';
import type { RuleBook } from './rule-book.ts';
import type { Rule } from './rules/rule.ts';

/**
 * The rule that somebody means by its number or its name.
 *
 * @throws {UserError} `moderation.automod-rule-not-found`
 */
export async function findRule(
  book: Pick<RuleBook, 'ruleSet'>,
  guildId: Snowflake,
  typed: string,
): Promise<Rule> {
  const { rules } = await book.ruleSet(guildId);
  const text = typed.trim();
  const number = /^#?(\d{1,9})$/.exec(text)?.[1];
  const found = rules.find((rule) =>
    number === undefined ? rule.name.toLowerCase() === text.toLowerCase() : rule.number === Number(number),
  );
  if (!found)
    throw new UserError(automodRuleNotFound(number === undefined ? text.slice(0, 100) : Number(number)));
  return found;
}

/** The rules whose numbers or names hold what is typed. */
export async function suggestRules(
  book: Pick<RuleBook, 'ruleSet'>,
  guildId: Snowflake,
  typed: string,
): Promise<ApplicationCommandOptionChoiceData<string>[]> {
  const { rules } = await book.ruleSet(guildId);
  const wanted = typed.trim().toLowerCase();
  return rules
    .map(({ number, name }) => ({ name: `#${number} ${name}`, value: String(number) }))
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, MOST_CHOICES);
}
