import { Command, InteractionHandler, InteractionHandlerTypes, Precondition } from '@sapphire/framework';
import { customId, definePlugin } from '@twi/sdk';
import {
  ActionRowBuilder,
  ButtonBuilder,
  type ButtonInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
} from 'discord.js';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, type BenchGuild, benchGuild, startBench } from '../start-bench.ts';

declare module '@sapphire/framework' {
  interface Preconditions {
    'confession/honest': never;
  }
}

class BoastCommand extends Command {
  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription('Tells something.')
        .addBooleanOption((option) => option.setName('fail').setDescription('Whether it fails')),
    );
  }
  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    const { id } = interaction.user;
    if (interaction.options.getBoolean('fail'))
      throw new Error(`Nobody forgives ${id}.`, { cause: new RangeError(`the sins of ${id}`) });
    const button = new ButtonBuilder().setLabel('Regret').setCustomId(customId('confession', 'regret'));
    const row = new ActionRowBuilder<ButtonBuilder>().addComponents(button.setStyle(ButtonStyle.Primary));
    await interaction.reply({ content: 'Forgiven.', components: [row] });
  }
}

class ConfessCommand extends BoastCommand {
  constructor(context: Command.LoaderContext) {
    super(context, { discreet: true });
  }
}

class AdmitCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { description: 'Admits.', discreet: true, preconditions: ['confession/honest'] });
  }
  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) => command.setName('admit').setDescription('Admits.'));
  }
  override chatInputRun(): never {
    throw new Error('The precondition lets nobody in.');
  }
}

class HonestPrecondition extends Precondition {
  override chatInputRun({ user }: ChatInputCommandInteraction): never {
    throw new Error(`${user.id} lies.`);
  }
}

class RegretHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, discreet: true });
  }
  override run({ user }: ButtonInteraction): never {
    throw new Error(`Too late for ${user.id}.`);
  }
}

const confession = definePlugin({
  id: 'confession',
  title: 'Confession',
  description: 'Listens and keeps quiet.',
  pieces: {
    commands: { confess: ConfessCommand, boast: BoastCommand, admit: AdmitCommand },
    preconditions: { honest: HonestPrecondition },
    interactionHandlers: { regret: RegretHandler },
  },
});

let bench: Bench;
beforeAll(async () => {
  bench = await startBench([confession]);
});
afterAll(() => bench[Symbol.asyncDispose]());

/** A person of their own for each test, so that records are told apart. */
const somebody = (): Promise<BenchGuild> => benchGuild(bench, ['confession']);

/** The uses and errors of a guild, once so many were written. */
async function recordsOf(guildId: string, count: number): Promise<string[]> {
  const { db } = bench.database.handle;
  const read = async (): Promise<string[]> => {
    const { rows } = await sql<{ row: string }>`
      select t::text as row from core.command_usages t where guild_id = ${guildId}
      union all select t::text from core.error_logs t where guild_id = ${guildId}`.execute(db);
    return rows.map(({ row }) => row);
  };
  await expect.poll(async () => (await read()).length, { timeout: 5_000 }).toBe(count);
  return read();
}

const logOf = (userId: string): string[] => bench.lines.filter((line) => line.includes(userId));

test('records the use of a discreet command without who used it', async () => {
  const { guild, member } = await somebody();

  expect((await member.slash('confess')).response?.content).toBe('Forgiven.');

  const [use = ''] = await recordsOf(guild.id, 1);
  expect(use).toContain('confess');
  expect(use).not.toContain(member.userId);
});

test('records the use of any other command with who used it', async () => {
  const { guild, member } = await somebody();

  await member.slash('boast');

  expect((await recordsOf(guild.id, 1))[0]).toContain(member.userId);
});

test('records and logs the error of a discreet command without who met it', async () => {
  const { guild, member } = await somebody();

  const { response } = await member.slash('confess', { fail: true });

  expect(JSON.stringify(response)).toContain('went wrong');
  const records = (await recordsOf(guild.id, 2)).join('\n');
  expect(records).toContain('Nobody forgives 0. ← the sins of 0');
  expect(records).not.toContain(member.userId);
  expect(bench.lines.some((line) => line.includes('Nobody forgives 0.'))).toBe(true);
  expect(logOf(member.userId)).toEqual([]);
});

test('does the same for what guards a discreet command', async () => {
  const { guild, member } = await somebody();

  await member.slash('admit');

  const records = (await recordsOf(guild.id, 1)).join('\n');
  expect(records).toContain('0 lies.');
  expect(records).not.toContain(member.userId);
  expect(logOf(member.userId)).toEqual([]);
});

test('does the same for a discreet button', async () => {
  const { guild, member } = await somebody();
  const { response } = await member.slash('confess');
  if (!response) throw new TypeError('There was no answer.');

  await member.click(response, 'Regret');

  const records = (await recordsOf(guild.id, 2)).join('\n');
  expect(records).toContain('Too late for 0.');
  expect(records).not.toContain(member.userId);
  expect(logOf(member.userId)).toEqual([]);
});
