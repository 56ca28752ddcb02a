import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Colors,
  EmbedBuilder,
  type InteractionReplyOptions,
  MessageFlags,
} from 'discord.js';

/** Colours of Discord's own palette (`Colors`), by what a reply means. */
const COLOURS = {
  success: 0x57f287,
  info: 0x5865f2,
  warning: 0xfee75c,
  error: 0xed4245,
} as const satisfies Record<string, (typeof Colors)[keyof typeof Colors]>;

/** Discord's limit for an embed's description (Resources › Message › Embed Limits). */
const MAX_DESCRIPTION = 4096;

/** A reply that `interaction.reply`, `editReply` and `followUp` take. */
export type Reply = Pick<InteractionReplyOptions, 'embeds' | 'components' | 'allowedMentions' | 'files'> & {
  flags?: MessageFlags.Ephemeral;
};

export interface ReplyOptions {
  readonly title?: string;
  /** Shown to the caller alone. Errors and confirmations always are. */
  readonly ephemeral?: boolean;
  readonly fields?: readonly { readonly name: string; readonly value: string; readonly inline?: boolean }[];
  readonly footer?: string;
  readonly imageUrl?: string;
  readonly components?: NonNullable<Reply['components']>;
  readonly files?: NonNullable<Reply['files']>;
}

function build(kind: keyof typeof COLOURS, text: string, options: ReplyOptions): Reply {
  const embed = new EmbedBuilder().setColor(COLOURS[kind]);
  if (text)
    embed.setDescription(text.length > MAX_DESCRIPTION ? `${text.slice(0, MAX_DESCRIPTION - 1)}…` : text);
  if (options.title) embed.setTitle(options.title);
  if (options.fields) embed.addFields(options.fields.map((field) => ({ ...field })));
  if (options.footer) embed.setFooter({ text: options.footer });
  if (options.imageUrl) embed.setImage(options.imageUrl);
  return {
    embeds: [embed],
    components: options.components ?? [],
    files: options.files ?? [],
    // A reply quotes what people typed; without this a quoted mention would ping.
    allowedMentions: { parse: [] },
    ...(options.ephemeral && { flags: MessageFlags.Ephemeral }),
  };
}

export interface ListReply extends ReplyOptions {
  /** Custom ids of the pages before and after; a missing one greys its button out. Without both there are no buttons. */
  readonly previous?: string;
  readonly next?: string;
  /** What to say when there is nothing to list. */
  readonly empty: string;
}

export interface ConfirmationReply extends ReplyOptions {
  /** The label of the button that does it, for example `Ban 12 members`. */
  readonly label: string;
  readonly confirmId: string;
  readonly cancelId: string;
}

/**
 * The one way in which plugins answer, so that every reply looks alike, quotes without pinging and keeps errors
 * between the bot and the person.
 *
 * @example
 * await interaction.reply(reply.success('Saved.', { ephemeral: true }));
 */
export const reply = {
  success: (text: string, options: ReplyOptions = {}): Reply => build('success', text, options),
  info: (text: string, options: ReplyOptions = {}): Reply => build('info', text, options),
  warning: (text: string, options: ReplyOptions = {}): Reply => build('warning', text, options),
  error: (text: string, options: ReplyOptions = {}): Reply =>
    build('error', text, { ...options, ephemeral: true }),

  /** One page of lines with buttons to the pages before and after. */
  list(lines: readonly string[], { previous, next, empty, ...options }: ListReply): Reply {
    const pages = previous || next ? [pageButtons(previous, next)] : [];
    const components = [...(options.components ?? []), ...pages];
    return build('info', lines.join('\n') || empty, { ...options, components });
  },

  /** A question with a button that does it and one that does not. Shown to the caller alone. */
  confirmation(text: string, { label, confirmId, cancelId, ...options }: ConfirmationReply): Reply {
    const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder().setCustomId(confirmId).setLabel(label).setStyle(ButtonStyle.Danger),
      new ButtonBuilder().setCustomId(cancelId).setLabel('Cancel').setStyle(ButtonStyle.Secondary),
    );
    return build('warning', text, { ...options, ephemeral: true, components: [row] });
  },
};

function pageButtons(
  previous: string | undefined,
  next: string | undefined,
): ActionRowBuilder<ButtonBuilder> {
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    pageButton(previous, 'Previous', 'no-previous-page'),
    pageButton(next, 'Next', 'no-next-page'),
  );
}

/** Discord wants a custom id on every button, also on one that cannot be clicked. */
function pageButton(id: string | undefined, label: string, placeholder: string): ButtonBuilder {
  return new ButtonBuilder()
    .setCustomId(id ?? placeholder)
    .setLabel(label)
    .setStyle(ButtonStyle.Secondary)
    .setDisabled(!id);
}
