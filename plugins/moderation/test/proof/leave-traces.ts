import { SettingsRepository } from '@twi/database';
import type { ProofBench, ProofCast } from '@twi/testing';
import { vi } from 'vitest';

const SOON = { timeout: 15_000, interval: 50 };
const CHANNEL = '/channels/{channel_id}';
/** discord.js asks four times in all. */
const EVERY_TRY = 4;

/** Lets a person leave traces of every kind that moderation keeps; the scan of the proof says which kinds are missing. */
export async function leaveTraces(bench: ProofBench, cast: ProofCast): Promise<void> {
  await setUp(cast);
  await moderate(bench, cast);
  await report(bench, cast);
  await beModerated(bench, cast);
  await leaveAnotherServer(bench, cast);
  await fail(bench, cast);
}

async function setUp({ una, bob, owner, staffId }: ProofCast): Promise<void> {
  const set = (key: string, value: string) =>
    una.does('config set', { plugin: 'moderation', key, value }, new RegExp(key));
  await set('logIgnoredUsers', `<@${una.id}>`);
  await set('reportChannel', staffId);
  await set('reportCooldown', '1s');
  await set('stickyRoles', 'true');
  await owner.does('permissions grant', { node: 'moderation.warn', target: una.id }, /moderation\.warn/);
  await una.slash('permissions deny', { node: 'moderation.purge', target: bob.id });
}

async function moderate({ sandbox }: ProofBench, { una, bob, sideId, channelId }: ProofCast): Promise<void> {
  const stranger = sandbox.createUser({ username: 'stranger' }).id;
  const raider = sandbox.createUser({ username: 'raider' }).id;
  const on = { user: bob.id };
  await una.does('warn', { ...on, reason: `Insulted <@${una.id}>` }, /^Warned/);
  await una.does('undo', {}, /Undone/);
  await una.does('note', { ...on, text: 'Watch out' }, /case #/);
  await una.does('timeout', { ...on, duration: '1m' }, /^Timed out/);
  await una.does('ban', { user: stranger, duration: '30d' }, /^Banned/);
  await una.does('case note', { number: 2, text: `Said it to <@${una.id}>` }, /Added|note/i);
  await una.does('lock', { channel: sideId, reason: `<@${una.id}> needs quiet` }, /./);
  await una.does('automod add', { name: 'links', trigger: 'links', action: 'warn' }, /./);
  await una.does('mod state', { message: 'Be kind' }, /./);
  await bob.actor.send('To be deleted').catch(() => undefined);
  await sandbox.as(una.id, { channelId }).send(`Mine, <@${una.id}>, to be deleted`);
  await una.does('purge', { count: 2 }, /case #/);
  const exchange = await una.actor.slash('mass-ban', { users: `${stranger} ${raider}` });
  const { response } = await exchange.settled();
  if (!response) throw new Error('Nobody was asked about the mass ban.');
  await una.actor.click(response, 'Ban 1 person');
}

async function report(
  { sandbox, guild }: ProofBench,
  { una, bob, owner, staffId }: ProofCast,
): Promise<void> {
  const linkTo = ({ channel_id: place, id }: { channel_id: string; id: string }) =>
    `https://discord.com/channels/${guild.id}/${place}/${id}`;
  const about = async (author: typeof una) =>
    linkTo(await author.actor.send(`Buy the stuff of <@${una.id}>`));
  const newest = (count: number) =>
    vi.waitFor(() => {
      const posted = sandbox.messages(staffId);
      const last = posted.at(-1);
      if (!last || posted.length < count) throw new Error('The report was not posted.');
      return last;
    }, SOON);
  await una.does('report', { message: await about(owner), reason: 'spam' }, /The staff has got/);
  await newest(1);
  const details = `<@${una.id}> again`;
  await owner.does('report', { message: await about(una), reason: 'spam', details }, /The staff has got/);
  await newest(2);
  await una.actor.moderation.timeout(bob.id, null);
  await bob.does('report', { message: await about(owner), reason: 'spam' }, /The staff has got/);
  await una.actor.in(staffId).click(await newest(3), 'Claim');
}

async function beModerated({ guild }: ProofBench, { una, owner }: ProofCast): Promise<void> {
  const on = { user: una.id };
  await owner.does('warn', { ...on, reason: 'Spam' }, /^Warned/);
  await owner.does('note', { ...on, text: 'Not to be seen' }, /case #/);
  await owner.does('timeout', { ...on, duration: '1h' }, /^Timed out/);
  await owner.does('untimeout', on, /^Removed/);
  const roleIds = guild.member(una.id)?.roleIds ?? [];
  await owner.does('ban', { ...on, duration: '30d' }, /^Banned/);
  await owner.does('unban', on, /^Unbanned/);
  guild.addMember(una.id, { roleIds });
  await una.actor.send('Here I am again, mine too');
  await owner.does('purge', { count: 1, user: una.id }, /case #/);
}

/** Banned for a while from another server, in which they had a role, by a mass ban and another ban. */
async function leaveAnotherServer(
  { sandbox, host, database, play }: ProofBench,
  { una, owner }: ProofCast,
): Promise<void> {
  const other = sandbox.createGuild({ name: 'Another', ownerId: owner.id });
  const { id: channelId } = other.addChannel({ name: 'general' });
  await host.enablement.enable(other.id, ['moderation'], owner.id);
  await host.reconciler.reconcileGuild(other.id);
  await new SettingsRepository(database.handle.db).append({
    guildId: other.id,
    pluginId: 'moderation',
    value: { stickyRoles: true },
    schemaVersion: 1,
    changedBy: owner.id,
  });
  const ruler = play(owner.id, channelId);
  const role = other.addRole({ name: 'Regular', position: 1 });
  other.addMember(una.id, { roleIds: [role.id] });
  const users = `${una.id} ${sandbox.createUser({ username: 'friend' }).id}`;
  const exchange = await ruler.actor.slash('mass-ban', { users, reason: `Friends of <@${una.id}>` });
  const { response } = await exchange.settled();
  if (!response) throw new Error('Nobody was asked about the mass ban.');
  await ruler.actor.click(response, 'Ban 2 people');
  await vi.waitUntil(() => other.bans.size === 2, SOON);
  await ruler.does('ban', { user: una.id, duration: '30d' }, /^Banned/);
}

/** Discord does not answer: an error that nobody expected. */
async function fail({ sandbox }: ProofBench, { una, channelId }: ProofCast): Promise<void> {
  sandbox.faults.failNext({ method: 'PATCH', template: CHANNEL, status: 500, times: EVERY_TRY });
  await una.slash('slowmode', { seconds: 5, channel: channelId });
}
