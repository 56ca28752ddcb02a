import { PluginTranslations } from '@twi/host';
import type { Plugin, Translator } from '@twi/sdk';
import type { Locale } from 'discord.js';

/**
 * Speaks a language with the words of one plugin, for tests of what makes replies, which need no bot.
 *
 * @throws {TypeError} when it is asked for a text that the plugin does not have.
 * @example
 * expect(actionReply(ban, translatorFor(moderationPlugin, 'de'))).toMatchObject(…);
 */
export function translatorFor(plugin: Plugin, locale: `${Locale}` = 'en-US'): Translator {
  const translations = new PluginTranslations({ isStrict: true });
  translations.add(plugin);
  return translations.in(locale);
}
