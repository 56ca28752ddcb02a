import type { Limit, Section } from '@twi/proving';
import { judgeInTheEnd } from '../load/judge/judge.ts';
import { askFeedsNow } from '../load/pass-time.ts';
import type { Size } from '../scenario.ts';
import type { Attack } from './attack.ts';
import { AttackedBot } from './attacked-bot.ts';
import { playAttack, type Report, unanswered } from './play-attack.ts';

const PER_SECOND: Readonly<Record<Size, number>> = { full: 6, short: 4 };
/** Short, so that dead connections are noticed within an attack. */
const HEARTBEAT_MS = 2_000;
const SETTLED = { withinMs: 90_000 };
const MINUTE_MS = 60_000;
/** One session in five seconds. Source: Discord's documentation, "Session Start Limit Object". */
const MOST_IDENTIFIES = 12;
const MOST_RECOVERY_SECONDS = 30;
/** Discord bars whoever makes 10,000 in ten minutes. Source: its documentation, "Invalid Request Limit". */
const MOST_INVALID_REQUESTS = 1_000;
const MOST_ALARMS_PER_SECOND = 20;

const COLUMNS = ['attack', 'done', 'unanswered', 'unheard', 'logins', 'requests', 'alarms', 'back after'];

export interface PlayAttacksOptions {
  /** Names the section. */
  readonly id: string;
  readonly seed: number;
  readonly attacks: readonly Attack[];
  /** How long each of them lasts, in milliseconds. */
  readonly forMs: number;
  readonly size: Size;
}

/** Attacks one bot in several ways, one after the other, and says what became of all that people did meanwhile. */
export async function playAttacks({ id, seed, attacks, forMs, size }: PlayAttacksOptions): Promise<Section> {
  await using attacked = await AttackedBot.start({
    seed,
    heartbeatIntervalMs: HEARTBEAT_MS,
    isLenient: size === 'short',
  });
  const { bot, load, facts, sandbox } = attacked;
  load.start(PER_SECOND[size]);
  const reports: Report[] = [];
  for (const attack of attacks) reports.push(await playAttack(attacked, attack, forMs));
  await load.stop();
  await askFeedsNow(facts);
  // As if the time until it runs by itself had passed.
  await facts.runNow('gallery/reconcile-all-stars');
  const verdict = await judgeInTheEnd(load, facts, SETTLED);
  const wrongs = Object.values(verdict).flat();
  for (const wrong of wrongs) console.error(wrong);
  return {
    id,
    columns: COLUMNS,
    rows: reports.map(rowOf),
    limits: [
      ...limitsOf(reports),
      count('lost, done twice, or half done in the end', wrongs.length),
      count('secrets in the log', bot.output.includes(sandbox.token) ? 1 : 0),
    ],
  };
}

function rowOf(report: Report): string[] {
  const { attack, deeds, logins, requests, alarms, recoveredAfterMs } = report;
  const missed = deeds.filter(({ outcome }) => outcome === 'unanswered').length;
  const missing = unanswered(report).length;
  const kinds = (['identify', 'resume'] as const).map(
    (kind) => `${logins.filter((login) => login.kind === kind).length} ${kind}`,
  );
  return [
    attack.name,
    String(deeds.length - missed),
    String(missing),
    String(missed - missing),
    kinds.join(', '),
    String(requests),
    String(alarms.length),
    `${(recoveredAfterMs / 1_000).toFixed(1)} s`,
  ];
}

function limitsOf(reports: readonly Report[]): Limit[] {
  const all = reports.flatMap(({ alarms }) => alarms);
  // What is nobody's fault but the plugin's is an error; the others are warnings.
  const blamed = all.filter(({ level, msg }) => level === 'error' && msg.startsWith('Error '));
  const left = reports.flatMap(unanswered);
  for (const { msg } of blamed) console.error(msg);
  for (const { kind, mark, text } of left) console.error(`Unanswered: ${kind} ${mark}: ${text}`);
  return [
    count('interactions that reached the bot and were not answered', left.length),
    count('failures for which a plugin is blamed', blamed.length),
    {
      what: 'until people are answered again, at the worst',
      measured: Math.max(...reports.map(({ recoveredAfterMs }) => recoveredAfterMs)) / 1_000,
      atMost: MOST_RECOVERY_SECONDS,
      unit: 's',
    },
    {
      what: 'sessions started in a minute, at most',
      measured: mostIdentifies(reports),
      atMost: MOST_IDENTIFIES,
      unit: 'sessions',
    },
    {
      what: 'requests that Discord counts as invalid',
      measured: reports.reduce((sum, { invalidRequests }) => sum + invalidRequests, 0),
      atMost: MOST_INVALID_REQUESTS,
      unit: 'requests',
    },
    {
      what: 'warnings and errors in the log, at the worst',
      measured: Math.max(...reports.map(({ alarms, seconds }) => alarms.length / seconds)),
      atMost: MOST_ALARMS_PER_SECOND,
      unit: 'a second',
    },
  ];
}

/** In any minute. */
function mostIdentifies(reports: readonly Report[]): number {
  const times = reports
    .flatMap(({ logins }) => logins)
    .filter(({ kind }) => kind === 'identify')
    .map(({ at }) => at);
  return Math.max(
    0,
    ...times.map((start) => times.filter((at) => at >= start && at < start + MINUTE_MS).length),
  );
}

function count(what: string, measured: number): Limit {
  return { what, measured, atMost: 0, unit: '' };
}
