import type { REST } from 'discord.js';

/**
 * Mends half characters (lone surrogates) in reasons for the audit log: they are sent percent-encoded in a header
 * (Resources › Audit Log), and what has no encoding would throw. A reason that was cut may well end in half an emoji.
 */
export function mendReasons(rest: REST): void {
  const queueRequest = rest.queueRequest.bind(rest);
  rest.queueRequest = (request) =>
    queueRequest(
      request.reason === undefined ? request : { ...request, reason: request.reason.toWellFormed() },
    );
}
