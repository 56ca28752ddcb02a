import { SettingsRepository } from '@twi/database';
import type { MemberActor, SandboxGuild } from '@twi/sandbox';
import { type APIMessage, ChannelType, OverwriteType } from 'discord.js';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Bench, benchGuild, startBench } from '../start-bench.ts';
import { textProbePlugin } from './text-probe-plugin.ts';

const SOON = { timeout: 4_000 };

let bench: Bench;
beforeAll(async () => {
  bench = await startBench([textProbePlugin]);
}, 60_000);
afterAll(() => bench[Symbol.asyncDispose]());

interface Scene {
  readonly guild: SandboxGuild;
  readonly member: MemberActor;
}

async function scene(
  prefix: string | null = '!',
  enabled: readonly string[] = ['text-probe'],
): Promise<Scene> {
  const { guild, member } = await benchGuild(bench, enabled);
  await new SettingsRepository(bench.database.handle.db).append({
    guildId: guild.id,
    pluginId: 'core',
    value: { prefix },
    schemaVersion: 1,
    changedBy: null,
  });
  return { guild, member };
}

/** What the bot has written after a message, in its channel. */
function answersTo(asked: APIMessage, where: MemberActor): APIMessage[] {
  return bench.sandbox
    .messages(where.channelId)
    .filter(({ id, author }) => author.id === bench.sandbox.bot.id && BigInt(id) > BigInt(asked.id));
}

/** The bot's answer in the channel. */
async function say(member: MemberActor, ...what: Parameters<MemberActor['send']>): Promise<APIMessage> {
  const asked = await member.send(...what);
  return vi.waitFor(() => {
    const [answer] = answersTo(asked, member);
    if (!answer) throw new Error(`"${what[0]}" was not answered.`);
    return answer;
  }, SOON);
}

function text({ content, embeds }: APIMessage): string {
  const parts = embeds.flatMap(({ title, description, fields = [] }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]);
  return [content, ...parts].filter(Boolean).join('\n');
}

/** What was answered to a message, seen once something that was said later is answered. */
async function heard(member: MemberActor, content: string): Promise<string[]> {
  const asked = await member.send(content);
  await say(member, `<@${bench.sandbox.bot.id}> about`);
  return answersTo(asked, member)
    .map(text)
    .filter((words) => !words.includes('made of plugins'));
}

describe('options', () => {
  test('of every type reach the handler as a slash command brings them', async () => {
    const { guild, member } = await scene();
    const role = guild.addRole({ name: 'Staff' });
    const channel = guild.addChannel({ name: 'rules' });

    const answer = await say(
      member,
      `!every <@${member.userId}> 3 "dark red" <#${channel.id}> role:${role.id} whom:<@&${role.id}> factor:1.5 loud:on the rest of it`,
      { attachments: [{ filename: 'note.txt', bytes: Buffer.from('Hello') }] },
    );

    expect(text(answer).split('\n')).toEqual([
      expect.stringMatching(/^user person\d+ \(here\)$/),
      'count 3',
      'kind dark-red',
      'role Staff',
      'channel rules',
      'whom Staff',
      'factor 1.5',
      'loud true',
      'file note.txt',
      'words "the rest of it"',
      `every ${guild.name} true`,
    ]);
  });

  test('an id names somebody who is not a member', async () => {
    const { member } = await scene();
    const { id } = bench.sandbox.createUser({ username: 'outsider' });

    expect(text(await say(member, `!Every ${id} 3 blue`))).toContain('user outsider (away)');
  });

  test('what names nobody is refused with what is accepted and how it is typed', async () => {
    const { member } = await scene();

    const answer = await say(member, '!every 100000000000000009 3 blue');

    expect(text(answer)).toBe(
      '`user` does not take `100000000000000009`. It takes a member by mention or id (Somebody).\n' +
        'How to type it: `!every <user> <count> <kind> [role:…] [channel:…] [whom:…] [factor:…] [loud:…] [attached file] [words]`',
    );
  });

  test('a channel that is hidden from somebody is as if it did not exist for them', async () => {
    const { guild, member } = await scene();
    const secret = guild.addChannel({
      name: 'secret',
      permission_overwrites: [{ id: guild.id, type: OverwriteType.Role, deny: '1024', allow: '0' }],
    });

    const answer = await say(member, `!every ${member.userId} 3 blue channel:${secret.id}`);

    expect(text(answer)).toContain('`channel` does not take');
  });

  test('a channel of another kind is refused', async () => {
    const { guild, member } = await scene();
    const voice = guild.addChannel({ name: 'Lounge', type: ChannelType.GuildVoice });

    expect(text(await say(member, `!every ${member.userId} 3 blue channel:${voice.id}`))).toContain(
      '`channel` does not take',
    );
  });
});

describe('answers', () => {
  test('for all are replies, which are edited and followed', async () => {
    const { member } = await scene();
    const asked = await member.send('!answers twice');

    await vi.waitFor(() => {
      const answers = answersTo(asked, member);
      expect(answers.map(text)).toEqual(['First, mended.', 'Second. true']);
      expect(answers[0]?.message_reference?.message_id).toBe(asked.id);
    }, SOON);
  });

  test('for one person go to them, and the message is marked', async () => {
    const { guild, member } = await scene();
    const asked = await member.send('!answers secret');

    await vi.waitFor(() => {
      expect(bench.sandbox.directMessages(member.userId).map(text)).toEqual([
        `-# https://discord.com/channels/${guild.id}/${asked.channel_id}/${asked.id}\nFor you alone.`,
      ]);
      const marked = bench.sandbox.messages(asked.channel_id).find(({ id }) => id === asked.id);
      expect(marked?.reactions?.map(({ emoji }) => emoji.name)).toEqual(['✅']);
    }, SOON);
    expect(answersTo(asked, member)).toEqual([]);
  });

  test('that are for one person who takes no direct messages are not given away', async () => {
    const { member } = await scene();
    bench.sandbox.setDirectMessages(member.userId, false);

    expect(text(await say(member, '!answers secret'))).toBe(
      'My answer is for you alone, and you take no direct messages. Use `/answers secret` next time.',
    );
  });

  test('lose buttons in direct messages, and say where those work', async () => {
    const { member } = await scene();
    await member.send('!answers paged');

    await vi.waitFor(() => {
      const [answer] = bench.sandbox.directMessages(member.userId);
      expect(answer && text(answer)).toContain(
        'Its buttons work in the server alone: use `/answers paged` there.',
      );
      expect(answer?.components).toEqual([]);
    }, SOON);
  });

  test('that a message cannot give point to the slash command', async () => {
    const { member } = await scene();

    expect(text(await say(member, '!answers form'))).toBe(
      'This works as a slash command alone: use `/answers form`. (A message has no `showModal`.)',
    );
  });

  test('that refuse are taken back after 20 seconds', async () => {
    const { member } = await scene();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    onTestFinished(() => void vi.useRealTimers());
    const refusal = await say(member, '!answers refuse');
    expect(text(refusal)).toBe('Not today.');
    const ids = () => bench.sandbox.messages(refusal.channel_id).map(({ id }) => id);

    await vi.advanceTimersByTimeAsync(15_000);
    expect(ids()).toContain(refusal.id);

    await vi.advanceTimersByTimeAsync(5_000);
    await vi.waitFor(() => expect(ids()).not.toContain(refusal.id), SOON);
  });
});

describe('who may', () => {
  test('a subcommand asks for its own node', async () => {
    const { member } = await scene();

    expect(text(await say(member, '!answers guarded'))).toContain('`text-probe.guarded`');
  });

  test('where no node guards a command, the Discord permissions that its author named do', async () => {
    const { guild, member } = await scene();

    expect(text(await say(member, '!staff'))).toBe('You may not use this command here.');
    const owner = bench.sandbox.as(guild.ownerId, { channelId: member.channelId });
    expect(text(await say(owner, '!staff'))).toBe('Welcome, staff.');
  });

  test('a cooldown counts what was done, not what was mistyped', async () => {
    const { member } = await scene();

    expect(text(await say(member, '!answers often one x'))).toContain('`number` does not take `x`.');
    expect(text(await say(member, '!answers often one 1'))).toBe('1 for all.');
    expect(text(await say(member, '!answers often one 2'))).toContain('You can use it again');
  });

  test('a word that is no subcommand is answered with those that are', async () => {
    const { member } = await scene();

    expect(text(await say(member, '!answers slash'))).toBe(
      '`!answers` needs one of these words after it: `secret`, `paged`, `twice`, `form`, `refuse`, `guarded`, `often one`.',
    );
  });

  test('uses are recorded with their subcommand', async () => {
    const { guild, member } = await scene();
    await say(member, '!answers often one 1');

    await vi.waitFor(async () => {
      const rows = await bench.database.handle.db
        .selectFrom('core.command_usages')
        .select(['command', 'outcome'])
        .where('guildId', '=', guild.id)
        .execute();
      expect(rows).toEqual([{ command: 'answers often one', outcome: 'success' }]);
    }, SOON);
  });
});

describe('silence', () => {
  test('where the plugin is off', async () => {
    const { member } = await scene('!', []);
    expect(await heard(member, '!answers twice')).toEqual([]);
  });

  test('after the prefix and anything else', async () => {
    const { member } = await scene();
    expect(await heard(member, '!nothing of the kind')).toEqual([]);
    expect(await heard(member, '!!!')).toEqual([]);
    expect(await heard(member, '!slash-only')).toEqual([]);
  });

  test('without a prefix', async () => {
    const { member } = await scene(null);
    expect(await heard(member, '!ping')).toEqual([]);
    expect(await heard(member, 'ping')).toEqual([]);
  });
});

describe('the core plugin', () => {
  test('answers a mention where there is no prefix', async () => {
    const { member } = await scene(null);

    expect(text(await say(member, `<@${bench.sandbox.bot.id}> ping`))).toContain('Pong!');
  });

  test('tells in /help how a command is typed as a message', async () => {
    const { member } = await scene();
    await member.send('!help answers often one');

    await vi.waitFor(() => {
      const [answer] = bench.sandbox.directMessages(member.userId);
      expect(answer && text(answer)).toContain('As a message\n`!answers often one <number>`');
    }, SOON);
  });

  test('answers plain words in direct messages, and nothing else there', async () => {
    const { member } = await scene();
    const direct = member.inDirectMessages();

    expect(text(await say(direct, 'ping'))).toContain('Pong!');
    expect(text(await say(direct, 'help'))).toContain('What you can do here');
    expect(await heard(direct, 'answers twice')).toEqual([]);
    expect(await heard(direct, 'ping me when you are there')).toEqual([]);
  });
});
