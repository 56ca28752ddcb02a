import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestBot } from '../../src/test-bot.ts';
import type { TestGuild } from '../../src/test-guild.ts';
import type { TestReply } from '../../src/test-reply.ts';
import { kindsPlugin } from './every-kind.ts';

let bot: TestBot;
let guild: TestGuild;
/** What stands for ids that the test does not know beforehand. */
const names = new Map<string, string>();

beforeAll(async () => {
  bot = await TestBot.start({ plugins: [kindsPlugin] });
  guild = await bot.guild();
  names.set('general', guild.channelId);
  names.set('voice', guild.sandbox.addChannel({ name: 'voice', type: 2 }).id);
  names.set('staff', guild.sandbox.addRole({ name: 'Staff' }).id);
  names.set('helpers', guild.sandbox.addRole({ name: 'Helpers' }).id);
  names.set('bob', guild.member({ username: 'bob' }).id);
}, 60_000);
afterAll(() => bot[Symbol.asyncDispose]());

/** `{staff}` becomes the id of the role Staff. */
function filled(text: string): string {
  return text.replaceAll(/\{(\w+)\}/g, (_all, name: string) => names.get(name) ?? name);
}

function set(key: string, value: string, plugin = 'kinds'): Promise<TestReply> {
  return guild.owner.slash('config set', { plugin, key, value: filled(value) });
}

async function shown(key: string): Promise<string | undefined> {
  let page = await guild.owner.slash('config show', { plugin: 'kinds' });
  for (;;) {
    const line = page.text.split('\n').find((one) => one.includes(`(\`${key}\`)`));
    if (line !== undefined || !page.buttons.includes('Next')) return line?.replace(/^.*?`\): /, '');
    page = await guild.owner.click(page, 'Next');
  }
}

describe('what is typed is understood', () => {
  test.each([
    ['text', 'Good evening, all', 'Good evening, all'],
    ['text', '"none"', 'none'],
    ['note', 'none', '–'],
    ['number', '7', '7'],
    ['share', '-0.5', '-0.5'],
    ['switch', 'on', 'yes'],
    ['switch', 'FALSE', 'no'],
    ['mode', 'delete', 'Delete it'],
    ['mode', 'warn the author', 'Warn the author'],
    ['grace', '1h 30m', '1h30m'],
    ['colour', '#FF8800', '`#ff8800`'],
    ['colour', '#f80', '`#ff8800`'],
    ['emoji', '👍', '👍'],
    ['channel', '#general', '<#{general}>'],
    ['channel', '<#{general}>', '<#{general}>'],
    ['channel', '{general}', '<#{general}>'],
    ['channels', '#general, voice', '<#{general}>, <#{voice}>'],
    ['role', '@staff', '<@&{staff}>'],
    ['roles', 'Staff, <@&{helpers}>', '<@&{staff}>, <@&{helpers}>'],
    ['user', '@bob', '<@{bob}>'],
    ['users', '<@{bob}>', '<@{bob}>'],
    ['domains', 'a.org, "b, c"', 'a.org, b, c'],
    ['domains', 'none', '–'],
    ['steps', '10m, 1h', '10m, 1h'],
    ['points', '@Staff=3, Helpers = 5', '<@&{staff}> = 3, <@&{helpers}> = 5'],
    ['shape', '{"x": 2}', '{"x":2}'],
  ])('%s: %s', async (key, typed, expected) => {
    await guild.owner.slash('config reset', { plugin: 'kinds' });
    await set(key, typed);

    expect(await shown(key)).toBe(filled(expected));
  });
});

describe('what is not accepted is refused with what is', () => {
  test.each([
    ['text', 'x'.repeat(51), 'a text of at most 50 characters'],
    ['number', '11', 'a whole number from 1 to 10'],
    ['number', 'seven', 'a whole number from 1 to 10'],
    ['number', '1.5', 'a whole number from 1 to 10'],
    ['share', 'half', 'a number'],
    ['switch', 'maybe', '`yes` or `no`'],
    ['mode', 'shout', 'one of `delete`, `warn`'],
    ['grace', '10', 'a number and a unit'],
    ['grace', '5s', 'from 1m'],
    ['colour', 'orange', 'a colour such as `#ff8800`'],
    ['emoji', 'thumbs up', 'an emoji'],
    ['channel', '#nowhere', 'a channel of this server (text)'],
    ['channel', '#voice', 'a channel of this server (text)'],
    ['channels', '#general, #nowhere', 'each a channel of this server'],
    ['role', '@everyone', 'a role of this server'],
    ['roles', 'Staff, Staff, Helpers', 'at most 2 entries'],
    ['user', '@nobody', 'a person'],
    ['domains', 'a, b, c, d', 'at most 3 entries'],
    ['steps', '10m, soon', 'each a number and a unit'],
    ['points', '@Staff', '`key=value`'],
    ['points', '@Staff=-1', 'a whole number of at least 0'],
    ['shape', '{"y": 2}', 'JSON'],
  ])('%s: %s', async (key, typed, accepted) => {
    const before = await shown(key);

    const reply = await set(key, typed);

    expect(reply.text).toContain('Nothing was changed.');
    expect(reply.text).toContain(`\`${key}\``);
    expect(reply.text).toContain(accepted);
    expect(reply.isEphemeral).toBe(true);
    expect(await shown(key)).toBe(before);
  });

  test('a plugin, a plugin without settings and a key that there are not', async () => {
    expect((await set('text', 'x', 'nothing')).text).toContain('no plugin called “nothing”');
    expect((await set('txt', 'x')).text).toContain('**Kinds** has no setting “txt”');
  });
});

test('who may not manage the server does not see the command', () => {
  const bob = guild.member({ username: 'bobby' });

  expect(bob.commands).not.toContain('config');
  expect(guild.owner.commands).toContain('config');
});

test('a reset without a key gives everything its default', async () => {
  await set('number', '7');
  await set('switch', 'yes');

  const reply = await guild.owner.slash('config reset', { plugin: 'kinds' });

  expect(reply.text).toContain('7 → 3');
  expect(await shown('number')).toBe('3 _(default)_');
  expect(await shown('switch')).toBe('no _(default)_');
});

/** The names of what is suggested for a value. */
async function suggested(key: string, value: string): Promise<string[]> {
  const choices = await guild.owner.autocomplete(
    'config set',
    { plugin: 'kinds', key, value: filled(value) },
    'value',
  );
  return choices.map(({ name }) => name);
}

describe('while typing', () => {
  test.each([
    ['switch', '', ['yes', 'no']],
    ['mode', 'del', ['Delete it']],
    ['grace', '15', ['15s', '15m', '15h', '15d', '15w']],
    ['channel', 'gen', ['#general']],
    ['role', 'sta', ['@Staff']],
    ['roles', '<@&{helpers}>, sta', ['<@&{helpers}>, @Staff']],
    ['user', '@bob', ['@bob']],
  ])('%s is suggested for “%s”', async (key, typed, expected) => {
    expect(await suggested(key, typed)).toEqual(expect.arrayContaining(expected.map(filled)));
  });

  test('channels of other types are not suggested', async () => {
    expect(await suggested('channel', 'voi')).toEqual([]);
  });

  test('plugins and keys are suggested too', async () => {
    const plugins = await guild.owner.autocomplete('config show', { plugin: 'gen' }, 'plugin');
    const keys = await guild.owner.autocomplete('config reset', { plugin: 'kinds', key: 'chan' }, 'key');

    expect(plugins).toEqual([{ name: 'General', value: 'core' }]);
    expect(keys.map(({ value }) => value)).toEqual(['channel', 'channels']);
  });
});
