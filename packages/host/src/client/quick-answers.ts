import { DefaultUserAgent, HTTPError, type REST, RESTEvents } from 'discord.js';
import { type Dispatcher, getGlobalDispatcher } from 'undici';
import { DiscordUnreachableError } from '../errors/discord-unreachable-error.ts';
import type { DiscordTrouble } from './discord-trouble.ts';
import { insistOnAnswer, isLost } from './insist-on-answer.ts';
import { ReceivedResponse } from './received-response.ts';
import { type Received, type ReceivedAnswer, requestAnswer } from './answer-request.ts';
import { ReplayingDispatcher } from './replaying-dispatcher.ts';

type Request = Parameters<REST['queueRequest']>[0];
type Response = Awaited<ReturnType<REST['queueRequest']>>;

const CALLBACK = /^\/interactions\/\d+\/[^/]+\/callback$/;

/** So that there are several tries while Discord takes the answer. */
const TRY_MS = 1_000;

/**
 * Sends the first answers to interactions over a shorter way than discord.js's own, which costs most of the time that an
 * interaction takes: no queue (Discord has none for them either), no timer, signal and stream for each. They are given again
 * until Discord has one. What Discord refuses is left to discord.js, which gets what was received as the outcome of its own
 * first try: errors and waits are its own.
 */
export function quickenAnswers(rest: REST, trouble?: Pick<DiscordTrouble, 'note'>): void {
  const { api, version, userAgentAppendix, timeout, headers } = rest.options;
  const url = new URL(`${api}/v${version}`);
  const fixed = {
    origin: url.origin,
    method: 'POST',
    headersTimeout: Math.min(timeout, TRY_MS),
    bodyTimeout: Math.min(timeout, TRY_MS),
    headers: {
      ...headers,
      'content-type': 'application/json',
      'user-agent': `${DefaultUserAgent} ${userAgentAppendix}`.trim(),
    },
  } as const satisfies Partial<Dispatcher.DispatchOptions>;
  const queueRequest = rest.queueRequest.bind(rest);

  const send = async (asked: Request): Promise<Response> => {
    const dispatcher = rest.agent ?? getGlobalDispatcher();
    const query = asked.query ? `?${asked.query.toString()}` : '';
    const options = {
      ...fixed,
      path: `${url.pathname}${asked.fullRoute}${query}`,
      body: JSON.stringify(asked.body),
    };
    const received = await insistOnAnswer(
      async () => {
        const outcome = await requestAnswer(dispatcher, options);
        if (isLost(outcome)) trouble?.note();
        return outcome;
      },
      asked.query?.get('with_response') === 'true',
    );
    if (isLost(received)) throw lossOf(received, `${url.href}${asked.fullRoute}`, asked);
    if (!isGood(received))
      return queueRequest({ ...asked, dispatcher: new ReplayingDispatcher(received, dispatcher) });
    const response = new ReceivedResponse(received);
    if (rest.listenerCount(RESTEvents.Response) > 0) announce(rest, asked, response);
    return response;
  };

  rest.queueRequest = (asked) => (isPlainAnswer(asked) ? send(asked) : queueRequest(asked));
}

/** In every try. As discord.js's own errors, it says what was asked. */
function lossOf(received: Received, url: string, { body }: Request): Error {
  if ('error' in received) return new DiscordUnreachableError({ isRepeatable: true, cause: received.error });
  return new HTTPError(received.status, received.statusText, 'POST', url, { body });
}

/** Files take discord.js's way; so does what somebody asks to be sent otherwise. */
function isPlainAnswer({ fullRoute, files, signal, dispatcher, headers, auth, body }: Request): boolean {
  const isPlain =
    auth === false && !files?.length && !signal && !dispatcher && !headers && body !== undefined;
  return isPlain && CALLBACK.test(fullRoute);
}

function isGood(received: Received): received is ReceivedAnswer {
  return 'status' in received && received.status >= 200 && received.status < 300;
}

/** As discord.js does. */
function announce(rest: REST, { fullRoute, method, body, files, signal }: Request, response: Response): void {
  rest.emit(
    RESTEvents.Response,
    {
      method,
      path: fullRoute,
      route: '/interactions/:id/:token/callback',
      options: { method },
      data: { body, files, signal, auth: false },
      retries: 0,
    },
    response,
  );
}
