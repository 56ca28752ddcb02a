import { bulkDeleteProblems, refuseOldMessages } from './bulk-delete.ts';
import { inviteProblems, topicProblems } from './channels.ts';
import { commandListProblems, commandProblems, refuseTooManyCommands } from './commands.ts';
import type { Problem } from './discord-error.ts';
import { callbackProblems, refuseEmptyAnswer } from './interactions.ts';
import { asObject } from './json.ts';
import { timeoutProblems } from './members.ts';
import { messageProblems, refuseEmptyMessage } from './messages.ts';
import type { RequestToValidate } from './request.ts';
import { routeKey } from './route-key.ts';
import { webhookNameProblems } from './webhooks.ts';

/** What one route asks beyond the description. */
interface Rules {
  readonly problems: (request: RequestToValidate) => Iterable<Problem>;
  /** Refusals with a code of their own, which come after the faults of the form. */
  readonly refuse?: (request: RequestToValidate) => void;
}

const newMessage: Rules = {
  problems: ({ body, files }) => messageProblems(body, { path: [], files, kind: 'create' }),
  refuse: ({ body, files }) => refuseEmptyMessage(body, files),
};
const webhookMessage: Rules = {
  ...newMessage,
  problems: function* (request) {
    yield* newMessage.problems(request);
    yield* webhookNameProblems(request);
  },
};
const messageEdit: Rules = {
  problems: ({ body, files, messageFlags }) =>
    messageProblems(body, { path: [], files, kind: 'edit', flags: messageFlags }),
};
const thread: Rules = {
  problems: ({ body, files }) => {
    const { message } = asObject(body);
    return message === undefined
      ? []
      : messageProblems(message, { path: ['message'], files, kind: 'create' });
  },
  refuse: ({ body, files }) => {
    const { message } = asObject(body);
    if (message !== undefined) refuseEmptyMessage(message, files);
  },
};
const commandList: Rules = {
  problems: ({ body }) => commandListProblems(body),
  refuse: ({ body }) => refuseTooManyCommands(body),
};
const newCommand: Rules = { problems: ({ body }) => commandProblems(body, [], 'create') };
const commandUpdate: Rules = { problems: ({ body }) => commandProblems(body, [], 'update') };
const webhook: Rules = { problems: webhookNameProblems };

const RULES: ReadonlyMap<string, Rules> = new Map([
  [
    routeKey('POST', '/interactions/{}/{}/callback'),
    { problems: callbackProblems, refuse: refuseEmptyAnswer },
  ],
  [routeKey('POST', '/channels/{}/messages'), newMessage],
  [routeKey('PATCH', '/channels/{}/messages/{}'), messageEdit],
  [
    routeKey('POST', '/channels/{}/messages/bulk-delete'),
    { problems: bulkDeleteProblems, refuse: refuseOldMessages },
  ],
  [routeKey('POST', '/channels/{}/threads'), thread],
  [routeKey('POST', '/webhooks/{}/{}'), webhookMessage],
  [routeKey('PATCH', '/webhooks/{}/{}/messages/{}'), messageEdit],
  [routeKey('PATCH', '/webhooks/{}/{}/messages/@original'), messageEdit],
  [routeKey('POST', '/channels/{}/webhooks'), webhook],
  [routeKey('PATCH', '/webhooks/{}'), webhook],
  [routeKey('PATCH', '/webhooks/{}/{}'), webhook],
  [routeKey('PUT', '/applications/{}/commands'), commandList],
  [routeKey('POST', '/applications/{}/commands'), newCommand],
  [routeKey('PATCH', '/applications/{}/commands/{}'), commandUpdate],
  [routeKey('PUT', '/applications/{}/guilds/{}/commands'), commandList],
  [routeKey('POST', '/applications/{}/guilds/{}/commands'), newCommand],
  [routeKey('PATCH', '/applications/{}/guilds/{}/commands/{}'), commandUpdate],
  [routeKey('PATCH', '/channels/{}'), { problems: topicProblems }],
  [routeKey('POST', '/guilds/{}/channels'), { problems: topicProblems }],
  [routeKey('POST', '/channels/{}/invites'), { problems: inviteProblems }],
  [routeKey('PATCH', '/guilds/{}/members/{}'), { problems: timeoutProblems }],
]);

/** The rules of a route that Discord's description does not hold, `undefined` where there are none. */
export function findRules(method: string, template: string): Rules | undefined {
  return RULES.get(routeKey(method, template));
}
