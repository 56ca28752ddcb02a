import type { APIPoll } from 'discord-api-types/v10';
import type { PollRecord } from './message.ts';

/** Renders a poll with its counts, as `viewerId` receives it. */
export function renderPoll(poll: APIPoll, record: PollRecord, viewerId: string): APIPoll {
  return {
    ...poll,
    results: {
      is_finalized: record.isOver,
      answer_counts: poll.answers.flatMap(({ answer_id: id }) => {
        const voters = record.votes.get(id);
        return voters ? [{ id, count: voters.size, me_voted: voters.has(viewerId) }] : [];
      }),
    },
  };
}
