/** Which requests fail. */
interface FaultyRequests {
  /** Only requests of this method; all by default. */
  readonly method?: string;
  /** Only requests of this route, as Discord's documentation writes it; all by default. */
  readonly template?: string;
  /** Whether the request is carried out all the same, and only its answer is lost. */
  readonly afterwards?: boolean;
  /** How many requests fail: 1 by default, without an end where `forMs` is given. */
  readonly times?: number;
  /** For how many milliseconds requests fail; without an end by default. */
  readonly forMs?: number;
  /** How likely a request fails, 0-1; certain by default. */
  readonly chance?: number;
}

/** They are answered, but with an error. */
interface RefusedRequests extends FaultyRequests {
  /** HTTP status of the answer, 400-599. */
  readonly status: number;
  /** For 429: how long the bot is told to wait, 1,000 by default. */
  readonly retryAfterMs?: number;
  /** For 429: whose limit it is said to be, `user` by default. */
  readonly scope?: RateLimitScope;
  /** Answer in place of Discord's usual one for the status; a text is sent as HTML, as proxies in front of Discord do. */
  readonly body?: object | string;
}

/** Their answer does not arrive as it should. */
interface BrokenRequests extends FaultyRequests {
  readonly breaks: Breakage;
}

/** Source: Discord's documentation, "Header Format". */
export type RateLimitScope = 'user' | 'global' | 'shared';

/**
 * What becomes of an answer: it never comes (`hang`), the connection is reset before it (`reset`) or amid it
 * (`truncate`), its second half comes late (`slow`), or it is no JSON (`garble`). The last three are those of requests
 * that are carried out; before the first two, `afterwards` decides.
 */
export type Breakage = (typeof BREAKAGES)[number];

export const BREAKAGES = ['hang', 'reset', 'truncate', 'slow', 'garble'] as const;

/** Which requests fail next, and how. */
export type RequestFault = RefusedRequests | BrokenRequests;

interface PendingFault {
  readonly fault: RequestFault;
  readonly endsAt: number;
  left: number;
}

/** Faults that requests still have to meet, in the order in which they were asked for. */
export class RequestFaults {
  #pending: PendingFault[] = [];

  add(fault: RequestFault): void {
    const { times = fault.forMs === undefined ? 1 : Infinity, forMs = Infinity } = fault;
    this.#pending.push({ fault, left: times, endsAt: Date.now() + forMs });
  }

  clear(): void {
    this.#pending = [];
  }

  /** Takes the fault that a request meets, if any. */
  take(method: string, template: string): RequestFault | undefined {
    if (this.#pending.length === 0) return undefined;
    const now = Date.now();
    this.#pending = this.#pending.filter(({ endsAt }) => now < endsAt);
    const found = this.#pending.find(
      ({ fault }) =>
        (fault.method ?? method) === method &&
        (fault.template ?? template) === template &&
        Math.random() < (fault.chance ?? 1),
    );
    if (found && --found.left <= 0) this.#pending.splice(this.#pending.indexOf(found), 1);
    return found?.fault;
  }
}
