import {
  CommandUsageRepository,
  createCommandUsagePartitions,
  type DatabaseHandle,
  ErrorLogRepository,
} from '@twi/database';
import type { Snowflake } from 'discord.js';
import type { CommandUse } from './dispatch/dispatcher.ts';
import { WriteBehind } from './dispatch/write-behind.ts';
import type { ErrorRecord } from './errors/error-handler.ts';
import type { Scope } from './lifecycle/scope.ts';
import type { HostLogger } from './logging/logger.ts';

/** Room is made for months ahead, so a day more or less does not matter. */
const PARTITIONS_EVERY_MS = 86_400_000;

/** Tells all processes that a person is to be forgotten; the payload is their id. */
const FORGET_CHANNEL = 'twi_forget_person';

/** Hears of the plugins whose errors were stored just now. Must not reject. */
type ErrorListener = (pluginIds: readonly string[]) => Promise<void>;

/** What the host keeps about what happened. Nobody waits for it. */
export interface Telemetry {
  recordError(error: ErrorRecord): void;
  recordUse(use: CommandUse): void;
  onErrors(listener: ErrorListener): void;
  /**
   * Takes a person out of what waits to be stored, in all processes; resolves when nothing about them is on its way any
   * more in this one.
   */
  forget(userId: Snowflake): Promise<void>;
}

/** Opens the tables of errors and of uses of commands for writing; what waits at the end is written then. */
export async function openTelemetry(
  database: DatabaseHandle,
  logger: HostLogger,
  scope: Scope,
): Promise<Telemetry> {
  const usages = new CommandUsageRepository(database.db);
  const logs = new ErrorLogRepository(database.db);
  const listeners: ErrorListener[] = [];
  const errors = new WriteBehind<ErrorRecord>({
    name: 'error records',
    async write(rows) {
      await logs.insertMany(rows);
      const pluginIds = [...new Set(rows.map(({ pluginId }) => pluginId))];
      for (const listener of listeners) void listener(pluginIds);
    },
    logger,
  });
  scope.defer('writing the last error records', () => errors.close());
  const uses = new WriteBehind<CommandUse>({
    name: 'uses of commands',
    write: (rows) => usages.insertMany(rows),
    logger,
  });
  scope.defer('writing the last uses of commands', () => uses.close());
  keepPartitions(database, logger, scope);
  const forget = async (userId: Snowflake): Promise<void> => {
    errors.change((error) => withoutPerson(error, userId));
    uses.change((use) => (use.userId === userId ? { ...use, userId: null } : use));
    await Promise.all([errors.flush(), uses.flush()]);
  };
  const unlisten = await database.notifications.listen(FORGET_CHANNEL, (userId) => void forget(userId));
  scope.defer('not hearing of those who are to be forgotten', unlisten);
  return {
    recordError: (error) => errors.add(error),
    recordUse: (use) => uses.add(use),
    onErrors: (listener) => void listeners.push(listener),
    async forget(userId) {
      await database.notifications.notify(FORGET_CHANNEL, userId);
      await forget(userId);
    },
  };
}

function withoutPerson(error: ErrorRecord, userId: Snowflake): ErrorRecord {
  return {
    ...error,
    userId: error.userId === userId ? null : error.userId,
    message: error.message.replaceAll(userId, '0'),
    stack: error.stack.replaceAll(userId, '0'),
  };
}

/** The database made those that are needed now when it was opened. */
function keepPartitions(database: DatabaseHandle, logger: HostLogger, scope: Scope): void {
  const make = async (): Promise<void> => {
    try {
      await createCommandUsagePartitions(database.db);
    } catch (error) {
      logger.error('The tables for uses of commands could not be made.', error);
    }
  };
  const timer = setInterval(() => void make(), PARTITIONS_EVERY_MS).unref();
  scope.defer('ending the making of tables', () => clearInterval(timer));
}
