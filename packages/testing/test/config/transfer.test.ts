import type { APIMessage } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestBot } from '../../src/test-bot.ts';
import type { TestGuild } from '../../src/test-guild.ts';
import type { TestReply } from '../../src/test-reply.ts';
import { kindsPlugin } from './every-kind.ts';

let bot: TestBot;

beforeAll(async () => {
  bot = await TestBot.start({ plugins: [kindsPlugin] });
}, 60_000);
afterAll(() => bot[Symbol.asyncDispose]());

function set(guild: TestGuild, key: string, value: string, plugin = 'kinds'): Promise<TestReply> {
  return guild.owner.slash('config set', { plugin, key, value });
}

async function show(guild: TestGuild, plugin = 'kinds'): Promise<string> {
  return (await guild.owner.slash('config show', { plugin })).text;
}

async function exported(guild: TestGuild): Promise<string> {
  return fileOf((await guild.owner.slash('config export')).message);
}

async function fileOf({ attachments }: APIMessage): Promise<string> {
  const response = await fetch(attachments[0]?.url ?? '');
  return response.text();
}

function importFile(guild: TestGuild, content: unknown): Promise<TestReply> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const file = { filename: 'settings.json', bytes: Buffer.from(text) };
  return guild.owner.slash('config import', { file });
}

const fileWith = (plugins: object) => ({ format: 'twi-settings', version: 1, plugins });

describe('a file', () => {
  test('brings back what was exported, and which plugins were on', async () => {
    const guild = await bot.guild({ enable: ['kinds'] });
    await set(guild, 'number', '7');
    await set(guild, 'prefix', '?', 'core');
    const file = await exported(guild);
    await guild.owner.slash('config reset', { plugin: 'kinds' });
    await set(guild, 'switch', 'yes');
    await guild.owner.slash('plugins disable', { plugin: 'kinds' });

    const question = await importFile(guild, file);
    expect(question.text).toContain('3 → 7');
    expect(question.text).toContain('yes → no');
    expect(question.text).toContain('Switches on **kinds**');
    expect(await show(guild)).toContain('(`number`): 3');
    await guild.owner.click(question, 'Import');

    expect(JSON.parse(await exported(guild))).toEqual(JSON.parse(file));
    expect((await importFile(guild, file)).text).toContain('Everything is like that already');
  });

  test('is imported by the question that a bot asked before it was restarted', async () => {
    const guild = await bot.guild();
    const question = await importFile(guild, fileWith({ kinds: { settings: { number: 9 } } }));
    await bot.restart();

    expect((await guild.owner.click(question, 'Import')).text).toContain('3 → 9');
    expect(await show(guild)).toContain('(`number`): 9');
  });

  test('does only what was shown: when settings changed meanwhile, it asks again', async () => {
    const guild = await bot.guild();
    const question = await importFile(guild, fileWith({ kinds: { settings: { number: 9 } } }));
    await set(guild, 'number', '5');

    const again = await guild.owner.click(question, 'Import');
    expect(again.text).toContain('5 → 9');
    expect(await show(guild)).toContain('(`number`): 5');
    await guild.owner.click(again, 'Import');

    expect(await show(guild)).toContain('(`number`): 9');
  });

  test('changes nothing when the answer is no', async () => {
    const guild = await bot.guild();
    const question = await importFile(guild, fileWith({ kinds: { settings: { number: 9 } } }));

    await guild.owner.click(question, 'Cancel');

    expect(await show(guild)).toContain('(`number`): 3');
  });

  test('names plugins that this bot does not have, and takes the rest', async () => {
    const guild = await bot.guild();
    const plugins = { bogus: { enabled: true }, kinds: { settings: { number: 9 } } };

    const question = await importFile(guild, fileWith(plugins));

    expect(question.text).toContain('`bogus`');
    expect(question.text).toContain('3 → 9');
  });

  test('is refused when it is larger than settings can be', async () => {
    const guild = await bot.guild();

    const reply = await importFile(guild, ' '.repeat(1_048_577));

    expect(reply.text).toContain('it is larger than 1 MiB');
  });

  test.each([
    ['{"format":"twi-settings","version":1,"plugins":{"__proto__":{"enabled":true}}}', 'like that already'],
    ['{"format":"twi-settings","version":1,"plugins":{"constructor":{"enabled":true}}}', '`constructor`'],
    [
      '{"format":"twi-settings","version":1,"plugins":{"kinds":{"settings":{"__proto__":{"polluted":1}}}}}',
      'like that already',
    ],
    [
      '{"format":"twi-settings","version":1,"plugins":{"kinds":{"settings":{"constructor":{"prototype":{"polluted":1}}}}}}',
      'Kinds has no setting `constructor`',
    ],
  ])('reaches nothing that all objects have: %s', async (content, answer) => {
    const guild = await bot.guild();

    const reply = await importFile(guild, content);

    expect(reply.text).toContain(answer);
    expect(reply.buttons).not.toContain('Import');
    expect({}).not.toHaveProperty('polluted');
    expect({}).not.toHaveProperty('enabled');
    expect(await show(guild)).toContain('(`number`): 3');
  });

  test.each([
    ['{', 'it is not JSON'],
    [{ format: 'other' }, 'twi-settings'],
    [
      fileWith({ kinds: { settings: { number: 11, colour: 'red' } } }),
      '`number` takes a whole number from 1 to 10',
    ],
    [fileWith({ kinds: { settings: { number: 11, colour: 'red' } } }), '`colour` takes a colour'],
    [fileWith({ kinds: { settings: { colours: 1 } } }), 'Kinds has no setting `colours`'],
    [fileWith({ kinds: { settings: { channel: '123456789012345678' } } }), '`channel` takes a channel'],
    [fileWith({ kinds: { settingsVersion: 2 } }), '`kinds.settingsVersion` takes at most 1'],
  ])('is refused when it is %j', async (content, reason) => {
    const guild = await bot.guild();

    const reply = await importFile(guild, content);

    expect(reply.text).toContain(reason);
    expect(reply.buttons).toEqual([]);
  });
});

describe('what was changed', () => {
  test('is listed page by page with the difference, and can be gone back to', async () => {
    const guild = await bot.guild();
    for (const number of [1, 2, 4, 5, 6, 7, 8]) await set(guild, 'number', String(number));

    const first = await guild.owner.slash('config history', { plugin: 'kinds' });
    const second = await guild.owner.click(first, 'Next');

    expect(first.text).toContain('7 → 8');
    expect(first.text).toContain(`<@${guild.owner.id}>`);
    expect(first.text).not.toContain('1 → 2');
    expect(second.text).toContain('1 → 2');
    expect(second.text).toContain('3 → 1');
    expect((await guild.owner.click(second, 'Previous')).text).toBe(first.text);

    const reverted = await guild.owner.slash('config revert', { plugin: 'kinds', revision: 3 });
    expect(reverted.text).toContain('8 → 4');
    const unknown = await guild.owner.slash('config revert', { plugin: 'kinds', revision: 99 });
    expect(unknown.text).toContain('There is no revision 99');
  });

  test('can be undone and done again', async () => {
    const guild = await bot.guild();
    await set(guild, 'number', '7');
    await set(guild, 'text', 'Hi');

    await guild.owner.slash('undo');
    expect(await show(guild)).toContain('(`text`): Hello');
    await guild.owner.slash('redo');

    expect(await show(guild)).toContain('(`text`): Hi');
    expect(await show(guild)).toContain('(`number`): 7');
  });

  test('is not undone when the same field was changed again since, but is when others were', async () => {
    const guild = await bot.guild();
    await set(guild, 'number', '7');
    await set(guild, 'text', 'Hi');
    await set(guild, 'text', 'Hey');
    const audit = (await guild.owner.slash('audit')).text;
    const [, text = '', number = ''] = Array.from(audit.matchAll(/`#(\d+)`/g), ([, id]) => id);

    expect((await guild.owner.slash('undo', { entry: text })).text).toContain('has been changed since');
    await guild.owner.slash('undo', { entry: number });

    expect(await show(guild)).toContain('(`text`): Hey');
    expect(await show(guild)).toContain('(`number`): 3');
  });

  test('includes which plugins are on', async () => {
    const guild = await bot.guild();
    await guild.owner.slash('plugins enable', { plugin: 'kinds' });

    expect((await guild.owner.slash('undo')).text).toContain('**Kinds** is off again');
    expect(bot.host.enablement.isEnabled(guild.id, 'kinds')).toBe(false);
    await guild.owner.slash('redo');

    expect(bot.host.enablement.isEnabled(guild.id, 'kinds')).toBe(true);
  });
});
