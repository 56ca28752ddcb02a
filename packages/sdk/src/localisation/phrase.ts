import { container } from '@sapphire/pieces';
import type { UserError } from '../errors.ts';
import type { Phrase, TextKey, ValuesAfter } from './text-key.ts';

/**
 * A text to be said later, or to be filled in into another one.
 *
 * @example
 * t('core:closed', { reason: phrase('core:closed-reasons.disabled') })
 */
export function phrase<Key extends TextKey>(key: Key, ...[values]: ValuesAfter<Key>): Phrase {
  return { key, values: values ?? {} };
}

/**
 * The options of a `UserError` whose message reaches each person in their language. Its identifier is the plugin's id
 * and the last part of the key: `moderation.no-such-case` for `moderation:errors.no-such-case`.
 *
 * @example
 * throw new UserError(refusal('moderation:errors.no-such-case', { number }));
 */
export function refusal<Key extends TextKey>(key: Key, ...values: ValuesAfter<Key>): UserError.Options {
  const said = phrase(key, ...values);
  const [plugin, path = ''] = said.key.split(':');
  return {
    identifier: `${plugin}.${path.slice(path.lastIndexOf('.') + 1)}`,
    // For logs, and for whoever quotes it. Tests of a function alone have no host, and so no words.
    message: 'translations' in container ? container.translations.in('en-US').say(said) : said.key,
    context: { phrase: said },
  };
}
