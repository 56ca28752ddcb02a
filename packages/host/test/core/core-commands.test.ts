import type { Exchange, MemberActor } from '@twi/sandbox';
import type { APIMessage } from 'discord.js';
import { MessageFlags } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type HostScene, hostScene } from '../fixtures/host-scene.ts';
import { pluginFolders } from './plugin-folders.ts';

const SOON = { timeout: 5_000 };

let scene: HostScene;
let owner: MemberActor;
let member: MemberActor;

beforeAll(async () => {
  scene = await hostScene();
  await scene.directory.write(pluginFolders());
  owner = scene.owner;
  const { id } = scene.sandbox.createUser({ username: 'bob' });
  scene.guild.addMember(id);
  member = scene.sandbox.as(id, { channelId: scene.guild.channel('general')?.id ?? '' });
  await scene.start(options());
}, 60_000);
afterAll(() => scene[Symbol.asyncDispose]());

function options() {
  return {
    pluginPaths: [`${scene.directory.path}/plugins`],
    ownerGuildId: scene.guild.id,
    ownerIds: [owner.userId],
  };
}

/** The message that an exchange came to, once a deferred one has its content. */
async function answer(exchange: Promise<Exchange>): Promise<APIMessage> {
  const { response } = await (await exchange).settled();
  if (!response) throw new Error('There was no answer.');
  return response;
}

/** All that can be read. */
function text({ content, embeds }: APIMessage): string {
  const parts = embeds.flatMap(({ title, description, fields = [], footer }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ]);
  return [content, ...parts].filter(Boolean).join('\n');
}

function isEphemeral({ flags }: APIMessage): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

function guildCommands(): string[] {
  return owner
    .commands()
    .filter(({ guild_id: guildId }) => guildId !== undefined)
    .map(({ name }) => name)
    .toSorted();
}

async function switchOff(...pluginIds: string[]): Promise<void> {
  await scene.host.enablement.disable(scene.guild.id, pluginIds, undefined);
  await scene.host.reconciler.reconcileGuild(scene.guild.id);
}

describe('/ping and /about', () => {
  test('ping tells the three latencies', async () => {
    const message = await answer(member.slash('ping'));

    expect(text(message)).toMatch(/Pong![^]*Gateway[^]*REST\n\d+ ms\nDatabase\n\d+ ms/);
  });

  test('about tells version, uptime, servers and plugins', async () => {
    const message = await answer(member.slash('about'));

    expect(text(message)).toMatch(/Version\n\d+\.\d+\.\d+/);
    expect(text(message)).toContain('1 server');
    expect(text(message)).toContain('Gallery 1.0.0');
    expect(text(message)).not.toContain('Broken');
  });
});

describe('/plugins list', () => {
  test('shows every plugin with its state, to staff alone', async () => {
    const message = await answer(owner.slash('plugins list'));

    expect(isEphemeral(message)).toBe(true);
    expect(text(message)).toMatch(/\*\*Gallery\*\* 1\.0\.0 · ⚪ off · 2 commands\nCollects pictures\./);
    expect(text(message)).toContain('**Broken** 1.0.0 · 🔴 not running');
    expect(text(message)).toContain('1 of 100 slash commands');
    expect(text(message)).not.toContain('General');
  });

  test('is not offered to those who may not', async () => {
    await expect(member.slash('plugins list')).rejects.toMatchObject({ reason: 'unknown-command' });
  });

  test('leads to a plugin, whose button switches it on, and back', async () => {
    const list = await answer(owner.slash('plugins list'));
    const details = await answer(owner.select(list, 'Look at a plugin, switch it on or off', ['links']));
    expect(text(details)).toContain('Creator links 1.0.0');

    const enabled = await answer(owner.click(details, 'Enable'));

    expect(text(enabled)).toContain('**Creator links** is on.');
    expect(guildCommands()).toContain('link');
    const back = await answer(owner.click(enabled, 'All plugins'));
    expect(text(back)).toContain('**Creator links** 1.0.0 · 🟢 on');
    await switchOff('links');
  });

  test('asks on the button too before others are switched on, and Cancel changes nothing', async () => {
    const list = await answer(owner.slash('plugins list'));
    const details = await answer(owner.select(list, 'Look at a plugin, switch it on or off', ['gallery']));

    const question = await answer(owner.click(details, 'Enable'));
    expect(text(question)).toContain(
      '**Gallery** needs **Creator links**, which is off here. Switch both on?',
    );
    const cancelled = await answer(owner.click(question, 'Cancel'));

    expect(text(cancelled)).toBe('Nothing was changed.');
    expect(scene.host.enablement.isEnabled(scene.guild.id, 'gallery')).toBe(false);
  });
});

describe('/plugins info', () => {
  test('tells what a plugin does, needs, lacks and keeps', async () => {
    const message = await answer(owner.slash('plugins info', { plugin: 'gallery' }));

    const words = text(message);
    expect(words).toContain('Gallery 1.0.0\nCollects pictures.');
    expect(words).toContain('Needs the plugins\nlinks ^1.0.0');
    expect(words).toContain('`gallery`, `Repost to gallery`');
    expect(words).toContain('Manage Events, View Channel');
    expect(words).toContain('Guild Messages');
    expect(words).toContain('Items: the name is removed when somebody asks for it');
    expect(words).not.toContain('Tags');
  });

  test('tells why one is not running', async () => {
    const message = await answer(owner.slash('plugins info', { plugin: 'broken' }));

    expect(text(message)).toContain('not running: ');
    expect(text(message)).toContain('no key was configured');
  });

  test('suggests plugins by title', async () => {
    const choices = await owner.autocomplete('plugins info', { plugin: 'gal' }, { focused: 'plugin' });

    expect(choices).toEqual([expect.objectContaining({ name: 'Gallery', value: 'gallery' })]);
  });

  test('says so when there is no such plugin', async () => {
    const message = await answer(owner.slash('plugins info', { plugin: 'nonsense' }));

    expect(text(message)).toContain('I have no plugin called “nonsense”');
  });
});

describe('/plugins enable and disable', () => {
  test('asks before what it needs is switched on too, and does so when told', async () => {
    const question = await answer(owner.slash('plugins enable', { plugin: 'Gallery' }));
    expect(text(question)).toContain('**Gallery** needs **Creator links**');

    const enabled = await answer(owner.click(question, 'Enable both'));

    expect(text(enabled)).toContain('**Gallery** is on, and so is **Creator links**, which it needs.');
    expect(text(enabled)).toContain('3 of 100 slash commands');
    expect(guildCommands()).toEqual(expect.arrayContaining(['Repost to gallery', 'gallery', 'link']));
    await switchOff('links', 'gallery');
  });

  test('asks before what needs it is switched off too', async () => {
    await scene.enable('links', 'gallery');
    const question = await answer(owner.slash('plugins disable', { plugin: 'links' }));
    expect(text(question)).toContain('**Gallery** needs **Creator links** and is switched off with it.');

    const disabled = await answer(owner.click(question, 'Disable both'));

    expect(text(disabled)).toContain('**Creator links** is off, and so is **Gallery**.');
    expect(guildCommands()).not.toContain('gallery');
    expect(guildCommands()).not.toContain('link');
  });

  test('says which Discord permissions are lacking', async () => {
    await scene.enable('links');

    const message = await answer(owner.slash('plugins enable', { plugin: 'gallery' }));

    expect(text(message)).toContain('**Gallery**: I lack Manage Events.');
    await switchOff('links', 'gallery');
  });

  test('refuses with numbers what Discord has no room for, and changes nothing', async () => {
    await scene.enable('many-one');

    const message = await answer(owner.slash('plugins enable', { plugin: 'many-two' }));

    expect(text(message)).toContain('121 slash commands of 100');
    expect(scene.host.enablement.isEnabled(scene.guild.id, 'many-two')).toBe(false);
    await switchOff('many-one');
  });

  test('refuses one that is not running', async () => {
    const message = await answer(owner.slash('plugins enable', { plugin: 'broken' }));

    expect(text(message)).toContain('**Broken** is not running at present');
  });

  test('refuses one of two that need each other', async () => {
    const message = await answer(owner.slash('plugins enable', { plugin: 'chicken' }));

    expect(text(message)).toMatch(/is not running at present.*chicken.*egg/);
  });
});

/** All pages of `/help`. */
async function wholeHelp(player: MemberActor): Promise<string> {
  let page = await answer(player.slash('help'));
  const pages = [text(page)];
  while (JSON.stringify(page.components).includes('"label":"Next","style":2,"disabled":false')) {
    page = await answer(player.click(page.id, 'Next'));
    pages.push(text(page));
    if (pages.length > 10) throw new Error('The pages of the help do not end.');
  }
  return pages.join('\n');
}

describe('/help', () => {
  test('lists what this member may use here, and nothing else', async () => {
    await scene.enable('links', 'gallery');

    const forMember = await wholeHelp(member);
    const forOwner = await wholeHelp(owner);

    expect(forMember).toContain('`/gallery view` Shows a picture.');
    expect(forMember).toContain('`/ping`');
    expect(forMember).not.toContain('/gallery add');
    expect(forMember).not.toContain('/plugins');
    expect(forMember).not.toContain('/host');
    expect(forOwner).toContain('`/gallery add` Adds a picture.');
    expect(forOwner).toContain('`Repost to gallery` in the menu of a message');
    expect(forOwner).toContain('`/plugins enable`');
    expect(forOwner).toContain('`/host status`');
    await switchOff('links', 'gallery');
  });

  test('leaves out what is off here', async () => {
    expect(await wholeHelp(owner)).not.toContain('gallery');
  });

  test('explains one command', async () => {
    await scene.enable('links', 'gallery');

    const words = text(await answer(owner.slash('help', { command: 'gallery add' })));

    expect(words).toContain('/gallery add\nAdds a picture.');
    expect(words).toContain('`/gallery add title: [stars:] [kind:]`');
    expect(words).toContain('`title` Its title (text, needed)');
    expect(words).toContain('`stars` How good it is (a whole number from 1 to 5, may be left out)');
    expect(words).toContain('`kind` What it is (one of Photo, Drawing, may be left out)');
    expect(words).toContain('Whoever holds `gallery.add`; by default members with Manage Messages.');
    expect(words).toContain('`/gallery add title: Sunset`');
    await switchOff('links', 'gallery');
  });

  test('suggests only what the member may use', async () => {
    const choices = await member.autocomplete('help', { command: 'p' }, { focused: 'command' });

    expect(choices.map(({ value }) => value)).toEqual(expect.arrayContaining(['ping', 'help']));
    expect(choices.map(({ value }) => value)).not.toContain('plugins list');
  });

  test('says so when there is no such command for them', async () => {
    const words = text(await answer(member.slash('help', { command: 'plugins list' })));

    expect(words).toContain('There is no command “plugins list” here that you may use.');
  });

  test('has pages, whose buttons and menu work', async () => {
    await scene.enable('links', 'many-one');
    const first = await answer(owner.slash('help'));
    expect(text(first)).not.toContain('many-one-59');

    const second = await answer(owner.click(first, 'Next'));
    expect(text(second)).not.toContain('`/about`');
    const again = await answer(owner.click(second, 'Previous'));
    expect(text(again)).toBe(text(first));
    const jumped = await answer(owner.select(again, 'Go to a plugin', ['many-one']));

    expect(text(jumped)).toMatch(/^What you can do here\n\*\*many-one\*\*/);
    await switchOff('links', 'many-one');
  });
});

describe('/host', () => {
  test('is offered in the owner’s guild alone', async () => {
    const elsewhere = scene.sandbox.createGuild({ name: 'Elsewhere', ownerId: owner.userId });
    const channel = elsewhere.addChannel({ name: 'general' });

    const names = scene.sandbox
      .as(owner.userId, { channelId: channel.id })
      .commands()
      .map(({ name }) => name);

    expect(names).toContain('help');
    expect(names).not.toContain('host');
    elsewhere.removeBot();
  });

  test('answers nobody but the owner of the bot', async () => {
    const { id } = scene.sandbox.createUser({ username: 'admin' });
    const role = scene.guild.addRole({ name: 'Admin', permissions: ['Administrator'] });
    scene.guild.addMember(id, { roleIds: [role.id] });
    const admin = scene.sandbox.as(id, { channelId: scene.guild.channel('general')?.id ?? '' });

    const message = await answer(admin.slash('host status'));
    const choices = await admin.autocomplete('host unload', { plugin: 'l' }, { focused: 'plugin' });

    expect(text(message)).toBe('Only the owner of this bot may do that.');
    expect(choices).toEqual([]);
  });

  test('status tells how the process fares', async () => {
    const words = text(await answer(owner.slash('host status')));

    expect(words).toMatch(/Shards\n0: ready/);
    expect(words).toMatch(/Memory\n\d+ MiB/);
    expect(words).toMatch(/Database\n\d+ of 10 connections busy/);
    expect(words).toMatch(/Jobs\n\d+ waiting/);
  });

  test('plugins tells why one failed', async () => {
    const words = text(await answer(owner.slash('host plugins')));

    expect(words).toContain('**links** 1.0.0 · loaded');
    expect(words).toMatch(/\*\*broken\*\* 1\.0\.0 · failed · setup: .*no key was configured/);
  });

  test('unload refuses what others need, and load brings back what was unloaded', async () => {
    await scene.enable('links', 'gallery');
    const refused = await answer(owner.slash('host unload', { plugin: 'links' }));
    expect(text(refused)).toContain('"gallery"');

    const unloaded = await answer(owner.slash('host unload', { plugin: 'gallery' }));
    expect(text(unloaded)).toBe('**gallery** is unloaded.');
    await vi.waitFor(() => expect(guildCommands()).not.toContain('gallery'), SOON);

    const loaded = await answer(owner.slash('host load', { plugin: 'gallery' }));
    expect(text(loaded)).toBe('**gallery** 1.0.0 is loaded, with 2 commands.');
    await vi.waitFor(() => expect(guildCommands()).toContain('gallery'), SOON);
    await switchOff('links', 'gallery');
  });

  test('reload takes a plugin’s changed files', async () => {
    await scene.enable('links');
    const source = pluginFolders()['plugins/links/index.ts'];
    await scene.directory.write({
      'plugins/links/index.ts': String(source).replace('https://example.com', 'https://example.org'),
    });

    scene.sandbox.clearRequests();

    const reloaded = await answer(owner.slash('host reload', { plugin: 'links' }));

    expect(text(reloaded)).toBe('**links** 1.0.0 is reloaded, with 1 command.');
    await vi.waitFor(async () => {
      expect(text(await answer(member.slash('link')))).toBe('https://example.org');
    }, SOON);
    // Its commands are the same, so Discord hears nothing.
    expect(scene.sandbox.requests.filter(({ method }) => method === 'PUT')).toEqual([]);
    await switchOff('links');
  });

  test('errors lists what went wrong under the id that the person read, until it is resolved', async () => {
    await scene.enable('links', 'gallery');
    const failed = text(await answer(member.slash('gallery view')));
    const id = /id `(?<id>[0-9a-f]+)`/.exec(failed)?.groups?.['id'] ?? 'none';
    const list = await vi.waitFor(async () => {
      const message = await answer(owner.slash('host errors', { plugin: 'gallery', since: '1h' }));
      expect(text(message)).toContain(id);
      return message;
    }, SOON);
    expect(text(list)).toContain('is torn');
    const [row] = list.components ?? [];
    const menu = row && 'components' in row ? row.components[0] : undefined;
    const fingerprint = menu && 'options' in menu ? (menu.options[0]?.value ?? '') : '';

    const details = await answer(owner.select(list, 'Look at one, mark it as resolved', [fingerprint]));
    expect(text(details)).toMatch(/is torn[^]*State\nopen[^]*Happened\n\d+ times/);
    const resolved = await answer(owner.click(details, 'Resolve'));

    expect(text(resolved)).toMatch(/State\nresolved <t:\d+:R>/);
    const open = await answer(owner.slash('host errors', { plugin: 'gallery' }));
    expect(text(open)).toContain('No errors.');
    const all = await answer(owner.slash('host errors', { plugin: 'gallery', resolved: true }));
    expect(text(all)).toContain('· resolved');

    await answer(member.slash('gallery view'));
    await vi.waitFor(async () => {
      const again = await answer(owner.slash('host errors', { plugin: 'gallery' }));
      expect(text(again)).toMatch(/2×.*came back; it was resolved <t:\d+:R>/);
    }, SOON);
    await switchOff('links', 'gallery');
  });

  test('errors can be opened again, and lead back to the list', async () => {
    const list = await answer(owner.slash('host errors', { resolved: true }));
    const [row] = list.components ?? [];
    const menu = row && 'components' in row ? row.components[0] : undefined;
    const fingerprint = menu && 'options' in menu ? (menu.options[0]?.value ?? '') : '';
    const details = await answer(owner.select(list, 'Look at one, mark it as resolved', [fingerprint]));

    const resolved = await answer(owner.click(details, 'Resolve'));
    const reopened = await answer(owner.click(resolved, 'Reopen'));

    expect(text(reopened)).toContain('State\nopen');
    const back = await answer(owner.click(reopened, 'All errors'));
    expect(text(back)).toContain(fingerprint.slice(0, 8));
  });

  test('errors wants a duration', async () => {
    const message = await answer(owner.slash('host errors', { since: 'yesterday' }));

    expect(text(message)).toContain('`since` takes a number and a unit');
  });

  test('sync shows what would change, and sends it when told', async () => {
    const inStep = await answer(owner.slash('host sync', { guild: scene.guild.id }));
    expect(text(inStep)).toContain('**Test** is in step');

    const everywhere = await answer(owner.slash('host sync'));
    expect(text(everywhere)).toContain('Every server is in step.');
    await scene.enable('links');
    await scene.host.reconciler.forgetGuild(scene.guild.id);

    const plan = await answer(owner.slash('host sync', { guild: scene.guild.id }));
    expect(text(plan)).toBe('**Test** would be sent its list.\nKept or changed\n`host`, `link`');
    const sent = await answer(owner.click(plan, 'Send now'));

    expect(text(sent)).toBe('The commands were sent.');
    expect(guildCommands()).toContain('link');
    await switchOff('links');
  });
});

test('components answer after a restart', async () => {
  const list = await answer(owner.slash('plugins list'));
  await scene.host.stop('the test restarts it');
  await scene.start(options());

  const details = await answer(owner.select(list, 'Look at a plugin, switch it on or off', ['links']));

  expect(text(details)).toContain('Creator links 1.0.0');
}, 30_000);

test('a plugin that keeps failing is shown as paused, until when', async () => {
  await scene.enable('links', 'gallery');
  for (let failures = 0; failures < 12; failures += 1) await answer(member.slash('gallery view'));

  const message = await answer(owner.slash('plugins list'));

  expect(text(message)).toMatch(/\*\*Gallery\*\* 1\.0\.0 · 🟠 paused after repeated errors until <t:\d+:R>/);
  const status = await answer(owner.slash('host status'));
  expect(text(status)).toMatch(/Paused plugins\ngallery: .*is torn/);
});
