import type { APIPoll, RESTAPIPoll } from 'discord-api-types/v10';
import type { PollRecord } from '../state/message.ts';

const HOUR_MS = 3_600_000;
const DEFAULT_HOURS = 24;

/** Turns a poll as REST takes it into the one that a message carries. */
export function makePoll(body: RESTAPIPoll): { wire: APIPoll; record: PollRecord } {
  const expiresAt = Date.now() + (body.duration ?? DEFAULT_HOURS) * HOUR_MS;
  const wire: APIPoll = {
    question: { text: body.question.text ?? '' },
    answers: body.answers.map(({ poll_media }, index) => ({ answer_id: index + 1, poll_media })),
    expiry: new Date(expiresAt).toISOString(),
    allow_multiselect: body.allow_multiselect ?? false,
    layout_type: body.layout_type ?? 1,
  };
  return { wire, record: { expiresAt, votes: new Map(), isOver: false } };
}
