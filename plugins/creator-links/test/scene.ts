import type { TestBot, TestGuild, TestMember, TestReply } from '@twi/testing';

/** A guild with the plugin on: a moderator, two creators, and an age-restricted channel beside the usual one. */
export interface Scene {
  readonly guild: TestGuild;
  readonly staff: TestMember;
  readonly cat: TestMember;
  readonly dog: TestMember;
  readonly adults: { readonly id: string };
}

export async function newScene(bot: TestBot): Promise<Scene> {
  const guild = await bot.guild({ enable: ['creator-links'], prefix: '!' });
  return {
    guild,
    staff: guild.member({ username: 'staff', permissions: ['ManageMessages'] }),
    cat: guild.member({ username: 'cat' }),
    dog: guild.member({ username: 'dog' }),
    adults: guild.sandbox.addChannel({ name: 'adults', nsfw: true }),
  };
}

/** Where the buttons of a reply lead. */
export function linksIn(reply: TestReply): readonly string[] {
  return (reply.message.components ?? []).flatMap((row) =>
    'components' in row ? row.components.flatMap((each) => ('url' in each ? [each.url] : [])) : [],
  );
}
