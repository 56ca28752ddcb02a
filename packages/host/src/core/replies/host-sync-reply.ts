import { clip, reply } from '@twi/sdk';
import { ActionRowBuilder, ButtonBuilder, ButtonStyle } from 'discord.js';
import type { CommandPlan } from '../../commands/command-plan.ts';
import type { SyncOutcome, SyncSummary } from '../../commands/command-reconciler.ts';
import { componentIds } from '../component-ids.ts';
import { counted } from '../words.ts';

/** Stands for all guilds where a custom id names one. */
export const ALL_GUILDS = 'all';

const OUTCOMES = {
  updated: 'The commands were sent.',
  unchanged: 'Nothing had to be sent.',
  postponed: 'Discord is busy; it is tried again by itself.',
  refused: 'Discord refused them; the log tells why.',
} as const satisfies Record<SyncOutcome, string>;

/** What would change in one guild. */
export function syncPlanReply(guild: { readonly id: string; readonly name: string }, plan: CommandPlan) {
  const { inStep, added, removed, kept } = plan;
  const isSame = inStep && added.length === 0 && removed.length === 0;
  if (isSame) return reply.success(`**${guild.name}** is in step: ${counted(kept.length, 'command')}.`);
  const fields = [
    { name: 'New', value: names(added) },
    { name: 'Gone', value: names(removed) },
    { name: 'Kept or changed', value: names(kept) },
  ];
  return reply.info(`**${guild.name}** would be sent its list.`, {
    fields: fields.filter(({ value }) => value),
    components: [sendButton(guild.id)],
  });
}

/** How many guilds would change. */
export function syncAllPlanReply(outOfStep: number) {
  if (outOfStep === 0) return reply.success('Every server is in step.');
  return reply.info(`${counted(outOfStep, 'list')} of commands would be sent.`, {
    components: [sendButton(ALL_GUILDS)],
  });
}

export function syncedReply(outcome: SyncOutcome) {
  return reply.info(OUTCOMES[outcome]);
}

export function syncedAllReply({ updated, unchanged, postponed, refused }: SyncSummary) {
  return reply.info(
    `${updated} sent, ${unchanged} in step already, ${postponed} tried again later, ${refused} refused.`,
  );
}

function names(commands: readonly string[]): string {
  const text = commands.map((name) => `\`${name}\``).join(', ');
  return clip(text, 1_024);
}

function sendButton(guildId: string): ActionRowBuilder<ButtonBuilder> {
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder()
      .setCustomId(componentIds.hostSync(guildId))
      .setLabel('Send now')
      .setStyle(ButtonStyle.Primary),
  );
}
