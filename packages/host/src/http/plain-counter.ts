import { Counter, type Registry } from 'prom-client';

interface PlainCounterOptions<Label extends string> {
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly Label[];
  readonly registers: Registry[];
}

/** A value of a label: how often it came as the last one, and with which values of the next label. */
interface Node {
  count: number;
  readonly next: Map<string, Node>;
}

/**
 * Counts what comes with every event. Prometheus's own counter makes a text of all labels each time; here, plain numbers are
 * counted up, which Prometheus gets when it asks.
 */
export class PlainCounter<Label extends string> {
  readonly #root: Node = { count: 0, next: new Map() };

  constructor({ labelNames, ...options }: PlainCounterOptions<Label>) {
    const root = this.#root;
    const counter: Counter = new Counter({
      ...options,
      labelNames,
      collect() {
        counter.reset();
        for (const { values, count } of countsOf(root))
          counter.inc(Object.fromEntries(labelNames.map((label, at) => [label, values[at]])), count);
      },
    });
  }

  /** @param values those of all labels, in their order */
  inc(...values: readonly string[]): void {
    let node = this.#root;
    for (const value of values) node = node.next.get(value) ?? added(node, value);
    node.count += 1;
  }
}

function added(parent: Node, value: string): Node {
  const node: Node = { count: 0, next: new Map() };
  parent.next.set(value, node);
  return node;
}

function* countsOf(
  { count, next }: Node,
  values: readonly string[] = [],
): Iterable<{ readonly values: readonly string[]; readonly count: number }> {
  if (count > 0) yield { values, count };
  for (const [value, node] of next) yield* countsOf(node, [...values, value]);
}
