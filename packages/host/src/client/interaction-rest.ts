import { REST, RESTEvents, type Snowflake } from 'discord.js';

/**
 * Takes the answers to interactions out of discord.js's limit of 50 requests a second: Discord does not count
 * interaction endpoints there (Topics › Rate Limits › Global Rate Limit). Their limits per route stay.
 */
export function liftInteractionLimit(rest: REST, applicationId: () => Snowflake | undefined): void {
  const interactions = new REST({ ...rest.options, globalRequestsPerSecond: Number.POSITIVE_INFINITY });
  for (const event of [
    RESTEvents.RateLimited,
    RESTEvents.Response,
    RESTEvents.InvalidRequestWarning,
  ] as const)
    interactions.on(event, (...args: readonly unknown[]) => rest.emit(event, ...(args as never))); // -- the two have the same events
  const queueRequest = rest.queueRequest.bind(rest);
  rest.queueRequest = (request) => {
    const id = applicationId();
    const isAnswer =
      request.auth === false && id !== undefined && request.fullRoute.startsWith(`/webhooks/${id}/`);
    return isAnswer ? interactions.queueRequest(request) : queueRequest(request);
  };
  const clearHandlerSweeper = rest.clearHandlerSweeper.bind(rest);
  rest.clearHandlerSweeper = () => {
    clearHandlerSweeper();
    interactions.clearHandlerSweeper();
    interactions.clearHashSweeper();
  };
}
