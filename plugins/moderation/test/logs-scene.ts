import { container } from '@sapphire/pieces';
import { SettingsRepository } from '@twi/database';
import type { TestBot, TestGuild } from '@twi/testing';
import { type APIEmbed, ChannelType } from 'discord.js';
import { expect, vi } from 'vitest';
import { type ModerationSettings, moderationSettings } from '../src/settings.ts';

/** A log goes out within about a second. */
export const SOON = { timeout: 8_000, interval: 50 };

/** Sets the plugin's settings in a guild, as another process does: the bot is notified. */
export async function configure(
  bot: TestBot,
  guild: TestGuild,
  value: Partial<ModerationSettings>,
): Promise<void> {
  moderationSettings.partial().parse(value);
  const { handle } = bot.database;
  await new SettingsRepository(handle.db).append({
    guildId: guild.id,
    pluginId: 'moderation',
    value,
    schemaVersion: 1,
    changedBy: null,
  });
  const cache = handle.cache.define<unknown>({ name: 'core.settings', max: 1, load: async () => undefined });
  await cache.invalidate(`${guild.id}/moderation`);
  cache.dispose();
  await vi.waitFor(
    async () =>
      expect(await container.pluginContexts.get(aPiece())?.settings.get(guild.id)).toMatchObject(value),
    SOON,
  );
}

/** Any piece of the plugin: through it a test reaches what the plugin reads. */
function aPiece(): object {
  const piece = container.stores.get('commands').get('warn');
  if (!piece) throw new Error('The plugin is not loaded.');
  return piece;
}

/** Adds a channel that the staff reads. */
export function staffChannel(guild: TestGuild, name: string): string {
  return guild.sandbox.addChannel({ name, type: ChannelType.GuildText }).id;
}

/** All embeds that the bot has posted in a channel, oldest first. */
export function embedsIn(bot: TestBot, channelId: string): APIEmbed[] {
  return bot.sandbox.messages(channelId).flatMap(({ embeds }) => embeds);
}

/** Waits until so many embeds were posted in a channel, and returns them. */
export async function awaitEmbeds(bot: TestBot, channelId: string, count: number): Promise<APIEmbed[]> {
  await vi.waitFor(() => expect(embedsIn(bot, channelId).length).toBeGreaterThanOrEqual(count), SOON);
  return embedsIn(bot, channelId);
}
