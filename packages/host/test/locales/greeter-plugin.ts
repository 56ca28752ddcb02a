import { Command } from '@sapphire/framework';
import { definePlugin, phrase, refusal, reply, translator, UserError, type Translation } from '@twi/sdk';
import { GatewayIntentBits, type SlashCommandBuilder } from 'discord.js';

const english = {
  hello: 'Hello, {{name}}!',
  announced: 'Announced.',
  'only-english': 'Not translated.',
  drinks_one: 'one drink',
  drinks_other: '{{count, number}} drinks',
  order: 'You have {{what}}.',
  errors: { 'too-late': 'It is too late for {{what}}.' },
  tea: 'tea',
} as const;

const german = {
  commands: {
    greet: {
      description: 'Begrüßt dich.',
      options: { how: 'Auf welche Art' },
      choices: { how: { aloud: 'laut' } },
    },
  },
  hello: 'Hallo, {{name}}!',
  announced: 'Angekündigt.',
  drinks_one: 'ein Getränk',
  drinks_other: '{{count, number}} Getränke',
  order: 'Du hast {{what}}.',
  errors: { 'too-late': 'Für {{what}} ist es zu spät.' },
  tea: 'Tee',
} as const satisfies Translation<typeof english>;

const spanish = { hello: '¡Hola, {{name}}!' } as const satisfies Translation<typeof english>;

/** Says a text to the person, or to everybody. */
class GreetCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { text: true });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      addOptions(command.setName('greet').setDescription('Greets.')),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction): Promise<void> {
    const how = interaction.options.getString('how') ?? 'quietly';
    const t = await translator(interaction, { audience: how === 'aloud' ? 'guild' : 'person' });
    const name = interaction.options.getString('name') ?? interaction.user.username;
    if (how === 'late')
      throw new UserError(refusal('greeter:errors.too-late', { what: phrase('greeter:tea') }));
    if (how === 'drinks') {
      const drinks = [1, 1_234].map((count) =>
        t('greeter:order', { what: phrase('greeter:drinks', { count }) }),
      );
      await interaction.reply(reply.info(drinks.join(' ')));
      return;
    }
    const words = how === 'english' ? t('greeter:only-english') : t('greeter:hello', { name });
    await interaction.reply(
      reply.info(how === 'broken' ? t.say({ key: 'greeter:nothing', values: {} }) : words),
    );
  }
}

function addOptions(command: SlashCommandBuilder) {
  return command
    .addStringOption((option) =>
      option
        .setName('how')
        .setDescription('In which way')
        .addChoices(
          ...['aloud', 'late', 'drinks', 'english', 'broken'].map((one) => ({ name: one, value: one })),
        ),
    )
    .addStringOption((option) => option.setName('name').setDescription('Whom'));
}

/** Greets in the languages that it knows. */
export const greeterPlugin = definePlugin({
  id: 'greeter',
  title: 'Greeter',
  description: 'Says hello.',
  intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
  locales: { 'en-US': english, de: german, 'es-ES': spanish },
  pieces: { commands: { greet: GreetCommand } },
});

declare module '@twi/sdk' {
  interface PluginCatalogues {
    greeter: typeof english;
  }
}
