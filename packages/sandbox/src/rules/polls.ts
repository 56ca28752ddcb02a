import type { Problem } from './discord-error.ts';
import { asList, asObject, asText, characters, isAbsent, isBlank } from './json.ts';
import { type Path, required, tooLong } from './problem.ts';

const MAXIMUM_ANSWER = 55;

/**
 * What the description does not hold of polls.
 *
 * @see https://docs.discord.com/developers/resources/poll#poll-media-object
 */
export function* pollProblems(value: unknown, path: Path): Generator<Problem> {
  if (isAbsent(value)) return;
  const poll = asObject(value);
  if (isBlank(asText(asObject(poll['question'])['text']))) yield required([...path, 'question', 'text']);
  for (const [index, answer] of asList(poll['answers']).entries()) {
    const place = [...path, 'answers', index, 'poll_media', 'text'];
    const media = asObject(asObject(answer)['poll_media']);
    const text = asText(media['text']);
    if (characters(text) > MAXIMUM_ANSWER) yield tooLong(place, MAXIMUM_ANSWER);
    if (isBlank(text) && isAbsent(media['emoji'])) yield required(place);
  }
}
