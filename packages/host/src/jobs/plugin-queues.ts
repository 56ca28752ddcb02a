import { isDeepStrictEqual } from 'node:util';
import type { Plugin } from '@twi/sdk';
import type { PgBoss, QueueOptions, Schedule } from 'pg-boss';
import { z } from 'zod';
import type { JobEnvelope } from './job-envelope.ts';
import { isPlainCron } from './is-plain-cron.ts';
import { queueSettings } from './queue-settings.ts';

/** The key of the one waiting job of a schedule, so that a plugin that is away for a week finds one, not thousands. */
const SCHEDULE_KEY = 'schedule';

const SCHEDULED: JobEnvelope = { data: {}, deferrals: 0 };
const SCHEDULE_OPTIONS = { tz: 'UTC', singletonKey: SCHEDULE_KEY };

/** The queues of pg-boss that belong to plugins: one for each job, named `<plugin>/<job>`. */
export class PluginQueues {
  readonly #boss: () => Promise<PgBoss>;
  readonly #ensured = new Map<string, Promise<void>>();

  /** @param boss gives pg-boss; it is running where anything but {@link checkSchedules} is asked for. */
  constructor(boss: () => Promise<PgBoss>) {
    this.#boss = boss;
  }

  /** Makes a plugin's queues, or gives existing ones its present settings; once per load. */
  async ensure(plugin: Plugin): Promise<void> {
    const ensured = this.#ensured.get(plugin.id) ?? this.#make(plugin);
    this.#ensured.set(plugin.id, ensured);
    try {
      await ensured;
    } catch (error) {
      this.#ensured.delete(plugin.id);
      throw error;
    }
  }

  /** @throws {TypeError} when an expression is not valid, or a scheduled job needs data that a schedule cannot give. */
  async checkSchedules(plugin: Plugin): Promise<void> {
    for (const [job, schedule] of schedulesOf(plugin)) {
      this.check(plugin, job, SCHEDULED.data);
      if (!isPlainCron(schedule)) await this.#checkExpression(`${plugin.id}/${job}`, schedule);
    }
  }

  /** Brings the schedules in the database in step with the plugin's, which were checked. */
  async schedule(plugin: Plugin): Promise<void> {
    const schedules = new Map(schedulesOf(plugin).map(([job, cron]) => [`${plugin.id}/${job}`, cron]));
    const boss = await this.#boss();
    const stored = (await boss.getSchedules()).filter(({ name }) => name.startsWith(`${plugin.id}/`));
    for (const [name, cron] of schedules)
      if (!stored.some((schedule) => schedule.name === name && isSame(schedule, cron)))
        await boss.schedule(name, cron, SCHEDULED, SCHEDULE_OPTIONS);
    for (const { name } of stored) if (!schedules.has(name)) await boss.unschedule(name);
  }

  /** @throws {TypeError} when a plugin has no such job, or the data does not fit it. */
  check(plugin: Plugin, job: string, data: unknown): void {
    const definition = plugin.jobs?.[job];
    if (!definition) throw new TypeError(`The plugin ${plugin.id} has no job "${job}".`);
    const { error } = definition.data.safeParse(data);
    if (error)
      throw new TypeError(`The data of the job ${plugin.id}/${job} is wrong:\n${z.prettifyError(error)}`);
  }

  forget(pluginId: string): void {
    this.#ensured.delete(pluginId);
  }

  async #checkExpression(name: string, expression: string): Promise<void> {
    const boss = await this.#boss();
    try {
      boss.previewSchedule(expression, { tz: 'UTC', count: 1 });
    } catch (cause) {
      const message = `The schedule "${expression}" of the job ${name} is no cron expression of five fields.`;
      throw new TypeError(message, { cause });
    }
  }

  async #make(plugin: Plugin): Promise<void> {
    const jobs = Object.entries(plugin.jobs ?? {});
    if (jobs.length === 0) return;
    const names = jobs.map(([job]) => `${plugin.id}/${job}`);
    const boss = await this.#boss();
    const existing = new Map((await boss.getQueues(names)).map((queue) => [queue.name, queue]));
    for (const [job, definition] of jobs) {
      const name = `${plugin.id}/${job}`;
      const settings = queueSettings(definition);
      const queue = existing.get(name);
      // `short`: at most one waiting job for each key.
      if (!queue) await boss.createQueue(name, { ...settings, policy: 'short' });
      else if (!hasSettings(queue, settings)) await boss.updateQueue(name, settings);
    }
  }
}

/** The jobs that run by themselves, with when. */
function schedulesOf({ jobs = {} }: Plugin): (readonly [string, string])[] {
  return Object.entries(jobs).flatMap(([job, { schedule }]) => (schedule ? [[job, schedule] as const] : []));
}

function isSame({ cron, timezone, data, options }: Schedule, wanted: string): boolean {
  const stored = { cron, timezone, data, options };
  return isDeepStrictEqual(stored, {
    cron: wanted,
    timezone: SCHEDULE_OPTIONS.tz,
    data: SCHEDULED,
    options: SCHEDULE_OPTIONS,
  });
}

function hasSettings(queue: QueueOptions, settings: QueueOptions): boolean {
  const keys = Object.keys(settings) as (keyof QueueOptions)[]; // -- the keys of an object literal of ours
  return keys.every((key) => queue[key] === settings[key]);
}
