import { Listener } from '@sapphire/framework';
import type { GuildMember, Message, MessageReaction, PartialMessage, User } from 'discord.js';

/** Answers an event with a word in the channel, so that tests see that it came. */
async function say(message: Message | PartialMessage, word: string): Promise<void> {
  if (message.channel.isSendable()) await message.channel.send(word);
}

export class ReactionListener extends Listener {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: 'messageReactionAdd' });
  }

  override run({ message, emoji }: MessageReaction, _user: User): Promise<void> {
    return say(message, `reacted ${emoji.name}`);
  }
}

export class UnreactionListener extends Listener {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: 'messageReactionRemove' });
  }

  override run({ message, emoji }: MessageReaction): Promise<void> {
    return say(message, `took back ${emoji.name}`);
  }
}

export class EditListener extends Listener {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: 'messageUpdate' });
  }

  override run(_before: Message, after: Message): Promise<void> {
    return say(after, `edited to ${after.content}`);
  }
}

export class DeleteListener extends Listener {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: 'messageDelete' });
  }

  override run(message: Message): Promise<void> {
    return say(message, 'deleted');
  }
}

/** Minds only Bob, so that other tests' channels stay quiet. */
async function sayInGuild(member: GuildMember, word: string): Promise<void> {
  if (member.user.username !== 'bob') return;
  const channel = member.guild.channels.cache.find((candidate) => candidate.isSendable());
  if (channel?.isSendable()) await channel.send(`${member.user.username} ${word}`);
}

export class JoinListener extends Listener {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: 'guildMemberAdd' });
  }

  override run(member: GuildMember): Promise<void> {
    return sayInGuild(member, 'came');
  }
}

export class LeaveListener extends Listener {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: 'guildMemberRemove' });
  }

  override run(member: GuildMember): Promise<void> {
    return sayInGuild(member, 'went');
  }
}
