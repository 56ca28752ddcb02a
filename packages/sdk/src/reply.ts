import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Colors,
  EmbedBuilder,
  type InteractionReplyOptions,
  MessageFlags,
} from 'discord.js';
import { clip } from './clip.ts';

/** Colours of Discord's own palette (`Colors`), by what a reply means. */
const COLOURS = {
  success: 0x57f287,
  info: 0x5865f2,
  warning: 0xfee75c,
  error: 0xed4245,
} as const satisfies Record<string, (typeof Colors)[keyof typeof Colors]>;

const PAGE_LABELS = { previous: 'Previous', next: 'Next' } as const;

/** Discord's limit for an embed's description (Resources › Message › Embed Limits). */
const MAX_DESCRIPTION = 4096;

/** A reply that `interaction.reply`, `editReply`, `update`, `followUp` and `send` take. */
export type PlainReply = Pick<
  InteractionReplyOptions,
  'embeds' | 'components' | 'allowedMentions' | 'files'
> & { flags?: never };

/** A reply for the caller alone. Who sees a message is settled when it is sent, so an edit does not take it. */
export type EphemeralReply = Omit<PlainReply, 'flags'> & { flags: MessageFlags.Ephemeral };

export type Reply = PlainReply | EphemeralReply;

type ReplyFor<Options extends ReplyOptions> = Options extends { readonly ephemeral: true }
  ? EphemeralReply
  : PlainReply;

export interface ReplyOptions {
  readonly title?: string;
  /** Shown to the caller alone. Errors and confirmations always are. */
  readonly ephemeral?: true;
  readonly fields?: readonly { readonly name: string; readonly value: string; readonly inline?: boolean }[];
  readonly footer?: string;
  readonly imageUrl?: string;
  readonly components?: NonNullable<Reply['components']>;
  readonly files?: NonNullable<Reply['files']>;
}

function build<Options extends ReplyOptions>(
  kind: keyof typeof COLOURS,
  text: string,
  options: Options,
): ReplyFor<Options> {
  const embed = new EmbedBuilder().setColor(COLOURS[kind]);
  if (text) embed.setDescription(clip(text, MAX_DESCRIPTION));
  if (options.title) embed.setTitle(options.title);
  if (options.fields) embed.addFields(options.fields.map((field) => ({ ...field })));
  if (options.footer) embed.setFooter({ text: options.footer });
  if (options.imageUrl) embed.setImage(options.imageUrl);
  const answer: Reply = {
    embeds: [embed],
    components: options.components ?? [],
    files: options.files ?? [],
    // A reply quotes what people typed; without this a quoted mention would ping.
    allowedMentions: { parse: [] },
    ...(options.ephemeral && { flags: MessageFlags.Ephemeral }),
  };
  // The type follows `options.ephemeral`, which the checker cannot see through the spread.
  return answer as ReplyFor<Options>;
}

function builder(kind: keyof typeof COLOURS) {
  return <Options extends ReplyOptions>(text: string, options?: Options): ReplyFor<Options> =>
    build(kind, text, options ?? ({} as Options));
}

export interface ListReply extends ReplyOptions {
  /** Custom ids of the pages before and after; a missing one greys its button out. Without both there are no buttons. */
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  /** What the two buttons say. Default: `Previous` and `Next`. */
  readonly labels?: { readonly previous: string; readonly next: string };
  /** What to say when there is nothing to list. */
  readonly empty: string;
}

export interface ConfirmationReply extends ReplyOptions {
  /** The label of the button that does it, for example `Ban 12 members`. */
  readonly label: string;
  /** Default: `Cancel`. */
  readonly cancelLabel?: string;
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
  success: builder('success'),
  info: builder('info'),
  warning: builder('warning'),
  error: (text: string, options: ReplyOptions = {}): EphemeralReply =>
    build('error', text, { ...options, ephemeral: true }),

  /** One page of lines with buttons to the pages before and after. */
  list<Options extends ListReply>(lines: readonly string[], options: Options): ReplyFor<Options> {
    const { previous, next, empty } = options;
    const pages = previous || next ? [pageButtons(options)] : [];
    const components = [...(options.components ?? []), ...pages];
    return build<Options>('info', lines.join('\n') || empty, { ...options, components });
  },

  /** A question with a button that does it and one that does not. Shown to the caller alone. */
  confirmation(
    text: string,
    { label, cancelLabel = 'Cancel', confirmId, cancelId, ...options }: ConfirmationReply,
  ): EphemeralReply {
    const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder().setCustomId(confirmId).setLabel(label).setStyle(ButtonStyle.Danger),
      new ButtonBuilder().setCustomId(cancelId).setLabel(cancelLabel).setStyle(ButtonStyle.Secondary),
    );
    return build('warning', text, { ...options, ephemeral: true, components: [row] });
  },
};

function pageButtons({
  previous,
  next,
  labels = PAGE_LABELS,
}: Pick<ListReply, 'previous' | 'next' | 'labels'>): ActionRowBuilder<ButtonBuilder> {
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    pageButton(previous, labels.previous, 'no-previous-page'),
    pageButton(next, labels.next, 'no-next-page'),
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
