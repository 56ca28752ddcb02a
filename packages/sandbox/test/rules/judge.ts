import { DiscordError, type ErrorTree } from '../../src/rules/discord-error.ts';
import type { RequestToValidate } from '../../src/rules/request.ts';
import { validateRequest } from '../../src/rules/validate-request.ts';

/** A request of a table: what is left out is empty. */
export type Sample = Pick<RequestToValidate, 'method' | 'template'> & Partial<RequestToValidate>;

const MESSAGES = '/channels/{channel_id}/messages';
const CALLBACK = '/interactions/{interaction_id}/{interaction_token}/callback';
export const COMMANDS = '/applications/{application_id}/guilds/{guild_id}/commands';

export const message = (body: unknown, files: RequestToValidate['files'] = []): Sample => ({
  method: 'POST',
  template: MESSAGES,
  body,
  files,
});
export const edit = (body: unknown, more: Partial<Sample> = {}): Sample => ({
  method: 'PATCH',
  template: '/channels/{channel_id}/messages/{message_id}',
  body,
  ...more,
});
export const callback = (type: unknown, data?: unknown): Sample => ({
  method: 'POST',
  template: CALLBACK,
  body: data === undefined ? { type } : { type, data },
});
export const commands = (...body: unknown[]): Sample => ({ method: 'PUT', template: COMMANDS, body });
export const file = (filename: string, index = 0) => ({ field: `files[${index}]`, filename, size: 100 });

/** The verdict on a request: `accepted`, Discord's code, or `path: CODE` for every fault of a form. */
export function judge(sample: Sample): string[] {
  try {
    validateRequest({ query: {}, body: undefined, files: [], ...sample });
    return ['accepted'];
  } catch (error) {
    if (!(error instanceof DiscordError)) throw error;
    return error.body.errors ? faultsOf(error.body.errors) : [String(error.body.code)];
  }
}

function faultsOf(tree: ErrorTree, path: readonly string[] = []): string[] {
  return Object.entries(tree).flatMap(([step, below]) =>
    Array.isArray(below)
      ? below.map(({ code }) => `${path.join('.')}: ${code}`)
      : faultsOf(below, [...path, step]),
  );
}
