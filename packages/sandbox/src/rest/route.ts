import type { RestRequest } from './rest-request.ts';

/** The methods that Discord's REST interface uses. */
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** An answer whose status is not the usual 200 (with a body) or 204 (without one). */
export class Reply {
  readonly status: number;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    this.status = status;
    this.body = body;
  }
}

/** Answers a request: a value becomes the JSON body, nothing becomes 204. */
type Handle = (request: RestRequest) => unknown;

/** One operation of the REST interface. */
export interface Route {
  readonly method: Method;
  /** The path as Discord's documentation writes it, such as `/channels/{channel_id}/messages`. */
  readonly template: string;
  readonly handle: Handle;
  /** Whether a token in the path stands for the bot's own (webhooks and interactions). */
  readonly isPublic?: boolean;
}
