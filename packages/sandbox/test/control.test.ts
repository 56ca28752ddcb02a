import { request } from 'node:http';
import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ButtonBuilder,
  ButtonStyle,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestBot } from './test-bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await TestBot.start({ interactionDeadlineMs: 300 });
  await bot.client.application.commands.set([
    { name: 'ping', description: 'Answers.' },
    { name: 'silent', description: 'Does not answer.' },
    { name: 'ask', description: 'Opens a modal.' },
    {
      name: 'who',
      description: 'Names.',
      options: [
        { name: 'user', description: 'Whom', type: ApplicationCommandOptionType.User, required: true },
      ],
    },
  ]);
  bot.onInteraction(async (interaction) => {
    if (interaction.isButton()) return interaction.update({ content: 'clicked', components: [] });
    if (interaction.isModalSubmit()) return interaction.reply(interaction.fields.getTextInputValue('why'));
    if (!interaction.isChatInputCommand() || interaction.commandName === 'silent') return undefined;
    if (interaction.commandName === 'who')
      return interaction.reply(interaction.options.getUser('user', true).username);
    if (interaction.commandName === 'ask') {
      const input = new TextInputBuilder().setCustomId('why').setLabel('Why').setStyle(TextInputStyle.Short);
      const row = new ActionRowBuilder<TextInputBuilder>().addComponents(input);
      return interaction.showModal(new ModalBuilder().setCustomId('m').setTitle('Ask').addComponents(row));
    }
    const button = new ButtonBuilder().setCustomId('b').setLabel('Next').setStyle(ButtonStyle.Primary);
    return interaction.reply({
      content: 'pong',
      components: [new ActionRowBuilder<ButtonBuilder>().addComponents(button)],
    });
  });
});
afterAll(() => bot[Symbol.asyncDispose]());

async function control(
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; body: Outcome }> {
  const response = await fetch(`${bot.sandbox.url}/control/${path}`, {
    method,
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Outcome };
}

interface Outcome {
  readonly id?: string;
  readonly state?: string;
  readonly error?: string;
  readonly reason?: string;
  readonly response?: { readonly content: string };
  readonly modal?: { readonly title: string };
}

test('a typed line is played and shows what the member sees', async () => {
  const { status, body } = await control('POST', 'interactions', { as: 'bob', line: '/who user:@mallory' });

  expect(status).toBe(200);
  expect(body).toMatchObject({ state: 'answered', response: { content: 'mallory' } });
});

test('a button of the latest message is clicked by its label', async () => {
  await control('POST', 'interactions', { as: 'bob', line: '/ping' });

  const { body } = await control('POST', 'interactions', { as: 'bob', type: 'click', button: 'Next' });

  expect(body).toMatchObject({ state: 'answered', response: { content: 'clicked' } });
});

test('a modal is sent off by the id of its exchange', async () => {
  const opened = await control('POST', 'interactions', { as: 'bob', type: 'slash', command: 'ask' });
  expect(opened.body.modal?.title).toBe('Ask');

  const { body } = await control('POST', 'interactions', {
    as: 'bob',
    type: 'submit',
    exchange: opened.body.id,
    values: { why: 'because' },
  });

  expect(body.response?.content).toBe('because');
});

test.for([
  [{ as: 'nobody', line: '/ping' }, 404, 'There is no user "nobody"'],
  [{ as: 'bob', channel: 'nowhere', line: '/ping' }, 404, 'There is no channel "nowhere"'],
  [{ as: 'bob', line: '/unknown' }, 400, 'There is no command /unknown'],
  [{ as: 'bob', line: '/silent' }, 409, 'did not respond'],
  [{ as: 'bob', type: 'click', button: 'Absent' }, 409, 'anything to click'],
  [{ as: 'bob', type: 'dance' }, 400, ''],
] as const)('%j is answered with %i', async ([body, status, words]) => {
  const answer = await control('POST', 'interactions', body);

  expect(answer.status).toBe(status);
  expect(answer.body.error).toContain(words);
});

test('messages are written and read as a person', async () => {
  await control('POST', 'messages', { as: 'bob', channel: 'art', content: 'hello' });

  const { body } = await control('GET', 'messages?as=alice&channel=%23art');

  expect(body).toMatchObject([{ content: 'hello', author: { username: 'bob' } }]);
  expect((await control('POST', 'messages', { as: 'bob', channel: 'staff', content: 'x' })).status).toBe(409);
});

test('people, places, commands and requests can be looked at', async () => {
  const state = await control('GET', 'state');
  const commands = await control('GET', 'commands?as=bob');
  const requests = await control('GET', 'requests');

  expect(state.body).toMatchObject({ guilds: [{ name: 'Twi Test Server', hasBot: true }] });
  expect(commands.body).toHaveLength(4);
  expect(requests.body).toContainEqual(
    expect.objectContaining({ method: 'GET', path: '/gateway/bot', status: 200 }),
  );
  expect((await control('GET', 'nothing')).status).toBe(404);
});

test('faults can be asked for', async () => {
  await control('POST', 'faults', { type: 'fail-next', method: 'GET', status: 404 });

  await expect(bot.client.rest.get('/users/@me')).rejects.toMatchObject({ status: 404 });
  expect((await control('POST', 'faults', { type: 'fail-next', status: 200 })).status).toBe(400);
});

test.for([
  { type: 'break-next', template: '/nowhere', breaks: 'hang', chance: 0.5, forMs: 10 },
  { type: 'fail-next', template: '/nowhere', status: 429, scope: 'shared', retryAfterMs: 1 },
  { type: 'fail-next', template: '/nowhere', status: 502, body: '<html></html>' },
  { type: 'slow-gateway', helloMs: 5 },
  { type: 'ignore-heartbeats', ignoring: true },
  { type: 'guild-outage', guild: '1', out: true },
  { type: 'limit-session-starts', remaining: 900, resetAfterMs: 1_000 },
  { type: 'duplicate-events', chance: 0.5 },
  { type: 'reorder-events', milliseconds: 10 },
  { type: 'request-reconnect' },
  { type: 'refuse-gateway', refusing: true },
  { type: 'freeze-gateway' },
  { type: 'drop-gateway' },
  { type: 'clear' },
])('the fault $type can be asked for', async (fault) => {
  expect((await control('POST', 'faults', fault)).status).toBe(200);
});

test.for([
  [{ host: 'evil.example' }, 403],
  [{ origin: 'https://evil.example' }, 403],
  [{ origin: 'null' }, 403],
  [{ origin: 'http://localhost:5173' }, 200],
] as const)('headers %j are answered with %i', async ([headers, status]) => {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const sent = request(`${bot.sandbox.url}/control/state`, { headers: { ...headers } }, (response) => {
    response.resume();
    resolve(response.statusCode);
  });
  sent.on('error', reject);
  sent.end();

  expect(await promise).toBe(status);
});
