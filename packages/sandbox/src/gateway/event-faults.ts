/** How the next event of a name goes wrong. */
interface EventFault {
  readonly kind: 'duplicate' | 'late';
  readonly delayMs: number;
}

type Send = () => void;

/** Makes events come twice, late, or in another order. */
export class EventFaults {
  readonly #pending = new Map<string, EventFault>();
  #duplicateChance = 0;
  #reorderWithinMs = 0;
  #held: Send[] = [];

  duplicateNext(event: string): void {
    this.#pending.set(event, { kind: 'duplicate', delayMs: 0 });
  }

  delayNext(event: string, delayMs: number): void {
    this.#pending.set(event, { kind: 'late', delayMs });
  }

  /** Sends each event twice with this probability, 0-1. */
  duplicate(chance: number): void {
    this.#duplicateChance = chance;
  }

  /** Holds events back for so long, and sends what came meanwhile in the opposite order; 0 ends it. */
  reorder(withinMs: number): void {
    this.#reorderWithinMs = withinMs;
  }

  clear(): void {
    this.#pending.clear();
    this.#duplicateChance = 0;
    this.#reorderWithinMs = 0;
  }

  /** Delivers an event as the faults have it. */
  deliver(event: string, send: Send): void {
    const fault = this.#pending.size === 0 ? undefined : this.#pending.get(event);
    this.#pending.delete(event);
    if (fault?.kind === 'late') {
      setTimeout(send, fault.delayMs);
      return;
    }
    this.#inOrder(send);
    if (fault || (this.#duplicateChance > 0 && Math.random() < this.#duplicateChance)) this.#inOrder(send);
  }

  #inOrder(send: Send): void {
    if (this.#reorderWithinMs === 0 && this.#held.length === 0) {
      send();
      return;
    }
    if (this.#held.length === 0) setTimeout(() => this.#release(), this.#reorderWithinMs);
    this.#held.unshift(send);
  }

  #release(): void {
    for (const send of this.#held.splice(0)) send();
  }
}
