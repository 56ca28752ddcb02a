import { readFileSync } from 'node:fs';

/** How long somebody waited for a processor in all (https://docs.kernel.org/accounting/psi.html). */
const PRESSURE_FILE = '/proc/pressure/cpu';
const TOTAL_US = /^some .*total=(\d+)$/m;
const US_PER_MS = 1_000;
const MOST_OF_THE_TIME = 0.7;

/** Whether the machine itself has no processor to spare. Linux says; of others nothing is known. */
export class Starvation {
  #lookedAt = performance.now();
  #waitedMs = waitedMs();

  /** Whether somebody waited for a processor for most of the time since the last look. */
  look(): boolean {
    const [now, waited] = [performance.now(), waitedMs()];
    const share = (waited - this.#waitedMs) / (now - this.#lookedAt);
    this.#lookedAt = now;
    this.#waitedMs = waited;
    return share > MOST_OF_THE_TIME;
  }
}

function waitedMs(): number {
  try {
    return Number(TOTAL_US.exec(readFileSync(PRESSURE_FILE, 'utf8'))?.[1] ?? 0) / US_PER_MS;
  } catch {
    return 0; // There is no such file on other systems, nor where the kernel does not count.
  }
}
