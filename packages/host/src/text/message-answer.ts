import {
  type InteractionDeferReplyOptions,
  type InteractionEditReplyOptions,
  type InteractionReplyOptions,
  type MessageCreateOptions,
  MessageFlags,
  MessageFlagsBitField,
  type MessageFlagsResolvable,
} from 'discord.js';

/** What an answer and a message have in common. */
export type AnswerContent = Pick<
  MessageCreateOptions,
  'allowedMentions' | 'components' | 'content' | 'embeds' | 'files' | 'poll'
>;

type Answer = InteractionReplyOptions | InteractionEditReplyOptions;

/** An answer to an interaction as a message, and whether the author alone may see it. */
export function messageAnswer(answer: string | Answer): {
  readonly isForAuthor: boolean;
  readonly content: AnswerContent;
} {
  if (typeof answer === 'string') return { isForAuthor: false, content: { content: answer } };
  return { isForAuthor: isEphemeral(answer), content: contentOf(answer) };
}

/** Whether an answer, or a promise of one, is for the author alone. */
export function isEphemeral(answer: Answer | InteractionDeferReplyOptions): boolean {
  if ('ephemeral' in answer && answer.ephemeral) return true;
  const flags = answer.flags as MessageFlagsResolvable | undefined; // -- the types allow some of the flags alone
  return new MessageFlagsBitField(flags).has(MessageFlags.Ephemeral);
}

function contentOf({ allowedMentions, components, content, embeds, files, poll }: Answer): AnswerContent {
  return {
    ...(allowedMentions && { allowedMentions }),
    ...(components && { components }),
    ...(content !== undefined && content !== null && { content }),
    ...(embeds && { embeds }),
    ...(files && { files }),
    ...(poll && { poll }),
  };
}
