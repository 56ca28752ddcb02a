import type { Plugin } from '@twi/sdk';
import type { IntentsBitField } from 'discord.js';
import { type PrivilegedIntent, withheldFrom } from './privileged-intents.ts';

/** Where an operator grants an intent, and what makes it count. */
const REMEDY =
  'Switch it on in the Developer Portal (https://discord.com/developers/applications), under Bot › Privileged Gateway Intents, and start the bot again.';

/** A privileged intent that the bot goes without, and who needs it. */
export interface WithheldIntent extends PrivilegedIntent {
  readonly plugins: readonly Plugin[];
}

/** The privileged intents that plugins need and the client goes without, each with those plugins. */
export function withheldIntents(
  plugins: readonly Plugin[],
  available: Readonly<IntentsBitField>,
): WithheldIntent[] {
  const found = new Map<string, WithheldIntent>();
  for (const plugin of plugins)
    for (const privileged of withheldFrom(plugin, available)) {
      const others = found.get(privileged.title)?.plugins ?? [];
      found.set(privileged.title, { ...privileged, plugins: [...others, plugin] });
    }
  return [...found.values()];
}

/** One withheld intent in plain words, for operators. */
export function withheldWords({ title, loss, plugins }: WithheldIntent): string {
  const names = plugins.map((plugin) => plugin.title).join(', ');
  return `The ${title} is not switched on for this bot, but these plugins need it: ${names}. Without it, ${loss}. ${REMEDY}`;
}

/** What a plugin lacks, for the people of a server, who cannot grant it themselves. */
export function intentProblems(plugin: Plugin, available: Readonly<IntentsBitField>): string[] {
  return withheldFrom(plugin, available).map(
    ({ title, loss }) =>
      `${loss}, because the operator of this bot has not switched on the **${title}** in Discord’s Developer Portal (Bot › Privileged Gateway Intents).`,
  );
}
