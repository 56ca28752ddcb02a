import type { Plugin } from '@twi/sdk';
import type { PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { JobEnvelope } from './job-envelope.ts';
import { queueSettings } from './queue-settings.ts';

/** The key of the one waiting job of a schedule, so that a plugin that is away for a week finds one, not thousands. */
const SCHEDULE_KEY = 'schedule';

/** The queues of pg-boss that belong to plugins: one for each job, named `<plugin>/<job>`. */
export class PluginQueues {
  readonly #boss: PgBoss;
  readonly #ensured = new Map<string, Promise<void>>();

  constructor(boss: PgBoss) {
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

  /**
   * Brings the schedules in the database in step with the plugin's.
   *
   * @throws {TypeError} when an expression is not valid, or a scheduled job needs data that a schedule cannot give.
   */
  async schedule(plugin: Plugin): Promise<void> {
    const schedules = Object.entries(plugin.jobs ?? {}).filter(([, { schedule }]) => schedule);
    const envelope: JobEnvelope = { data: {}, deferrals: 0 };
    for (const [job, { schedule = '' }] of schedules) {
      this.check(plugin, job, envelope.data);
      this.#checkExpression(`${plugin.id}/${job}`, schedule);
      const options = { tz: 'UTC', singletonKey: SCHEDULE_KEY };
      await this.#boss.schedule(`${plugin.id}/${job}`, schedule, envelope, options);
    }
    const names = new Set(schedules.map(([job]) => `${plugin.id}/${job}`));
    for (const { name } of await this.#boss.getSchedules())
      if (name.startsWith(`${plugin.id}/`) && !names.has(name)) await this.#boss.unschedule(name);
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

  #checkExpression(name: string, expression: string): void {
    try {
      this.#boss.previewSchedule(expression, { tz: 'UTC', count: 1 });
    } catch (cause) {
      const message = `The schedule "${expression}" of the job ${name} is no cron expression of five fields.`;
      throw new TypeError(message, { cause });
    }
  }

  async #make(plugin: Plugin): Promise<void> {
    const jobs = Object.entries(plugin.jobs ?? {});
    if (jobs.length === 0) return;
    const names = jobs.map(([job]) => `${plugin.id}/${job}`);
    const existing = new Set((await this.#boss.getQueues(names)).map(({ name }) => name));
    for (const [job, definition] of jobs) {
      const name = `${plugin.id}/${job}`;
      const settings = queueSettings(definition);
      if (existing.has(name)) await this.#boss.updateQueue(name, settings);
      // `short`: at most one waiting job for each key.
      else await this.#boss.createQueue(name, { ...settings, policy: 'short' });
    }
  }
}
