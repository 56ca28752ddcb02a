import type { Dispatcher } from '../dispatch/dispatcher.ts';
import type { Metrics } from '../dispatch/metrics.ts';
import type { PermissionService } from '../permissions/permission-service.ts';
import type { Gate } from './gate.ts';
import type { PluginLookup } from './plugin-lookup.ts';

/** What stands between an event and a piece. */
export interface GuardParts {
  readonly plugins: PluginLookup;
  readonly gate: Pick<Gate, 'decide'>;
  readonly dispatcher: Pick<Dispatcher, 'attempt' | 'run' | 'start'>;
  readonly permissions: Pick<PermissionService, 'allowsInteraction' | 'allowsMessage' | 'declaration'>;
  readonly metrics: Metrics;
}
