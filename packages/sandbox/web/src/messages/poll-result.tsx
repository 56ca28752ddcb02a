import { EmbedType, MessageType } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { nameOf } from '../state/names.ts';

/** Tells whether a message says how a poll ended; its embed is not meant to be read as one. */
export function isPollResult({ type }: APIMessage): boolean {
  return type === MessageType.PollResult;
}

/** How a poll ended, as its author's client tells. */
export function PollResult({ message }: { message: APIMessage }) {
  const embed = message.embeds.find(({ type }) => type === EmbedType.PollResult);
  const fields = new Map(embed?.fields?.map(({ name, value }) => [name, value]));
  const [votes, total] = [numberOf(fields.get('victor_answer_votes')), numberOf(fields.get('total_votes'))];
  const winner = fields.get('victor_answer_text');
  const share = total === 0 ? 0 : Math.round((votes / total) * 100);
  return (
    <div class="poll poll-result">
      <span>
        <strong>{nameOf(message.author.id)}</strong>’s poll{' '}
        <strong>{fields.get('poll_question_text')}</strong> has closed.
      </span>
      <span class="muted">
        {winner === undefined ? (
          total === 0 ? (
            'Nobody voted.'
          ) : (
            'The result was a draw.'
          )
        ) : (
          <>
            <strong>{winner}</strong> won with {share}% of {total === 1 ? '1 vote' : `${total} votes`}.
          </>
        )}
      </span>
    </div>
  );
}

function numberOf(text: string | undefined): number {
  return Number(text ?? 0);
}
