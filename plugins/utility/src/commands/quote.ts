import { Subcommand } from '@sapphire/plugin-subcommands';
import { absentOn, MOST_CHOICES, quotable, refusal, reply, translator, UserError } from '@twi/sdk';
import { type AutocompleteInteraction, MessageFlags, RESTJSONErrorCodes } from 'discord.js';
import type { QuoteKey } from '../database/quote-repository.ts';
import { validCredit, validQuoteText } from '../quotes/quote-content.ts';
import { quoteChoice, quoteReply, quotesReply, whoReply } from '../replies/quote-replies.ts';
import { addQuoteSubcommands } from './quote-options.ts';

type Invocation = Subcommand.ChatInputCommandInteraction<'cached'>;

export class QuoteCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'Quotes of this server',
      text: true,
      example: '/quote add text:It works on my machine user:@alice',
      subcommands: [
        { name: 'add', chatInputRun: 'add', node: 'utility.quote' },
        { name: 'get', chatInputRun: 'get' },
        { name: 'find', chatInputRun: 'find' },
        { name: 'who', chatInputRun: 'who' },
        { name: 'edit', chatInputRun: 'edit', node: 'utility.quote' },
        { name: 'delete', chatInputRun: 'delete', node: 'utility.quote' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      addQuoteSubcommands(command.setName(this.name).setDescription(this.description)),
    );
  }

  async add(interaction: Invocation): Promise<void> {
    const { guildId, user, options } = interaction;
    const text = validQuoteText(options.getString('text', true));
    const credit = validCredit(options.getUser('user')?.id, options.getString('name'));
    const quote = await this.container.utility.quotes.add({ guildId, text, ...credit, addedBy: user.id });
    await interaction.reply(quoteReply(quote, await spoken(interaction), 'added'));
  }

  async get(interaction: Invocation): Promise<void> {
    const { quotes } = this.container.utility;
    const { guildId, options } = interaction;
    const typed = options.getString('number');
    const quote = typed === null ? await quotes.random(guildId) : await quotes.get(keyOf(interaction));
    await interaction.reply(quoteReply(quote, await spoken(interaction)));
  }

  async find(interaction: Invocation): Promise<void> {
    const search = interaction.options.getString('search', true);
    const page = await this.container.utility.quotes.search(interaction.guildId, search);
    const t = await spoken(interaction);
    const [only, ...others] = page.rows;
    const isOnly = only && others.length === 0;
    await interaction.reply(isOnly ? quoteReply(only, t) : quotesReply(page, search, t));
  }

  async who(interaction: Invocation): Promise<void> {
    const quote = await this.container.utility.quotes.get(keyOf(interaction));
    const { UnknownMember, UnknownUser } = RESTJSONErrorCodes;
    const member =
      quote.addedBy &&
      (await absentOn(interaction.guild.members.fetch(quote.addedBy), UnknownMember, UnknownUser));
    await interaction.reply(whoReply(quote, Boolean(member), await spoken(interaction)));
  }

  async edit(interaction: Invocation): Promise<void> {
    const { member, options } = interaction;
    const text = options.getString('text');
    const credit = validCredit(options.getUser('user')?.id, options.getString('name'));
    const change = {
      ...(text !== null && { text: validQuoteText(text) }),
      ...((credit.authorId ?? credit.authorName) !== null && credit),
    };
    const quote = await this.container.utility.quotes.edit(keyOf(interaction), change, member);
    await interaction.reply(quoteReply(quote, await spoken(interaction), 'edited'));
  }

  async delete(interaction: Invocation): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { number } = await this.container.utility.quotes.delete(keyOf(interaction), interaction.member);
    const t = await translator(interaction);
    await interaction.editReply(reply.success(t('utility:quotes.deleted', { number: String(number) })));
  }

  override async autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    const typed = interaction.options.getFocused();
    const found = await this.container.utility.quotes.suggest(interaction.guildId, typed, MOST_CHOICES);
    await interaction.respond(found.map(quoteChoice));
  }
}

/** The language of what everybody in the channel reads. */
function spoken(interaction: Invocation) {
  return translator(interaction, { audience: 'guild' });
}

/** @throws {UserError} `utility.bad-quote-number` */
function keyOf({ guildId, options }: Invocation): QuoteKey {
  const typed = options.getString('number', true);
  const [, number] = /^\s*#?(\d{1,9})\s*$/.exec(typed) ?? [];
  if (!number) throw new UserError(refusal('utility:errors.bad-quote-number', { given: quotable(typed) }));
  return { guildId, number: Number(number) };
}
