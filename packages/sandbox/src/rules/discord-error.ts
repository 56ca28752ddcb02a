/** One fault of a request: where it stands, Discord's inner code, and the sentence that Discord shows. */
export interface Problem {
  /** Keys and indexes from the top of the body, such as `['embeds', 0, 'fields', 3, 'value']`. */
  readonly path: readonly (string | number)[];
  /** Discord's inner code, such as `BASE_TYPE_REQUIRED`. */
  readonly code: string;
  readonly message: string;
}

interface InnerError {
  readonly code: string;
  readonly message: string;
}

/** Discord's nested form of faults: every step of a path is a key, `_errors` holds the faults of that place. */
export interface ErrorTree {
  [step: string]: ErrorTree | InnerError[];
}

/**
 * The JSON body of every refusal.
 *
 * @see https://docs.discord.com/developers/reference#error-messages
 */
export interface DiscordErrorBody {
  readonly code: number;
  readonly message: string;
  readonly errors?: ErrorTree;
}

/** A refusal as Discord gives it: the server answers with `status` and `body` as they are. */
export class DiscordError extends Error {
  override readonly name = 'DiscordError';
  readonly status: number;
  readonly body: DiscordErrorBody;

  /**
   * @param status HTTP status, 400-599.
   * @param code Discord's JSON error code, 0 where it has none.
   * @param message Discord's words for that code.
   * @param errors The faults of a form, for code 50035.
   */
  constructor(status: number, code: number, message: string, errors?: ErrorTree) {
    super(message);
    this.status = status;
    this.body = errors === undefined ? { code, message } : { code, message, errors };
  }
}

/** Builds the 400 "Invalid Form Body" (50035) that names every one of the problems at its place. */
export function invalidFormBody(problems: readonly Problem[]): DiscordError {
  const errors: ErrorTree = {};
  for (const { path, code, message } of problems) {
    faultsAt(errors, path).push({ code, message });
  }
  return new DiscordError(400, 50_035, 'Invalid Form Body', errors);
}

function faultsAt(tree: ErrorTree, path: Problem['path']): InnerError[] {
  let place = tree;
  for (const step of path) {
    const next = place[step];
    if (next === undefined || Array.isArray(next)) {
      const created: ErrorTree = {};
      place[step] = created;
      place = created;
    } else {
      place = next;
    }
  }
  const known = place['_errors'];
  if (Array.isArray(known)) return known;
  const created: InnerError[] = [];
  place['_errors'] = created;
  return created;
}
