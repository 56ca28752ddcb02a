import { setTimeout as sleep } from 'node:timers/promises';
import type { Login } from '@twi/sandbox';
import type { Entry } from '../load/ledger.ts';
import type { Attack } from './attack.ts';
import type { AttackedBot } from './attacked-bot.ts';
import { alarms, type LogLine } from './log-lines.ts';

const PROBE_EVERY_MS = 250;
/** What has not recovered by then never will. */
const GIVE_UP_MS = 120_000;
/** An interaction can be answered for so long. Source: Discord's documentation, "Interaction Callback". */
const ANSWERABLE_MS = 3_000;
/** Source: Discord's documentation, "Invalid Request Limit". */
const INVALID: ReadonlySet<number> = new Set([401, 403, 429]);

/** What an attack did to a bot. */
export interface Report {
  readonly attack: Attack;
  readonly seconds: number;
  /** Unix milliseconds at which a person was answered again. */
  readonly recoveredAt: number;
  readonly recoveredAfterMs: number;
  /** Everything that people did meanwhile, messages aside; how it ends shows later. */
  readonly deeds: readonly Entry[];
  readonly logins: readonly Login[];
  readonly alarms: readonly LogLine[];
  readonly requests: number;
  /** Answers of Discord that count against a bot: 401, 403 and 429. */
  readonly invalidRequests: number;
}

/** Lets Discord misbehave while people go on, and looks until all is well again. */
export async function playAttack(attacked: AttackedBot, attack: Attack, forMs: number): Promise<Report> {
  const { sandbox, load, bot } = attacked;
  const before = {
    deeds: load.ledger.entries.length,
    logins: sandbox.logins.length,
    requests: sandbox.requests.length,
    output: bot.output.length,
  };
  const startedAt = Date.now();
  await attack.play(sandbox, forMs);
  sandbox.faults.clear();
  const endedAt = Date.now();
  await recovered(attacked);
  const recoveredAt = Date.now();
  // So that what began amid the attack is through.
  await sleep(ANSWERABLE_MS);
  const requests = sandbox.requests.slice(before.requests);
  return {
    attack,
    seconds: (endedAt - startedAt) / 1_000,
    recoveredAt,
    recoveredAfterMs: recoveredAt - endedAt,
    deeds: load.ledger.entries.slice(before.deeds),
    logins: sandbox.logins.slice(before.logins),
    alarms: alarms(bot.output.slice(before.output)),
    requests: requests.length,
    invalidRequests: requests.filter(({ status }) => INVALID.has(status)).length,
  };
}

/** What nobody answered although Discord had told the bot of it. Known once people have finished. */
export function unanswered({ attack, deeds, recoveredAt }: Report): readonly Entry[] {
  return deeds.filter(
    ({ outcome, sentAt }) => outcome === 'unanswered' && !(attack.losesEvents && sentAt < recoveredAt),
  );
}

/** @throws Error when the bot does not come back */
async function recovered({ load, bot }: AttackedBot): Promise<void> {
  const deadline = Date.now() + GIVE_UP_MS;
  const { owner } = load.stages[0]!;
  for (;;) {
    try {
      const exchange = await owner.slash('plugins list');
      await exchange.settled();
      return;
    } catch (error) {
      if (Date.now() > deadline)
        throw new Error(`The bot did not come back:\n${bot.output.slice(-4_000)}`, { cause: error });
    }
    await sleep(PROBE_EVERY_MS);
  }
}
