import { clip, ownMember } from '@twi/sdk';
import type { GuildMember, GuildTextBasedChannel } from 'discord.js';
import { mayRead } from '../conversations/readable-channel.ts';

/** More of the rules is not sent. */
const MOST_RULES = 60;
const LONGEST_RULE = 300;
const MOST_MESSAGES = 50;

/**
 * The rules of a guild, one for each line: those of its setting, then what stands in its rules channel, as far as both the
 * member and the bot may read it.
 */
export async function rulesOf(member: GuildMember, setting: string): Promise<string[]> {
  const { rulesChannel } = member.guild;
  const posted = rulesChannel && (await mayBothRead(member, rulesChannel)) ? await textsIn(rulesChannel) : [];
  return [setting, ...posted]
    .flatMap((text) => text.split('\n'))
    .map((line) => clip(line.trim(), LONGEST_RULE))
    .filter((line) => /\p{L}/u.test(line))
    .slice(0, MOST_RULES);
}

async function mayBothRead(member: GuildMember, channel: GuildTextBasedChannel): Promise<boolean> {
  return (await mayRead(member, channel)) && (await mayRead(await ownMember(member.guild), channel));
}

async function textsIn(channel: GuildTextBasedChannel): Promise<string[]> {
  const messages = await channel.messages.fetch({ limit: MOST_MESSAGES, cache: false });
  return [...messages.values()]
    .toReversed()
    .flatMap(({ content, embeds }) => [content, ...embeds.map(({ description }) => description ?? '')]);
}
