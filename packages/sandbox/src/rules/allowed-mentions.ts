import type { Problem } from './discord-error.ts';
import { asList, asObject } from './json.ts';
import type { Path } from './problem.ts';

/**
 * Mentions are either all allowed or listed by id, for users and roles alike.
 *
 * @see https://docs.discord.com/developers/resources/message#allowed-mentions-object
 */
export function* allowedMentionsProblems(value: unknown, path: Path): Generator<Problem> {
  const mentions = asObject(value);
  const parse = asList(mentions['parse']);
  for (const kind of ['users', 'roles'] as const) {
    if (parse.includes(kind) && asList(mentions[kind]).length > 0) {
      yield {
        path,
        code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      };
    }
  }
}
