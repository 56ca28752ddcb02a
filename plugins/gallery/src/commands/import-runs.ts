import type { Subcommand } from '@sapphire/plugin-subcommands';
import { isAgeRestricted } from '@twi/sdk';
import { MessageFlags } from 'discord.js';
import type { Gallery } from '../gallery.ts';
import { isImportable } from '../imports/walking/importable-channel.ts';
import { importPageReply } from '../replies/import-page-reply.ts';
import { importReply } from '../replies/import-reply.ts';
import { reviewReply } from '../replies/review-reply.ts';

type Invocation = Subcommand.ChatInputCommandInteraction<'cached'>;

/** Begins an import, and shows its progress where that was typed, for as long as it takes. */
export async function runImport(interaction: Invocation, { imports }: Gallery): Promise<void> {
  const { options, member, id: now } = interaction;
  const channel = options.getChannel('channel', true);
  if (!isImportable(channel)) throw new TypeError('Discord lets people choose channels with posts only.');
  const run = await imports.start({ channel, member, after: options.getString('after'), now });
  const { resource } = await interaction.reply({
    ...importReply(run, await imports.count(run)),
    withResponse: true,
  });
  const message = resource?.message;
  if (!message) throw new TypeError('Discord tells which message a reply is.');
  await imports.begin(run, message);
}

/** Shows imports, newest first. */
export async function runProgress(interaction: Invocation, { imports }: Gallery): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const page = await imports.list(interaction.member);
  const [run] = page.rows;
  await interaction.editReply(importPageReply(page, run && (await imports.count(run))));
}

/** Shows the first post that waits for review. */
export async function runReview(interaction: Invocation, { reviews }: Gallery): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const waiting = await reviews.next(interaction.member);
  const isAdult = isAgeRestricted(interaction.channel);
  await interaction.editReply(reviewReply(waiting, { isAdult }));
}
