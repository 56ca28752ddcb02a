import { setTimeout as sleep } from 'node:timers/promises';
import { container } from '@sapphire/pieces';
import { type TestBot, type TestGuild, type TestMember, type TestReply, textOf } from '@twi/testing';
import type { OptionValues } from '@twi/testing';
import type { APIMessage } from 'discord.js';
import { expect, vi } from 'vitest';
import type { ModerationSettings } from '../../src/settings.ts';
import { configure, staffChannel } from '../logs-scene.ts';

const SETTLE_MS = 150;

/** A guild with the plugin on, somebody who manages its rules, and somebody whom they are for. */
export interface AutomodScene {
  readonly guild: TestGuild;
  readonly alice: TestMember;
  readonly mallory: TestMember;
  /** Where automod logs. */
  readonly logId: string;
  readonly add: (options: OptionValues) => Promise<TestReply>;
  /** What automod has logged, oldest first. */
  readonly logged: () => string;
}

export async function newAutomodScene(
  bot: TestBot,
  settings: Partial<ModerationSettings> = {},
): Promise<AutomodScene> {
  const guild = await bot.guild({ enable: ['moderation'] });
  const alice = guild.member({ username: 'alice', permissions: ['ManageGuild'] });
  const mallory = guild.member({ username: 'mallory' });
  const logId = staffChannel(guild, 'log');
  await configure(bot, guild, { logAutomod: logId, ...settings });
  return {
    guild,
    alice,
    mallory,
    logId,
    add: (options) => alice.slash('automod add', options),
    logged: () => bot.sandbox.messages(logId).map(textOf).join('\n'),
  };
}

/** Resolves when the message is gone. */
export async function untilGone(member: TestMember, message: APIMessage): Promise<void> {
  await vi.waitFor(() => expect(member.messages.some(({ id }) => id === message.id)).toBe(false), 4_000);
}

/** Whether a message is still there when automod has had its time. */
export async function stays(member: TestMember, message: APIMessage): Promise<boolean> {
  await sleep(SETTLE_MS);
  return member.messages.some(({ id }) => id === message.id);
}

/** The types of the cases of a guild, oldest first, once there are so many. */
export async function caseTypes(guild: TestGuild, count: number): Promise<string[]> {
  return vi.waitFor(async () => {
    const { rows } = await container.moderation.cases.list({ guildId: guild.id });
    expect(rows.filter(({ state }) => state === 'done')).toHaveLength(count);
    return rows.map(({ type }) => type).toReversed();
  }, 4_000);
}
