import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import router from 'find-my-way';
import type { Faults } from '../faults.ts';
import { DiscordError } from '../rules/discord-error.ts';
import type { RequestToValidate } from '../rules/request.ts';
import type { World } from '../state/world.ts';
import { faultAnswer, isCarriedOut, rateLimitAnswer } from './refusals.ts';
import type { RateLimits, RateLimitVerdict } from './rate-limits.ts';
import { readBody } from './request-body.ts';
import type { RequestBody } from './request-body.ts';
import type { RequestLog } from './request-log.ts';
import { RestRequest } from './rest-request.ts';
import { Reply } from './route.ts';
import type { Route } from './route.ts';
import { type Answer, sendAnswer } from './send-answer.ts';
import { refuseLargeFiles, requestToValidate } from './validated-request.ts';

/** What a REST server is put together from. */
export interface RestServerOptions {
  readonly world: World;
  readonly faults: Faults;
  readonly log: RequestLog;
  readonly routes: readonly Route[];
  /** Absent: nothing is counted or refused. */
  readonly rateLimits: RateLimits | undefined;
  /** Absent: requests go to the resources unchecked. */
  readonly validate: ((request: RequestToValidate) => void) | undefined;
}

interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string>>;
}

const VERSION_PREFIX = /^\/api(?:\/v\d+)?/;
const NOT_FOUND: Answer = { status: 404, body: { message: '404: Not Found', code: 0 } };
const UNAUTHORIZED: Answer = { status: 401, body: { message: '401: Unauthorized', code: 0 } };

/** Answers REST requests: finds the route, counts, checks, lets the resource answer, records. */
export class RestServer {
  readonly #options: RestServerOptions;
  readonly #router = router();

  constructor(options: RestServerOptions) {
    this.#options = options;
    for (const route of options.routes) {
      const path = route.template.replaceAll(/\{(\w+)\}/g, ':$1');
      this.#router.on(route.method, path, () => undefined, route);
    }
  }

  /** Answers one request; never throws. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedAt = performance.now();
    const method = request.method ?? 'GET';
    const path = (request.url ?? '/').replace(VERSION_PREFIX, '').replaceAll('%40', '@');
    const match = this.#find(method, path);
    const verdict = match && this.#options.rateLimits?.count(match.route, path);
    let body: RequestBody = { json: undefined, files: [] };
    let answer: Answer;
    try {
      body = await readBody(request);
      answer = match ? await this.#answer(match, request, body, verdict) : NOT_FOUND;
    } catch (error) {
      answer = answerToError(error);
    }
    if (this.#options.faults.latencyMs > 0) await delay(this.#options.faults.latencyMs);
    void sendAnswer(response, answer, verdict?.headers);
    this.#options.log.add({
      method,
      path,
      template: match?.route.template,
      body: body.json,
      status: answer.status,
      at: performance.timeOrigin + startedAt,
      durationMs: performance.now() - startedAt,
      ...(answer.status >= 400 && typeof answer.body === 'object' && { problem: answer.body ?? {} }),
    });
  }

  #find(method: string, path: string): Match | undefined {
    // -- the router knows more methods than node names; an unknown one simply finds nothing
    const found = this.#router.find(method as 'GET', path);
    if (!found) return undefined;
    // -- every entry was stored with its route above
    return { route: found.store as Route, params: found.params, query: found.searchParams };
  }

  async #answer(
    match: Match,
    request: IncomingMessage,
    body: RequestBody,
    verdict: RateLimitVerdict | undefined,
  ): Promise<Answer> {
    const { world, faults, validate } = this.#options;
    const { route, params, query } = match;
    const isAuthorized = request.headers.authorization === `Bot ${world.state.application.token}`;
    if (!route.isPublic && !isAuthorized) return UNAUTHORIZED;
    const fault = faults.take(route.method, route.template);
    if (fault && !isCarriedOut(fault)) return faultAnswer(fault);
    if (verdict?.refused) return rateLimitAnswer(verdict.refused);
    const reason = decodeReason(request.headers['x-audit-log-reason']);
    const asked = new RestRequest({ world, params, query, body: body.json, files: body.files, reason });
    refuseLargeFiles(asked);
    validate?.(requestToValidate(route, asked));
    const result = await route.handle(asked);
    const answer =
      result instanceof Reply ? result : { status: result === undefined ? 204 : 200, body: result };
    return fault ? faultAnswer(fault, answer) : answer;
  }
}

function answerToError(error: unknown): Answer {
  if (error instanceof DiscordError) return { status: error.status, body: error.body };
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { status: 500, body: { message: `500: Internal Server Error (sandbox: ${message})`, code: 0 } };
}

function decodeReason(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string') return undefined;
  try {
    return decodeURIComponent(header);
  } catch {
    return header;
  }
}
