import { container } from '@sapphire/pieces';
import { translator, type Translator } from '@twi/sdk';
import type { EntryPoint } from '../entry-point.ts';

/** Speaks the language of whoever waits for an answer: of a message, that of its channel. */
export async function speakerFor({ interaction, message }: EntryPoint): Promise<Translator> {
  if (interaction) return translator(interaction);
  const guild = message?.guild;
  try {
    if (guild) return await translator(guild);
  } catch {
    // Where the settings cannot be read, that is what is to be told.
  }
  return container.translations.in(guild?.preferredLocale ?? 'en-US');
}
