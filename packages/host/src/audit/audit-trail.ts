import { AsyncLocalStorage } from 'node:async_hooks';
import { AuditLogRepository, type DatabaseHandle, type NewAuditLog } from '@twi/database';
import type { Audit, AuditEntry } from '@twi/sdk';
import { runAsHost } from '../run-as-host.ts';

/** What is to be recorded, whoever did it. */
type Recorded = Omit<AuditEntry, 'transaction' | 'userId'> & Pick<NewAuditLog, 'userId'>;

/** Writes down what was done through the bot. */
export class AuditTrail implements Audit {
  readonly #logs: AuditLogRepository;
  /** The entry that the calling code is taking back or repeating. */
  readonly #reversing = new AsyncLocalStorage<string>();

  constructor({ db }: Pick<DatabaseHandle, 'db'>) {
    this.#logs = new AuditLogRepository(db);
  }

  async record({ transaction, ...entry }: AuditEntry): Promise<void> {
    const log = this.#asPartOfReversal({ ...entry, userId: entry.userId ?? null });
    if (transaction) await runAsHost(transaction, this.#logs.recording(log));
    else await this.#logs.record(log);
  }

  /**
   * Runs the reversal of an entry. What the plugin records meanwhile belongs to it: it refers to that entry, and cannot
   * be undone by itself, or the next `/undo` would undo the undoing.
   */
  whileReversing<T>(auditLogId: string, work: () => Promise<T>): Promise<T> {
    return this.#reversing.run(auditLogId, work);
  }

  #asPartOfReversal({ reversal, details, ...log }: Recorded): NewAuditLog {
    const reversalOf = this.#reversing.getStore();
    if (reversalOf === undefined) return { ...log, details, reversal };
    return { ...log, details: { ...details, reversalOf } };
  }
}
