import type { Plugin } from '@twi/sdk';
import type { Guild } from 'discord.js';
import { intentProblems } from '../intents/withheld-intents.ts';
import { powerProblems } from './power-problems.ts';

/** Why a plugin cannot do all it is there for in a guild, and what helps; nothing when it can. */
export function pluginProblems(plugin: Plugin, guild: Guild): string[] {
  return [
    ...intentProblems(plugin, guild.client.options.intents),
    ...powerProblems(plugin.permissions ?? [], guild),
  ];
}
