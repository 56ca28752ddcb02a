import type {
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import { MessageFlags } from 'discord-api-types/v10';
import { type Names, readable } from './names.ts';
import { componentLines } from './render-components.ts';
import { embedLines } from './render-embed.ts';
import { modalLines } from './render-modal.ts';

/** What a member sees of an interaction. */
export interface Outcome {
  readonly state: 'unanswered' | 'deferred' | 'answered';
  readonly updatesLater?: boolean | undefined;
  readonly response?: APIMessage | undefined;
  readonly followups: readonly APIMessage[];
  readonly modal?: APIModalInteractionResponseCallbackData | undefined;
  readonly autocomplete?: readonly APIApplicationCommandOptionChoice[] | undefined;
}

/** Shows the outcome of an interaction as the client would, in plain text. */
export function renderOutcome(outcome: Outcome, names: Names): string {
  const { response, followups, modal, autocomplete = [] } = outcome;
  const parts = [
    ...[response, ...followups].flatMap((message) => (message ? [renderMessage(message, names)] : [])),
    ...(modal ? [modalLines(modal).join('\n')] : []),
    ...(autocomplete.length > 0 ? [`Suggestions: ${autocomplete.map(({ name }) => name).join(' | ')}`] : []),
  ];
  if (parts.length > 0) return parts.join('\n\n');
  return outcome.updatesLater ? 'The bot took note; nothing has changed so far.' : EMPTY[outcome.state];
}

const EMPTY: Readonly<Record<Outcome['state'], string>> = {
  unanswered: 'The application did not respond',
  deferred: 'The bot is thinking…',
  answered: 'Done; the bot shows nothing.',
};

/** Shows a message: author, text, embeds behind a bar, components, files. */
export function renderMessage(message: APIMessage, names: Names): string {
  const { author, content, embeds, components = [], attachments, poll, flags = 0 } = message;
  const isHidden = (flags & MessageFlags.Ephemeral) !== 0;
  const isThinking = (flags & MessageFlags.Loading) !== 0;
  const marks = [...(author.bot === true ? ['bot'] : []), ...(isHidden ? ['only you can see this'] : [])];
  const lines = [
    ...(isThinking ? ['thinking…'] : []),
    ...(content === '' ? [] : readable(content, names).split('\n')),
    ...embeds.flatMap((embed) => ['', ...embedLines(embed, names).map((line) => `┃ ${line}`)]).slice(1),
    ...(poll ? pollLines(poll) : []),
    ...componentLines(components, names),
    ...attachments.map((file) => `(file: ${file.filename}, ${file.size} bytes)`),
  ];
  const head = author.global_name ?? author.username;
  return [
    head + (marks.length > 0 ? ` (${marks.join(', ')})` : ''),
    ...lines.map((line) => `  ${line}`.trimEnd()),
  ].join('\n');
}

function pollLines({ question, answers }: NonNullable<APIMessage['poll']>): readonly string[] {
  const choices = answers.map(
    (answer) => `( ) ${answer.poll_media.text ?? answer.poll_media.emoji?.name ?? ''}`,
  );
  return [`Poll: ${question.text ?? ''}`, ...choices];
}
