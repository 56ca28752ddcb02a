import { AuditLogRepository, type DatabaseHandle } from '@twi/database';
import type { Audit, AuditEntry } from '@twi/sdk';
import { runAsHost } from '../run-as-host.ts';

/** Writes down what was done through the bot. */
export class AuditTrail implements Audit {
  readonly #logs: AuditLogRepository;

  constructor({ db }: Pick<DatabaseHandle, 'db'>) {
    this.#logs = new AuditLogRepository(db);
  }

  async record({ transaction, ...entry }: AuditEntry): Promise<void> {
    const log = { ...entry, userId: entry.userId ?? null };
    if (transaction) await runAsHost(transaction, this.#logs.recording(log));
    else await this.#logs.record(log);
  }
}
