import { RequestError, TimeoutError, UpstreamError, UserError } from '@twi/sdk';
import { z } from 'zod';
import { busy, refusedCredentials } from '../errors.ts';
import { openAiRefusal } from './openai-errors.ts';

/** What people call the service. */
const OPENAI = 'OpenAI';

const failure = z.object({
  error: z.object({ code: z.string().nullish(), type: z.string().nullish(), param: z.string().nullish() }),
});

/** There is no money left, so waiting does not help (https://developers.openai.com/api/docs/guides/error-codes). */
const UNPAID: ReadonlySet<string> = new Set([
  'insufficient_quota',
  'billing_hard_limit_reached',
  'billing_not_active',
]);
const UNAUTHORISED: ReadonlySet<number> = new Set([401, 403]);
const TOO_MANY_REQUESTS = 429;
const FIRST_SERVER_ERROR = 500;

/** An answer of OpenAI that is none. */
export class OpenAiFailure extends Error {
  override readonly name = 'OpenAiFailure';
  readonly status: number;
  /** OpenAI's word for what is wrong. */
  readonly code: string;
  /** Which part of the request is wrong. */
  readonly param: string | undefined;
  /** For how long OpenAI wants to be left alone, in milliseconds, where it says so. */
  readonly waitMs: number | undefined;

  constructor(status: number, body: string, waitMs: number | undefined) {
    const { error } = failure.safeParse(jsonOf(body)).data ?? {};
    const code = error?.code ?? error?.type ?? 'unknown';
    // Its own words may hold a part of the key.
    super(`it answered ${status} (${code})`);
    this.status = status;
    this.code = code;
    this.param = error?.param ?? undefined;
    this.waitMs = waitMs;
  }

  /** Whether the same request may be answered a little later. */
  get isPassing(): boolean {
    if (this.status === TOO_MANY_REQUESTS) return !UNPAID.has(this.code);
    return this.status >= FIRST_SERVER_ERROR || this.status === 408 || this.status === 409;
  }
}

/** Whether a request that failed may be answered a little later. A time-out is not repeated: it was long enough. */
export function isPassing(error: unknown): boolean {
  if (error instanceof OpenAiFailure) return error.isPassing;
  return error instanceof RequestError && !(error instanceof TimeoutError) && error.code === 'ECONNRESET';
}

/** What went wrong, for whoever asked. */
export function explained(error: unknown, model: string): Error {
  if (error instanceof UserError) return error;
  if (error instanceof OpenAiFailure) {
    const { status, code, waitMs } = error;
    if (UNPAID.has(code)) return new UserError(openAiRefusal('unpaid'));
    if (code === 'model_not_found') return new UserError(openAiRefusal('no-such-model', { model }));
    if (code === 'context_length_exceeded') return new UserError(openAiRefusal('too-long', { model }));
    if (code === 'content_filter') return new UserError(openAiRefusal('filtered', { model }));
    if (UNAUTHORISED.has(status)) return new UserError(refusedCredentials(OPENAI));
    if (status === TOO_MANY_REQUESTS)
      return new UserError(busy(OPENAI, waitMs === undefined ? undefined : Math.ceil(waitMs / 1_000)));
  }
  return new UpstreamError(OPENAI, 'a request failed', { cause: error });
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // A proxy answers with a page, which tells nothing.
    return undefined;
  }
}
