import type { ProofScene } from '@twi/testing';
import { channelsOfAllTypes } from './channels.ts';
import type { ProofBot } from './proof-bot.ts';

/** Above every role that there is, the bot's included: positions beyond the top are the top. */
const TOP = 1_000;
/** Discord's type of a channel for texts. */
const TEXT = 0;

/** Sets the scene in the server of the proof. */
export async function setScene(bot: ProofBot): Promise<ProofScene> {
  const { sandbox, guild, host, owner } = bot;
  const { id: channelId } = guild.addChannel({ name: 'commands' });
  const { id: lobbyId } = guild.addChannel({ name: 'lobby' });
  const channels = await channelsOfAllTypes(bot);
  const victim = sandbox.createUser({ username: 'victim' });
  const high = sandbox.createUser({ username: 'high' });
  guild.addMember(victim.id);
  const top = guild.addRole({ name: 'Top', position: TOP });
  guild.addMember(high.id, { roleIds: [top.id] });
  const say = async (userId: string) =>
    (await sandbox.as(userId, { channelId: lobbyId }).send('Something to report.')).id;
  const lobby = await host.client.channels.fetch(lobbyId);
  if (!lobby?.isSendable()) throw new Error('The bot cannot write in the lobby.');
  return {
    ownerId: owner.id,
    channelId,
    lobbyId,
    sideId: channels.get(TEXT) ?? '',
    channels,
    roleId: guild.addRole({ name: 'Some role' }).id,
    victimId: victim.id,
    victimMessageId: await say(victim.id),
    highId: high.id,
    highMessageId: await say(high.id),
    botMessageId: (await lobby.send('A message of the bot.')).id,
  };
}
