import { Command, InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { Subcommand } from '@sapphire/plugin-subcommands';
import { PermissionOverrideRepository } from '@twi/database';
import { customId, definePlugin, reply } from '@twi/sdk';
import {
  ActionRowBuilder,
  ApplicationCommandType,
  type AutocompleteInteraction,
  ButtonBuilder,
  ButtonStyle,
  type ButtonInteraction,
  type CommandInteraction,
  type ContextMenuCommandInteraction,
  GatewayIntentBits,
  type Message,
  ModalBuilder,
  OverwriteType,
  PermissionFlagsBits,
  type PermissionsString,
  type ModalSubmitInteraction,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { PermissionService } from '../../src/permissions/permission-service.ts';
import { memberSubject } from '../../src/permissions/permission-subject.ts';
import { type Bench, benchGuild, type BenchGuild, startBench } from '../start-bench.ts';

let ran: string[] = [];

async function done(
  what: string,
  interaction: CommandInteraction | ButtonInteraction | ModalSubmitInteraction,
): Promise<void> {
  ran.push(what);
  await interaction.reply(reply.success('Done.'));
}

class GuardedCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { node: 'vault.use' });
  }
  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName('vault')
        .setDescription('Opens.')
        .addStringOption((option) => option.setName('key').setDescription('Key').setAutocomplete(true)),
    );
    registry.registerContextMenuCommand((command) =>
      command.setName('Vault user').setType(ApplicationCommandType.User),
    );
  }
  override async chatInputRun(interaction: Command.ChatInputCommandInteraction): Promise<void> {
    ran.push('chat-input');
    const button = new ButtonBuilder()
      .setCustomId(customId('vault', 'open'))
      .setLabel('Open')
      .setStyle(ButtonStyle.Danger);
    await interaction.reply({
      components: [new ActionRowBuilder<ButtonBuilder>().addComponents(button)],
      content: 'x',
    });
  }
  override contextMenuRun(interaction: ContextMenuCommandInteraction): Promise<void> {
    return done('context-menu', interaction);
  }
  override async autocompleteRun(interaction: AutocompleteInteraction): Promise<void> {
    ran.push('autocomplete');
    await interaction.respond([{ name: 'golden', value: 'golden' }]);
  }
  override messageRun(): void {
    ran.push('message-command');
  }
}

class MixedCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      subcommands: [
        { name: 'open', chatInputRun: 'run', messageRun: 'runMessage' },
        { name: 'shut', chatInputRun: 'run', messageRun: 'runMessage', node: 'vault.use' },
        { name: 'form', chatInputRun: 'showForm' },
        { name: 'audit', chatInputRun: 'run', node: 'vault.audit' },
      ],
    });
  }
  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName('mixed')
        .setDescription('Both.')
        .addSubcommand((sub) => sub.setName('open').setDescription('For all.'))
        .addSubcommand((sub) =>
          sub
            .setName('shut')
            .setDescription('For some.')
            .addStringOption((option) => option.setName('key').setDescription('Key').setAutocomplete(true)),
        )
        .addSubcommand((sub) => sub.setName('form').setDescription('Asks.'))
        .addSubcommand((sub) => sub.setName('audit').setDescription('For keepers.')),
    );
  }
  run(interaction: Subcommand.ChatInputCommandInteraction): Promise<void> {
    return done(`mixed ${interaction.options.getSubcommand()}`, interaction);
  }
  async showForm(interaction: Subcommand.ChatInputCommandInteraction): Promise<void> {
    const field = new TextInputBuilder().setCustomId('word').setLabel('Word').setStyle(TextInputStyle.Short);
    await interaction.showModal(
      new ModalBuilder()
        .setCustomId(customId('vault', 'form'))
        .setTitle('Form')
        .addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(field)),
    );
  }
  runMessage(message: Message): void {
    ran.push(message.content.split(' ').slice(1).join(' '));
  }
}

/** Suggests for the command from outside of it. */
class KeyHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Autocomplete });
  }
  override parse(interaction: AutocompleteInteraction) {
    return interaction.commandName === 'mixed' ? this.some() : this.none();
  }
  override async run(interaction: AutocompleteInteraction): Promise<void> {
    ran.push('autocomplete-handler');
    await interaction.respond([{ name: 'silver', value: 'silver' }]);
  }
}

class FormHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.ModalSubmit, node: 'vault.use' });
  }
  override run(interaction: ModalSubmitInteraction): Promise<void> {
    return done('modal', interaction);
  }
}

class OpenHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'vault.use' });
  }
  override run(interaction: ButtonInteraction): Promise<void> {
    return done('component', interaction);
  }
}

const vault = definePlugin({
  id: 'vault',
  title: 'Vault',
  description: 'Is guarded.',
  intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
  nodes: {
    'vault.use': { description: 'use the vault' },
    'vault.audit': { description: 'audit the vault', default: 'ManageMessages' },
  },
  pieces: {
    commands: { vault: GuardedCommand, mixed: MixedCommand },
    interactionHandlers: { open: OpenHandler, form: FormHandler, key: KeyHandler },
  },
});

let bench: Bench;
let home: BenchGuild;
let overrides: PermissionOverrideRepository;
/** Of another process, which changed something. */
let elsewhere: PermissionService;

beforeAll(async () => {
  bench = await startBench([vault]);
  const { handle } = bench.database;
  overrides = new PermissionOverrideRepository(handle.db);
  elsewhere = new PermissionService({
    database: handle,
    plugins: { get: () => undefined },
    ownerIds: new Set(),
  });
});
beforeEach(async () => {
  home = await benchGuild(bench, ['vault']);
  ran = [];
});
afterAll(() => bench[Symbol.asyncDispose]());

async function deny(): Promise<void> {
  const { guild, member } = home;
  await overrides.save({ guildId: guild.id, node: 'vault.use', userId: member.userId }, 'deny');
  await elsewhere.invalidate(guild.id);
  await notificationsArrived();
}

/** PostgreSQL delivers notifications in the order of their commits, so what was sent before has arrived as well. */
async function notificationsArrived(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = await bench.host.database.notifications.listen('test_fence', () => resolve());
  await bench.database.handle.notifications.notify('test_fence', '');
  await promise;
  await stop();
}

/** A channel's permission for a role, as Discord writes it. */
const overwrite = (id: string, name: PermissionsString) => ({
  id,
  type: OverwriteType.Role,
  allow: PermissionFlagsBits[name].toString(),
  deny: '0',
});

const REFUSED = 'You need the permission `vault.use` for that.';

const suggestedKeys = () => home.member.autocomplete('mixed shut', { key: 's' }, { focused: 'key' });

describe('somebody who was denied the node', () => {
  test('is refused the command', async () => {
    await deny();

    const { response } = await home.member.slash('vault');

    expect(response?.embeds[0]?.description).toBe(REFUSED);
    expect(ran).toEqual([]);
  });

  test('is refused the context menu', async () => {
    await deny();

    const { response } = await home.member.contextMenu('Vault user', { userId: home.member.userId });

    expect(response?.embeds[0]?.description).toBe(REFUSED);
    expect(ran).toEqual([]);
  });

  test('is offered nothing', async () => {
    expect(await home.member.autocomplete('vault', { key: 'g' }, { focused: 'key' })).toHaveLength(1);
    ran = [];
    await deny();

    expect(await home.member.autocomplete('vault', { key: 'g' }, { focused: 'key' })).toEqual([]);
    expect(ran).toEqual([]);
  });

  test('is offered nothing by a handler outside of the command either', async () => {
    expect(await suggestedKeys()).toHaveLength(1);
    ran = [];
    await deny();

    expect(await suggestedKeys()).toEqual([]);
    expect(ran).toEqual([]);
  });

  test('is refused the form that was opened before', async () => {
    const { modal } = await home.member.slash('mixed form');
    if (!modal) throw new Error('There is no form.');
    await deny();

    const { response } = await home.member.submit(modal, { word: 'please' });

    expect(response?.embeds[0]?.description).toBe(REFUSED);
    expect(ran).toEqual([]);
  });

  test('is refused the button that they were shown before', async () => {
    const { response } = await home.member.slash('vault');
    await deny();
    ran = [];

    const exchange = await home.member.click(response?.id ?? '', 'Open');

    expect((exchange.response ?? exchange.followups[0])?.embeds[0]?.description).toBe(REFUSED);
    expect(ran).toEqual([]);
  });

  test('is refused the guarded subcommand and not its neighbour', async () => {
    await deny();

    const shut = await home.member.slash('mixed shut');
    const open = await home.member.slash('mixed open');

    expect(shut.response?.embeds[0]?.description).toBe(REFUSED);
    expect(open.response?.embeds[0]?.description).toBe('Done.');
    expect(ran).toEqual(['mixed open']);
  });

  test('is refused the prefix command and its guarded subcommand, by a reply', async () => {
    await deny();
    const call = `<@${bench.sandbox.bot.id}>`;

    await home.member.send(`${call} vault`);
    await home.member.send(`${call} mixed shut`);
    await home.member.send(`${call} mixed open`);

    await vi.waitFor(() => expect(ran).toEqual(['mixed open']), 5_000);
    const answers = (): (string | undefined)[] =>
      home.member.messages().flatMap(({ embeds }) => embeds.map(({ description }) => description));
    await vi.waitFor(() => expect(answers()).toEqual([REFUSED, REFUSED]), 5_000);
  });
});

test('what somebody may do in a channel by its overwrites counts there', async () => {
  const { id: roleId } = home.guild.addRole({ name: 'Keepers', permissions: [], position: 1 });
  const { id: userId } = bench.sandbox.createUser({ username: 'keeper' });
  home.guild.addMember(userId, { roleIds: [roleId] });
  const office = home.guild.addChannel({
    name: 'office',
    permission_overwrites: [overwrite(roleId, 'ManageMessages')],
  });
  const keeper = (channelId: string) => bench.sandbox.as(userId, { channelId });

  const there = await keeper(office.id).slash('mixed audit');
  const outside = await keeper(home.channelId).slash('mixed audit');

  expect(there.response?.embeds[0]?.description).toBe('Done.');
  expect(outside.response?.embeds[0]?.description).toContain('You need the permission `vault.audit`');
});

test('whoever was not denied may use all of it', async () => {
  const { response } = await home.member.slash('vault');
  await home.member.click(response?.id ?? '', 'Open');
  await home.member.slash('mixed shut');
  await home.member.contextMenu('Vault user', { userId: home.member.userId });

  expect(ran).toEqual(['chat-input', 'component', 'mixed shut', 'context-menu']);
});

test("whoever has permissions by Discord's roles has those that discord.js knows of", async () => {
  const { guild, member } = home;
  const { id: roleId } = guild.addRole({ name: 'Keeper', permissions: ['ManageMessages'] });
  const { id: otherId } = bench.sandbox.createUser({ username: 'keeper' });
  guild.addMember(otherId, { roleIds: [roleId] });
  const { members } = await bench.host.client.guilds.fetch(guild.id);

  for (const id of [member.userId, otherId, guild.ownerId]) {
    const fetched = await members.fetch({ user: id, force: true });
    expect(memberSubject(fetched, new Set()).permissions.bitfield).toBe(fetched.permissions.bitfield);
  }
});
