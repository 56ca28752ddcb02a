import { randomBytes } from 'node:crypto';
import { RequestMethod, type REST } from 'discord.js';

/** discord.js's way of saying it; a nonce may be 25 characters long (Resources › Message › Create Message). */
const NONCE_BYTES = 12;
const MESSAGES = /^\/channels\/\d+\/messages$/;

/**
 * Gives each new message a nonce of its own: when the answer to the request got lost and it is sent again, Discord answers
 * with the message that it has instead of posting it twice.
 */
export function numberMessages(rest: REST): void {
  const queueRequest = rest.queueRequest.bind(rest);
  rest.queueRequest = (request) => {
    const { method, fullRoute, body } = request;
    if (method !== RequestMethod.Post || !MESSAGES.test(fullRoute) || !isUnnumbered(body))
      return queueRequest(request);
    const nonce = randomBytes(NONCE_BYTES).toString('hex');
    return queueRequest({ ...request, body: { ...body, nonce, enforce_nonce: true } });
  };
}

function isUnnumbered(body: unknown): body is object {
  return typeof body === 'object' && body !== null && !('nonce' in body && body.nonce !== undefined);
}
