import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonView } from '../../src/web/live-protocol.ts';
import { TestBot } from '../test-bot.ts';
import { LivePage } from './live-page.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await TestBot.start();
});
afterAll(() => bot[Symbol.asyncDispose]());

interface Answer {
  readonly id: string;
  readonly error?: string;
  readonly content?: string;
}

async function control(
  method: string,
  path: string,
  body: object,
): Promise<{ status: number; body: Answer }> {
  const response = await fetch(`${bot.sandbox.url}/control/${path}`, {
    method,
    body: body instanceof FormData ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

function inGuild(as: string) {
  return { as, guild: bot.guild.id };
}

test('a message is edited by its author and nobody else', async () => {
  const { id: messageId } = await bot.as('bob').send('teh');

  const byOther = await control('PATCH', 'messages', { as: 'alice', messageId, content: 'mine' });
  const byAuthor = await control('PATCH', 'messages', { as: 'bob', messageId, content: 'the' });

  expect(byOther.status).toBe(409);
  expect(byAuthor).toMatchObject({ status: 200, body: { content: 'the' } });
});

test('a message is deleted by those who may', async () => {
  const { id: messageId } = await bot.as('bob').send('away');

  expect((await control('DELETE', 'messages', { as: 'mallory', messageId })).status).toBe(403);
  expect((await control('DELETE', 'messages', { as: 'alice', messageId })).status).toBe(200);
  expect(
    bot
      .as('bob')
      .messages()
      .map(({ id }) => id),
  ).not.toContain(messageId);
});

test('a reaction is added and taken back', async () => {
  const { id: messageId } = await bot.as('bob').send('react');
  const reaction = { as: 'alice', messageId, emoji: '👍' };

  await control('POST', 'reactions', reaction);
  const added = bot.as('alice').message(messageId).reactions;
  await control('DELETE', 'reactions', reaction);

  expect(added).toMatchObject([{ count: 1, me: true }]);
  expect(bot.as('alice').message(messageId).reactions).toBeUndefined();
});

test('files go with a message, and the bot receives them', async () => {
  const form = new FormData();
  form.set('payload_json', JSON.stringify({ as: 'bob', content: 'look' }));
  form.set('files[0]', new Blob(['two words'], { type: 'text/plain' }), 'note.txt');
  const received = bot.next('messageCreate');

  expect((await control('POST', 'messages', form)).status).toBe(200);

  const [message] = await received;
  expect(message.attachments.first()).toMatchObject({ name: 'note.txt', size: 9 });
});

test('a thread starts from a message, once', async () => {
  const { id: messageId } = await bot.as('bob').send('a subject');
  const thread = { as: 'bob', name: 'Subject', messageId };

  const created = await control('POST', 'threads', thread);

  expect(created).toMatchObject({ status: 200, body: { id: messageId } });
  expect((await control('POST', 'threads', thread)).status).toBe(409);
  expect((await control('POST', 'threads', { as: 'bob', name: 'No message' })).status).toBe(409);
});

test('a post of a forum has a first message', async () => {
  const forum = { as: 'bob', channel: 'forum', name: 'Question' };

  expect((await control('POST', 'threads', forum)).status).toBe(409);
  const { body } = await control('POST', 'threads', { ...forum, content: 'How?' });

  expect(bot.as('bob').in(body.id).messages()).toMatchObject([{ content: 'How?' }]);
});

test('a person leaves and joins; the owner stays', async () => {
  const left = bot.next('guildMemberRemove');
  await control('DELETE', 'membership', inGuild('newt'));
  const [gone] = await left;
  const joined = bot.next('guildMemberAdd');
  await control('POST', 'membership', inGuild('newt'));
  const [back] = await joined;

  expect([gone.user.username, back.user.username]).toEqual(['newt', 'newt']);
  expect((await control('DELETE', 'membership', inGuild('olivia'))).status).toBe(400);
});

test('a moderator times out, kicks and bans by hand, and those who may not do not', async () => {
  const userId = bot.userId('mallory');
  const by = (as: string, measure: object) =>
    control('POST', 'moderation', { ...inGuild(as), userId, ...measure });

  expect((await by('bob', { type: 'ban' })).status).toBe(403);
  expect((await by('alice', { type: 'timeout', durationMs: 60_000 })).status).toBe(200);
  expect(bot.guild.member(userId)?.timeoutUntil).toBeGreaterThan(Date.now());
  expect((await by('alice', { type: 'kick' })).status).toBe(200);
  expect(bot.guild.member(userId)).toBeUndefined();
  expect((await by('alice', { type: 'ban', reason: 'spam' })).status).toBe(200);
  expect(bot.guild.bans.get(userId)).toBe('spam');
  expect((await control('POST', 'membership', inGuild('mallory'))).status).toBe(409);
  expect((await by('alice', { type: 'unban' })).status).toBe(200);
  expect((await control('POST', 'membership', inGuild('mallory'))).status).toBe(200);
});

test('an owner gives a role and takes it away', async () => {
  const userId = bot.userId('bob');
  const roleId = bot.guild.role('Moderator')?.id;
  const by = (type: string) => control('POST', 'moderation', { ...inGuild('olivia'), userId, type, roleId });

  await by('add-role');
  expect(bot.guild.member(userId)?.roleIds).toEqual([roleId]);
  await by('remove-role');
  expect(bot.guild.member(userId)?.roleIds).toEqual([]);
});

test('a new person joins; a name that is taken or malformed is refused', async () => {
  const joined = bot.next('guildMemberAdd');

  const { body } = await control('POST', 'people', { username: 'zoe', guild: bot.guild.id });

  expect((await joined)[0].id).toBe(body.id);
  expect((await control('POST', 'people', { username: 'zoe' })).status).toBe(409);
  expect((await control('POST', 'people', { username: 'Zoe!' })).body.error).toContain('a-z');
});

test('a direct conversation with the bot is opened once', async () => {
  const first = await control('POST', 'direct', { as: 'bob' });
  const second = await control('POST', 'direct', { as: 'bob' });

  expect(second.body.id).toBe(first.body.id);
});

test('a person enters voice and leaves it, and pages are told', async () => {
  const request = { as: 'bob', channel: bot.channelId('voice') };
  using page = await LivePage.open(bot.sandbox.url);
  page.look({ as: bot.userId('alice') });
  const isIn = (view: PersonView) =>
    view.guilds[0]?.channels.some(({ voiceUserIds }) => voiceUserIds.includes(bot.userId('bob'))) ?? false;

  await control('POST', 'voice', request);
  await page.next('view', ({ view }) => isIn(view));
  await control('DELETE', 'voice', request);
  await page.next('view', ({ view }) => !isIn(view));

  expect((await control('POST', 'voice', { as: 'bob', channel: bot.channelId() })).status).toBe(409);
});

const POLL = {
  question: { text: 'Drink?' },
  answers: [
    { poll_media: { text: 'Tea' } },
    { poll_media: { text: 'Coffee', emoji: { id: null, name: '☕' } } },
  ],
};

test('a person votes, votes otherwise and takes the vote back', async () => {
  const { id: messageId } = await bot.as('alice').send('', { poll: POLL });
  const vote = async (answerIds: number[]) => {
    const { status } = await control('POST', 'votes', { as: 'bob', messageId, answerIds });
    const counts = bot.as('bob').message(messageId).poll?.results?.answer_counts ?? [];
    return [status, counts.filter(({ count }) => count > 0)];
  };

  expect(await vote([1])).toEqual([200, [{ id: 1, count: 1, me_voted: true }]]);
  expect(await vote([2])).toEqual([200, [{ id: 2, count: 1, me_voted: true }]]);
  expect(await vote([])).toEqual([200, []]);
  expect((await vote([1, 2]))[0]).toBe(409);
  expect((await vote([3]))[0]).toBe(409);
});

test('a poll is ended by its author, once, and by nobody else', async () => {
  const { id: messageId } = await bot.as('alice').send('', { poll: POLL });
  const end = async (as: string) => (await control('DELETE', 'polls', { as, messageId })).status;

  expect(await end('bob')).toBe(409);
  expect(await end('alice')).toBe(200);
  expect(await end('alice')).toBe(400);
  expect(bot.as('bob').message(messageId).poll?.results?.is_finalized).toBe(true);
  expect((await control('POST', 'votes', { as: 'bob', messageId, answerIds: [1] })).status).toBe(400);
});
