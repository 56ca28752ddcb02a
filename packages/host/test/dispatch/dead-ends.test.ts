import { Command, InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { customId, definePlugin, reply } from '@twi/sdk';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ButtonInteraction,
  MessageFlags,
} from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, benchGuild, startBench } from '../start-bench.ts';

const BUTTONS = {
  Good: customId('board', 'press', '7'),
  Stale: customId('board', 'removed'),
  Ghost: customId('ghost', 'press'),
};

let pressed: string[] = [];

class BoardCommand extends Command {
  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) => command.setName('board').setDescription('Shows buttons.'));
  }
  override async chatInputRun(interaction: Command.ChatInputCommandInteraction): Promise<void> {
    const buttons = Object.entries(BUTTONS).map(([label, id]) =>
      new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Primary),
    );
    const row = new ActionRowBuilder<ButtonBuilder>().addComponents(buttons);
    await interaction.reply({ content: 'Press.', components: [row] });
  }
}

class PressHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button });
  }
  override async run(interaction: ButtonInteraction): Promise<void> {
    pressed.push(`${this.name} ${interaction.customId}`);
    await interaction.reply(reply.success('Pressed.', { ephemeral: true }));
  }
}

/** Takes whatever it is asked about, as a handler without `parse` does. */
class GreedyHandler extends PressHandler {}

const board = definePlugin({
  id: 'board',
  title: 'Board',
  description: 'Shows buttons.',
  pieces: { commands: { board: BoardCommand }, interactionHandlers: { press: PressHandler } },
});
const greedy = definePlugin({
  id: 'greedy',
  title: 'Greedy',
  description: 'Wants every button.',
  pieces: { interactionHandlers: { press: GreedyHandler } },
});

let bench: Bench;
beforeAll(async () => {
  bench = await startBench([board, greedy]);
});
afterAll(() => bench[Symbol.asyncDispose]());

test.each<[keyof typeof BUTTONS, boolean, string, string[]]>([
  ['Good', true, 'Pressed.', [`board/press ${BUTTONS.Good}`]],
  ['Good', false, 'This button belongs to **Board**, which is switched off here.', []],
  ['Stale', true, 'This button is from an older version of **Board** and does nothing any more.', []],
  ['Stale', false, 'This button belongs to **Board**, which is switched off here.', []],
  ['Ghost', true, 'This button belongs to **ghost**, which is not running at present.', []],
])('the button %s (plugin on: %s) is answered: %s', async (label, isOn, words, handlers) => {
  const { guild, member } = await benchGuild(bench, ['board', 'greedy']);
  const message = (await member.slash('board')).response;
  if (!isOn) await bench.host.enablement.disable(guild.id, ['board'], undefined);
  pressed = [];

  const exchange = await member.click(message?.id ?? '', label);

  const answer = exchange.response ?? exchange.followups[0];
  expect(answer?.embeds[0]?.description).toBe(words);
  expect((answer?.flags ?? 0) & MessageFlags.Ephemeral).toBe(MessageFlags.Ephemeral);
  expect(pressed).toEqual(handlers);
});
