import { Command } from '@sapphire/framework';
import { Subcommand } from '@sapphire/plugin-subcommands';
import type { Exchange, MemberActor } from '@twi/sandbox';
import { definePlugin, reply } from '@twi/sdk';
import {
  type APIMessage,
  ApplicationCommandType,
  type CommandInteraction,
  OverwriteType,
  PermissionFlagsBits,
  type PermissionsString,
} from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Bench, benchGuild, type BenchGuild, startBench } from '../start-bench.ts';

const done = async (interaction: CommandInteraction): Promise<void> => {
  await interaction.reply(reply.success('Done.'));
};

class CellarCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      cooldownDelay: 60_000,
      subcommands: [
        { name: 'taste', chatInputRun: 'run' },
        { name: 'sell', chatInputRun: 'run', node: 'cellar.sell' },
        { name: 'lock', chatInputRun: 'run', node: 'cellar.lock' },
      ],
    });
  }
  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName('cellar')
        .setDescription('Wine.')
        .addSubcommand((sub) => sub.setName('taste').setDescription('For all.'))
        .addSubcommand((sub) => sub.setName('sell').setDescription('For some.'))
        .addSubcommand((sub) => sub.setName('lock').setDescription('For some.')),
    );
  }
  run = done;
}

class ServeCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { node: 'cellar.sell' });
  }
  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerContextMenuCommand((command) =>
      command.setName('Serve wine').setType(ApplicationCommandType.User),
    );
  }
  override contextMenuRun = done;
}

const cellar = definePlugin({
  id: 'cellar',
  title: 'Cellar',
  description: 'Has wine.',
  nodes: {
    'cellar.sell': { description: 'sell wine', default: 'KickMembers' },
    'cellar.lock': { description: 'lock the cellar', default: 'ManageChannels' },
  },
  pieces: { commands: { cellar: CellarCommand, serve: ServeCommand } },
});

let bench: Bench;
let home: BenchGuild;
let owner: MemberActor;
beforeAll(async () => {
  bench = await startBench([cellar]);
});
beforeEach(async () => {
  home = await benchGuild(bench, ['cellar']);
  owner = bench.sandbox.as(home.guild.ownerId, { channelId: home.channelId });
});
afterAll(() => bench[Symbol.asyncDispose]());

interface Person {
  readonly actor: MemberActor;
  readonly id: string;
  readonly roleId: string;
}

let people = 0;
function person(permissions: PermissionsString[] = [], position = 1): Person {
  people += 1;
  const { id } = bench.sandbox.createUser({ username: `guest${people}` });
  const { id: roleId } = home.guild.addRole({ name: `Role ${people}`, permissions, position });
  home.guild.addMember(id, { roleIds: [roleId] });
  return { actor: bench.sandbox.as(id, { channelId: home.channelId }), id, roleId };
}

async function answer(asked: Promise<Exchange>): Promise<APIMessage> {
  const { response } = await (await asked).settled();
  if (!response) throw new Error('There was no answer.');
  return response;
}

const said = async (asked: Promise<Exchange>): Promise<string> =>
  (await answer(asked)).embeds[0]?.description ?? '';
const change = (verb: string, node: string, target: string, by = owner): Promise<string> =>
  said(by.slash(`permissions ${verb}`, { node, target }));
/** Whether somebody may sell; `cellar taste` alone decides nothing. */
const maySell = async ({ actor }: Person): Promise<boolean> => {
  const text = await said(actor.slash('cellar sell'));
  return !text.includes('You need the permission');
};

/** What `/permissions grant` suggests for its node. */
const names = async (typed: string): Promise<string[]> => {
  const choices = await owner.autocomplete('permissions grant', { node: typed }, { focused: 'node' });
  return choices.map(({ name }) => name);
};

describe('/permissions grant, deny and clear', () => {
  test('decide who may do what, at once, and tell what Discord still hides', async () => {
    const helper = person();

    expect(await change('grant', 'cellar.sell', helper.id)).toBe(
      `\`cellar.sell\` is now granted to <@${helper.id}>.\n\nDiscord itself hides the commands from members without **Kick Members**. So that they see them, allow them in Server Settings › Integrations as well.`,
    );
    expect(await maySell(helper)).toBe(true);
    expect(await change('deny', 'cellar.sell', helper.id)).toBe(
      `\`cellar.sell\` is now denied to <@${helper.id}>.`,
    );
    expect(await maySell(helper)).toBe(false);
    expect(await change('clear', 'cellar.sell', helper.id)).toContain('no longer set for');
    expect(await maySell(helper)).toBe(false);
  });

  test('of a role, and of all that a plugin asks for, unless the node itself is set', async () => {
    const helper = person();
    await change('grant', 'cellar.*', helper.roleId);
    expect(await maySell(helper)).toBe(true);

    await change('deny', 'cellar.sell', helper.roleId);
    expect(await maySell(helper)).toBe(false);
    const { lines } = await explain(helper, '/cellar lock');
    expect(lines).toContain(
      `✅ \`cellar.lock\` was granted to <@&${helper.roleId}>, the highest of their roles for which that is set.`,
    );
  });

  test('of everybody', async () => {
    const helper = person();
    await change('grant', 'cellar.sell', home.guild.id);
    expect(await maySell(helper)).toBe(true);
  });

  test('refuse what is not there or is so already', async () => {
    const helper = person();
    const mention = `<@&${helper.roleId}>`;

    expect(await change('grant', 'cellar.drink', helper.roleId)).toContain(
      'There is no permission “cellar.drink”',
    );
    expect(await change('clear', 'cellar.sell', helper.roleId)).toBe(
      `\`cellar.sell\` is neither granted nor denied to ${mention}, so there is nothing to clear.`,
    );
    await change('deny', 'cellar.sell', helper.roleId);
    expect(await change('deny', 'cellar.sell', helper.roleId)).toBe(
      `\`cellar.sell\` is denied to ${mention} already.`,
    );
  });

  test('let nobody lock themselves out, by whichever way, but the owner', async () => {
    const admin = person(['Administrator'], 3);
    const locked = 'You would lose `core.permissions` by that';

    for (const [node, target] of [
      ['core.permissions', admin.id],
      ['core.permissions', admin.roleId],
      ['core.*', admin.id],
      ['core.permissions', home.guild.id],
    ] as const)
      expect(await change('deny', node, target, admin.actor)).toContain(locked);
    expect(await change('deny', 'core.permissions', home.guild.id)).toContain('denied to');
    expect(await change('grant', 'core.permissions', admin.id)).toContain('granted to');
    expect(await change('clear', 'core.permissions', admin.id, admin.actor)).toContain(locked);
  });

  test('say that the owner of the server is above them', async () => {
    expect(await change('deny', 'cellar.sell', home.guild.ownerId)).toContain(
      'They own this server, so they may do everything',
    );
  });

  test('are for those who hold the node', async () => {
    const admin = person(['Administrator']);
    await change('deny', 'core.permissions', admin.id);

    expect(await change('grant', 'cellar.sell', admin.id, admin.actor)).toContain(
      'You need the permission `core.permissions`',
    );
    expect(await admin.actor.autocomplete('permissions grant', { node: 'c' }, { focused: 'node' })).toEqual(
      [],
    );
  });

  test('can be undone and done again, unless somebody changed it since', async () => {
    const helper = person();
    const mention = `<@${helper.id}>`;
    await change('grant', 'cellar.sell', helper.id);
    await change('deny', 'cellar.sell', helper.id);

    expect(await said(owner.slash('undo'))).toBe(`\`cellar.sell\` is granted to ${mention}.`);
    expect(await maySell(helper)).toBe(true);
    expect(await said(owner.slash('undo'))).toBe(`\`cellar.sell\` is not set any more for ${mention}.`);
    expect(await maySell(helper)).toBe(false);
    expect(await said(owner.slash('redo'))).toBe(`\`cellar.sell\` is granted to ${mention}.`);
    const admin = person(['Administrator']);
    await change('deny', 'cellar.sell', helper.id, admin.actor);
    expect(await said(owner.slash('undo'))).toBe(
      `Somebody changed that since: \`cellar.sell\` is now denied to ${mention}. Use \`/permissions\` to set it anew.`,
    );
  });

  test('suggest the nodes of all plugins with what they are for', async () => {
    expect(await names('cellar')).toEqual([
      'cellar.sell: sell wine',
      'cellar.lock: lock the cellar',
      'cellar.*: Everything that Cellar asks for',
    ]);
    expect(await names('wine')).toEqual(['cellar.sell: sell wine']);
    expect(await names('core.')).toContain('core.permissions: Grant and deny permissions.');
  });
});

describe('/permissions list', () => {
  test('shows what is set, for one or for all, and turns its pages', async () => {
    const helper = person();
    expect(await said(owner.slash('permissions list'))).toBe('Nothing is granted or denied here.');
    await change('grant', 'cellar.sell', helper.id);
    await change('deny', 'cellar.lock', helper.roleId);

    expect(await said(owner.slash('permissions list'))).toMatch(
      new RegExp(
        `^\`cellar.lock\` denied to <@&${helper.roleId}> <t:\\d+:R>\n\`cellar.sell\` granted to <@${helper.id}> <t:\\d+:R>$`,
      ),
    );
    expect(await said(owner.slash('permissions list', { target: helper.id }))).not.toContain('cellar.lock');
    expect(await said(owner.slash('permissions list', { target: home.guild.ownerId }))).toBe(
      'Nothing is set for them here.',
    );

    for (let count = 0; count < 16; count += 1) await change('grant', 'cellar.sell', person().id);
    const page = await answer(owner.slash('permissions list'));
    expect(page.embeds[0]?.description?.split('\n')).toHaveLength(15);
    expect((await said(owner.click(page.id, 'Next'))).split('\n')).toHaveLength(3);
  });
});

interface Explained {
  readonly lines: string[];
  readonly result: string;
}

async function explain({ id }: Pick<Person, 'id'>, command: string, channel?: string): Promise<Explained> {
  const text = await said(
    owner.slash('permissions explain', { user: id, command, ...(channel && { channel }) }),
  );
  const lines = text.split('\n').filter(Boolean);
  return { lines: lines.slice(0, -1), result: lines.at(-1) ?? '' };
}

describe('/permissions explain', () => {
  test('goes through every step', async () => {
    const helper = person();

    const { lines, result } = await explain(helper, '/cellar sell');

    expect(lines).toEqual([
      '▫️ It belongs to **Cellar**, which is switched on in this server.',
      '▫️ **Cellar** is running without trouble.',
      '▫️ They do not own this bot.',
      '▫️ They do not own this server.',
      '▫️ Nobody granted or denied `cellar.sell` to them personally.',
      '▫️ Nobody granted or denied `cellar.sell` to one of their roles.',
      '▫️ It asks for `cellar.sell`.',
      `⛔ By default \`cellar.sell\` belongs to members with **Kick Members**, which they do not have in <#${home.channelId}>.`,
      '▫️ Its cooldown is over.',
      expect.stringMatching(
        new RegExp(
          `^ℹ️ It works only on members whose roles are all below their highest role, <@&${helper.roleId}> and mine, <@&\\d+>\\.$`,
        ),
      ),
      'ℹ️ Discord hides it from members without **Kick Members**, unless Server Settings › Integrations allows it to them.',
    ]);
    expect(result).toBe(`<@${helper.id}> **may not** use \`/cellar sell\` in <#${home.channelId}>.`);
  });

  test('says of somebody without roles that they stand above nobody', async () => {
    const { id } = bench.sandbox.createUser({ username: 'newcomer' });
    home.guild.addMember(id);

    const { lines } = await explain({ id }, 'cellar sell');

    expect(lines).toContain(
      'ℹ️ It works only on members whose roles are all below their highest role. They have none, so on nobody.',
    );
  });

  test('agrees with what happens: owners, overrides, cooldowns, the plugin switched off', async () => {
    const helper = person();
    const boss: Person = { actor: owner, id: home.guild.ownerId, roleId: home.guild.id };

    expect((await explain(boss, 'cellar sell')).lines).toContain(
      '✅ They own this bot, so they may do everything.',
    );
    await change('grant', 'cellar.sell', helper.id);
    const granted = await explain(helper, 'cellar sell');
    expect(granted.lines).toContain('✅ `cellar.sell` was granted to them personally.');
    expect(granted.result).toContain('**may** use');
    await helper.actor.slash('cellar sell');
    const waiting = await explain(helper, 'cellar sell');
    expect(waiting.lines.join('\n')).toMatch(/⛔ Its cooldown ends <t:\d+:R>\./);
    expect(waiting.result).toContain('**may not** use');
    await bench.host.enablement.disable(home.guild.id, ['cellar'], undefined);
    expect((await explain(helper, 'cellar taste')).lines).toContain(
      '⛔ It belongs to **Cellar**, which is switched off in this server.',
    );
  });

  test('knows the channel, menus, what is for all and what is for owners of the bot', async () => {
    const helper = person();
    const den = home.guild.addChannel({
      name: 'den',
      permission_overwrites: [
        {
          id: helper.roleId,
          type: OverwriteType.Role,
          allow: PermissionFlagsBits.ManageChannels.toString(),
          deny: '0',
        },
      ],
    });
    const locked = await explain(helper, 'cellar lock', den.id);

    expect(locked.result).toBe(`<@${helper.id}> **may** use \`/cellar lock\` in <#${den.id}>.`);
    expect((await explain(helper, 'cellar lock')).result).toContain('**may not**');
    expect((await explain(helper, 'Serve wine')).result).toContain('`Serve wine (in the menu of a member)`');
    expect((await explain(helper, '/ping')).lines).toContain(
      '✅ It asks for no permission: everybody may use it.',
    );
    expect((await explain(helper, '/host status')).lines).toContain(
      '⛔ It is for the owners of this bot alone, and they are none.',
    );
  });

  test('refuses who is no member and what is no command, and suggests commands', async () => {
    const stranger = bench.sandbox.createUser({ username: `far${Math.random()}` });
    const choices = await owner.autocomplete(
      'permissions explain',
      { user: stranger.id, command: 'cellar' },
      { focused: 'command' },
    );

    expect(choices.map(({ name }) => name)).toEqual(['/cellar lock', '/cellar sell', '/cellar taste']);
    expect(await said(owner.slash('permissions explain', { user: stranger.id, command: 'ping' }))).toBe(
      '`user` takes a member of this server.',
    );
    expect(
      await said(owner.slash('permissions explain', { user: home.member.userId, command: 'x' })),
    ).toContain('I have no command “x”');
  });
});
