import { setLanguage } from '../actions/languages.ts';
import { joinGuild } from '../actions/members.ts';
import { announceTyping } from '../actions/typing.ts';
import { ControlError } from '../control/control-error.ts';
import { findPlayer, findUser } from '../control/places.ts';
import { MemberActor } from '../members/actor.ts';
import { edit, react, remove, unreact } from '../members/messages.ts';
import { endOwnPoll, vote } from '../members/polls.ts';
import { placeOf } from '../members/player.ts';
import { ModeratorActions } from '../members/moderation.ts';
import { openDirectChannel } from '../actions/direct-channels.ts';
import { renderChannel } from '../state/render-channel.ts';
import { makeUser } from '../state/user.ts';
import type { World } from '../state/world.ts';
import {
  editRequest,
  languageRequest,
  membershipRequest,
  messageRequest,
  moderationRequest,
  personRequest,
  reactionRequest,
  threadRequest,
  typingRequest,
  voiceRequest,
  voteRequest,
  whoRequest,
} from './person-requests.ts';
import { startThread } from './start-thread.ts';

type Operation = (input: { readonly body: unknown }) => unknown;

/** What the page lets people do besides commands and messages, by method and path. */
export function personOperations(world: World): readonly (readonly [string, Operation])[] {
  return [
    ['PATCH /control/messages', ({ body }) => editMessage(world, body)],
    ['DELETE /control/messages', ({ body }) => deleteMessage(world, body)],
    ['POST /control/reactions', ({ body }) => changeReaction(world, body, react)],
    ['DELETE /control/reactions', ({ body }) => changeReaction(world, body, unreact)],
    ['POST /control/votes', ({ body }) => castVote(world, body)],
    ['DELETE /control/polls', ({ body }) => finishPoll(world, body)],
    ['POST /control/typing', ({ body }) => type(world, body)],
    ['POST /control/threads', ({ body }) => openThread(world, body)],
    ['POST /control/membership', ({ body }) => changeMembership(world, body, 'join')],
    ['DELETE /control/membership', ({ body }) => changeMembership(world, body, 'leave')],
    ['POST /control/voice', ({ body }) => changeVoice(world, body, (actor, id) => actor.voice.join(id))],
    ['DELETE /control/voice', ({ body }) => changeVoice(world, body, (actor) => actor.voice.leave())],
    ['POST /control/moderation', ({ body }) => moderate(world, body)],
    ['POST /control/people', ({ body }) => addPerson(world, body)],
    ['PUT /control/language', ({ body }) => chooseLanguage(world, body)],
    ['POST /control/direct', ({ body }) => openDirect(world, body)],
  ];
}

function editMessage(world: World, body: unknown): object {
  const { messageId, content, ...names } = editRequest.parse(body);
  return edit(findPlayer(world, names), messageId, content);
}

function deleteMessage(world: World, body: unknown): void {
  const { messageId, ...names } = messageRequest.parse(body);
  remove(findPlayer(world, names), messageId);
}

function changeReaction(world: World, body: unknown, change: typeof react): void {
  const { messageId, emoji, ...names } = reactionRequest.parse(body);
  change(findPlayer(world, names), messageId, emoji);
}

function castVote(world: World, body: unknown): object {
  const { messageId, answerIds, ...names } = voteRequest.parse(body);
  return vote(findPlayer(world, names), messageId, answerIds);
}

function finishPoll(world: World, body: unknown): void {
  const { messageId, ...names } = messageRequest.parse(body);
  endOwnPoll(findPlayer(world, names), messageId);
}

function type(world: World, body: unknown): void {
  const player = findPlayer(world, typingRequest.parse(body));
  announceTyping(world, placeOf(player).channel, player.userId);
}

function openThread(world: World, body: unknown): object {
  const { name, messageId, content, ...names } = threadRequest.parse(body);
  return renderChannel(world, startThread(findPlayer(world, names), { name, messageId, content }));
}

async function changeMembership(world: World, body: unknown, change: 'join' | 'leave'): Promise<void> {
  const { as, guild } = membershipRequest.parse(body);
  const user = findUser(world, as);
  if (change === 'leave' && world.guild(guild).ownerId === user.id) {
    throw new ControlError(400, 'The owner of a guild cannot leave it');
  }
  const actor = new MemberActor(world, { userId: user.id, channelId: '' });
  await actor[change](guild);
}

function changeVoice(
  world: World,
  body: unknown,
  change: (actor: MemberActor, channelId: string) => Promise<void>,
): Promise<void> {
  const { as, channel } = voiceRequest.parse(body);
  const actor = new MemberActor(world, { userId: findUser(world, as).id, channelId: channel });
  return change(actor, channel);
}

async function moderate(world: World, body: unknown): Promise<void> {
  const request = moderationRequest.parse(body);
  const { userId, reason } = request;
  const actions = new ModeratorActions(findPlayer(world, { as: request.as, guild: request.guild }));
  switch (request.type) {
    case 'ban':
    case 'unban':
    case 'kick':
      return actions[request.type](userId, reason);
    case 'timeout':
      return actions.timeout(userId, request.durationMs, reason);
    case 'add-role':
      return actions.addRole(userId, request.roleId);
    case 'remove-role':
      return actions.removeRole(userId, request.roleId);
  }
}

function addPerson(world: World, body: unknown): object {
  const { username, guild } = personRequest.parse(body);
  const isTaken = Array.from(world.state.users.values()).some((user) => user.username === username);
  if (isTaken) throw new ControlError(409, `There is a user "${username}" already`);
  const user = makeUser({ id: world.ids.next(), username });
  world.state.users.set(user.id, user);
  if (guild !== undefined) joinGuild(world, world.guild(guild), user.id);
  return user;
}

function chooseLanguage(world: World, body: unknown): void {
  const { as, locale } = languageRequest.parse(body);
  setLanguage(world, findUser(world, as).id, locale);
}

function openDirect(world: World, body: unknown): object {
  const { as } = whoRequest.parse(body);
  return renderChannel(world, openDirectChannel(world, findUser(world, as).id));
}
