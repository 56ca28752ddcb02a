/** How the next event of a name goes wrong. */
interface EventFault {
  readonly kind: 'duplicate' | 'late';
  readonly delayMs: number;
}

/** Makes events come twice or late. */
export class EventFaults {
  readonly #pending = new Map<string, EventFault>();

  duplicateNext(event: string): void {
    this.#pending.set(event, { kind: 'duplicate', delayMs: 0 });
  }

  delayNext(event: string, delayMs: number): void {
    this.#pending.set(event, { kind: 'late', delayMs });
  }

  clear(): void {
    this.#pending.clear();
  }

  /** Delivers an event as the faults have it. */
  deliver(event: string, send: () => void): void {
    const fault = this.#pending.size === 0 ? undefined : this.#pending.get(event);
    if (!fault) return send();
    this.#pending.delete(event);
    if (fault.kind === 'late') {
      setTimeout(send, fault.delayMs);
      return undefined;
    }
    send();
    return send();
  }
}
