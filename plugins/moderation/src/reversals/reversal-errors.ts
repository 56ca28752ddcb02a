import type { UserError } from '@twi/sdk';
import { type Snowflake, userMention } from 'discord.js';
import type { Case } from '../database/case-repository.ts';
import type { Sanction } from './sanction.ts';

type Refusal = UserError.Options;

/** Somebody was faster, as a case shows. */
export function alreadyEnded(sanction: Sanction, targetId: Snowflake, by: Case): Refusal {
  return refusal(
    'already-ended',
    `The ${sanction.noun} of ${userMention(targetId)} was already lifted by ${userMention(by.moderatorId)} (case #${by.number}).`,
  );
}

/** Somebody was faster in Discord itself. */
export function alreadyEndedByHand(
  sanction: Sanction,
  targetId: Snowflake,
  executorId: Snowflake | undefined,
): Refusal {
  const who = executorId ? ` by ${userMention(executorId)}` : '';
  return refusal(
    'already-ended',
    `The ${sanction.noun} of ${userMention(targetId)} was already lifted${who}, or has run out.`,
  );
}

export function replacedSince(sanction: Sanction, targetId: Snowflake, by: Case): Refusal {
  return refusal(
    'replaced-since',
    `${userMention(by.moderatorId)} put a later ${sanction.noun} on ${userMention(targetId)} (case #${by.number}), which is in force now. Undo that one instead.`,
  );
}

export function inForceAlready(sanction: Sanction, targetId: Snowflake, by: Case | undefined): Refusal {
  const who = by ? ` by ${userMention(by.moderatorId)} (case #${by.number})` : '';
  return refusal('in-force-already', `${userMention(targetId)} is ${sanction.participle} already${who}.`);
}

export function wouldBeOver(sanction: Sanction, number: number): Refusal {
  return refusal('would-be-over', `The ${sanction.noun} of case #${number} would be over by now.`);
}

export function nothingToPutBack(sanction: Sanction, targetId: Snowflake): Refusal {
  return refusal(
    'nothing-to-put-back',
    `No case says how long the earlier ${sanction.noun} of ${userMention(targetId)} should have lasted, so it cannot be put back.`,
  );
}

function refusal(kind: string, message: string): Refusal {
  return { identifier: `moderation.undo-${kind}`, message };
}
