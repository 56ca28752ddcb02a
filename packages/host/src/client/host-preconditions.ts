import type { Precondition } from '@sapphire/framework';
import { COOLDOWN_PRECONDITIONS } from '../cooldowns/cooldown-context.ts';
import { cooldownPrecondition } from '../cooldowns/cooldown-precondition.ts';
import type { Metrics } from '../dispatch/metrics.ts';
import { HOST_PRECONDITION, hostPrecondition } from '../gate/host-precondition.ts';
import type { PluginLookup } from '../gate/plugin-lookup.ts';
import type { Runtime } from '../runtime.ts';

/** A precondition as Sapphire's store constructs it. */
export type PreconditionClass = new (context: Precondition.LoaderContext) => Precondition;

/** The host's own preconditions by name: the gate before all others, and cooldowns after them. */
export function hostPreconditions(
  runtime: Runtime,
  { plugins, metrics }: { readonly plugins: PluginLookup; readonly metrics: Metrics },
): Record<string, PreconditionClass> {
  const cooldown = cooldownPrecondition(runtime.cooldowns);
  return {
    [HOST_PRECONDITION]: hostPrecondition({ ...runtime, plugins, metrics }),
    ...Object.fromEntries(COOLDOWN_PRECONDITIONS.map((name) => [name, cooldown])),
  };
}
