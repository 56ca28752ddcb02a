import { useSignal } from '@preact/signals';
import type { APIMessage, APIPoll, APIPollAnswer } from 'discord-api-types/v10';
import { vote } from '../state/acts.ts';
import { activity } from '../state/conversation.ts';
import { attempt } from '../state/notices.ts';
import { countVotes, timeLeft } from './poll-votes.ts';
import type { AnswerVotes } from './poll-votes.ts';

/** A poll: its answers to choose from, or how many chose each once the person has voted or it is over. */
export function Poll({ message, poll }: { message: APIMessage; poll: APIPoll }) {
  const chosen = useSignal<readonly number[]>([]);
  const isPeeking = useSignal(false);
  // Polls end by the clock, too; reading the feed's pulse is to look again with it.
  void activity.value;
  const votes = countVotes(poll);
  const hasVoted = votes.answers.some(({ isMine }) => isMine);
  const showsResults = votes.isOver || hasVoted || isPeeking.value;
  const send = (answerIds: readonly number[]) => {
    chosen.value = [];
    isPeeking.value = false;
    attempt(() => vote(message.id, answerIds));
  };
  return (
    <form
      class="poll"
      aria-label={`Poll: ${poll.question.text}`}
      onSubmit={(event) => {
        event.preventDefault();
        send(chosen.value);
      }}
    >
      <p class="poll-question">{poll.question.text}</p>
      {!showsResults && (
        <p class="muted">{poll.allow_multiselect ? 'Select one or more answers' : 'Select one answer'}</p>
      )}
      {votes.answers.map((answer) =>
        showsResults ? (
          <Result key={answer.id} {...answer} isOver={votes.isOver} />
        ) : (
          <Choice
            key={answer.id}
            answer={answer.answer}
            group={`poll-${message.id}`}
            isMultiple={poll.allow_multiselect}
            isChosen={chosen.value.includes(answer.id)}
            onToggle={() => {
              const others = chosen.value.filter((id) => id !== answer.id);
              const isAdded = others.length === chosen.value.length;
              chosen.value = poll.allow_multiselect
                ? [...others, ...(isAdded ? [answer.id] : [])]
                : [answer.id];
            }}
          />
        ),
      )}
      <div class="poll-footer">
        <span class="muted">
          {votes.total === 1 ? '1 vote' : `${votes.total} votes`} •{' '}
          {votes.isOver ? 'Poll closed' : timeLeft(poll.expiry)}
        </span>
        {!votes.isOver && hasVoted && (
          <button type="button" class="link" onClick={() => send([])}>
            Remove vote
          </button>
        )}
        {!votes.isOver && !hasVoted && (
          <button type="button" class="link" onClick={() => (isPeeking.value = !isPeeking.value)}>
            {isPeeking.value ? 'Go back to vote' : 'Show results'}
          </button>
        )}
        {!showsResults && (
          <button type="submit" class="primary" disabled={chosen.value.length === 0}>
            Vote
          </button>
        )}
      </div>
    </form>
  );
}

function Choice({
  answer,
  group,
  isMultiple,
  isChosen,
  onToggle,
}: {
  answer: APIPollAnswer;
  group: string;
  isMultiple: boolean;
  isChosen: boolean;
  onToggle: () => void;
}) {
  return (
    <label class={isChosen ? 'poll-answer poll-chosen' : 'poll-answer'}>
      <AnswerText answer={answer} />
      <input type={isMultiple ? 'checkbox' : 'radio'} name={group} checked={isChosen} onChange={onToggle} />
    </label>
  );
}

function Result({ answer, count, percent, isMine, isWinner, isOver }: AnswerVotes & { isOver: boolean }) {
  const isMarked = isOver ? isWinner : isMine;
  return (
    <div class={isMarked ? 'poll-answer poll-chosen' : 'poll-answer'}>
      <i class="poll-bar" style={{ width: `${percent}%` }} aria-hidden="true" />
      <AnswerText answer={answer} />
      <span class="poll-count">
        {count === 1 ? '1 vote' : `${count} votes`} <b>{percent}%</b>
      </span>
      {isMine && (
        <span class="poll-mine" role="img" aria-label="Your vote">
          ✓
        </span>
      )}
    </div>
  );
}

function AnswerText({ answer: { poll_media: media } }: { answer: APIPollAnswer }) {
  const { emoji } = media;
  return (
    <span class="poll-text">
      {emoji && <span class="component-emoji">{emoji.id ? `:${emoji.name}:` : emoji.name}</span>}
      {media.text}
    </span>
  );
}
