import type { Problem } from './discord-error.ts';
import { asText } from './json.ts';
import type { Path } from './problem.ts';

const SCHEME = /^\s*([a-z][a-z\d+.-]*):/i;

/** Where a link may lead. */
export const WEB: readonly string[] = ['http', 'https'];

/** Where a picture may come from. */
export const WEB_OR_ATTACHMENT: readonly string[] = ['http', 'https', 'attachment'];

/** What a file component shows. */
export const ATTACHMENT: readonly string[] = ['attachment'];

/** Where the URL of a button may lead. */
export const WEB_OR_CLIENT: readonly string[] = ['http', 'https', 'discord'];

/** A URL whose scheme is none of those accepted; whether it is well formed is the description's business. */
export function* schemeProblems(url: unknown, accepted: readonly string[], path: Path): Generator<Problem> {
  const scheme = SCHEME.exec(asText(url))?.[1]?.toLowerCase();
  if (scheme === undefined || accepted.includes(scheme)) return;
  const names = accepted.map((name) => `'${name}'`).join(', ');
  yield {
    path,
    code: 'URL_TYPE_INVALID_SCHEME',
    message: `Scheme "${scheme}" must be one of (${names}).`,
  };
}
