import { defineReversal, type Reversal, type ReversalRun, UserError } from '@twi/sdk';
import { userMention } from 'discord.js';
import { DISCORD_ACTIONS } from '../actions/discord-actions.ts';
import { caseWords, forDuration } from '../cases/case-type.ts';
import type { Case } from '../database/case-repository.ts';
import { type CaseData, caseData } from './case-data.ts';
import {
  alreadyEnded,
  alreadyEndedByHand,
  inForceAlready,
  nothingToPutBack,
  replacedSince,
  wouldBeOver,
} from './reversal-errors.ts';
import { findWhoEnded, type Sanction } from './sanction.ts';

type Run = ReversalRun<CaseData>;

/** How a ban or timeout is lifted again, and put back. */
export function beginReversal(sanction: Sanction): Reversal<CaseData> {
  return defineReversal({
    data: caseData,
    node: `moderation.${sanction.begins}`,
    undo: async (run) => lift(sanction, run, await caseOf(run)),
    redo: async (run) => {
      const original = await caseOf(run);
      return putBack(sanction, run, { original, follows: original.number });
    },
  });
}

/** How a ban or timeout that was lifted is put back, and lifted again. */
export function endReversal(sanction: Sanction): Reversal<CaseData> {
  return defineReversal({
    data: caseData,
    node: `moderation.${sanction.begins}`,
    undo: async (run) => {
      const lifted = await caseOf(run);
      const { guildId, targetId, number } = lifted;
      const { moderation } = run.container;
      const original = await moderation.cases.last({ guildId, targetId }, [sanction.begins], number);
      if (!original) throw new UserError(nothingToPutBack(sanction, targetId));
      return putBack(sanction, run, { original, follows: number });
    },
    redo: async (run) => lift(sanction, run, await caseOf(run)),
  });
}

function caseOf({ container, guild, data }: Run): Promise<Case> {
  return container.moderation.cases.getDeletedOrLive({ guildId: guild.id, number: data.case });
}

async function lift(sanction: Sanction, run: Run, undone: Case): Promise<string> {
  const { container, guild, member } = run;
  await assertCurrent(sanction, run, undone);
  const target = await guild.client.users.fetch(undone.targetId);
  const lifted = await container.moderation.actions[sanction.ends]({
    guild,
    moderator: member,
    target,
    reason: reasonFor(undone),
    follows: undone.number,
  });
  return sentenceOf(lifted);
}

/** Refuses to lift what others have lifted or replaced since. */
async function assertCurrent(sanction: Sanction, { container, guild }: Run, undone: Case): Promise<void> {
  const { targetId, number } = undone;
  const types = [sanction.begins, sanction.ends];
  const last = await container.moderation.cases.last({ guildId: guild.id, targetId }, types);
  // What put it back after it was undone stands for it.
  const isOurs = !last || last.number === number || last.follows === number;
  if (!isOurs && last.type === sanction.ends) throw new UserError(alreadyEnded(sanction, targetId, last));
  if (!isOurs) throw new UserError(replacedSince(sanction, targetId, last));
  if (await DISCORD_ACTIONS[sanction.begins].holds(guild, targetId)) return;
  if (last?.type === sanction.ends) throw new UserError(alreadyEnded(sanction, targetId, last));
  throw new UserError(alreadyEndedByHand(sanction, targetId, await findWhoEnded(sanction, guild, targetId)));
}

async function putBack(
  sanction: Sanction,
  { container: { moderation }, guild, member }: Run,
  { original, follows }: { readonly original: Case; readonly follows: number },
): Promise<string> {
  const { targetId, expiresAt, reason } = original;
  if (await DISCORD_ACTIONS[sanction.begins].holds(guild, targetId)) {
    const last = await moderation.cases.last({ guildId: guild.id, targetId }, [sanction.begins]);
    throw new UserError(inForceAlready(sanction, targetId, last));
  }
  const durationMs = expiresAt ? expiresAt.getTime() - Date.now() : undefined;
  if (durationMs !== undefined && durationMs <= 0)
    throw new UserError(wouldBeOver(sanction, original.number));

  const target = await guild.client.users.fetch(targetId);
  const request = { guild, moderator: member, target, reason: reason ?? undefined, follows };
  if (sanction.begins === 'ban')
    return sentenceOf(await moderation.actions.ban({ ...request, durationMs }), durationMs);
  if (durationMs === undefined) throw new UserError(nothingToPutBack(sanction, targetId));
  return sentenceOf(await moderation.actions.timeout({ ...request, durationMs }), durationMs);
}

function reasonFor({ number }: Case): string {
  return `Undo of case #${number}`;
}

function sentenceOf({ type, targetId, number }: Case, durationMs?: number): string {
  return `${caseWords(type).done(userMention(targetId), forDuration(durationMs))} (case #${number}).`;
}
