import type { GatewayActivity, PresenceUpdateReceiveStatus } from 'discord-api-types/v10';

/** How somebody appears. */
export interface PresenceRecord {
  readonly status: PresenceUpdateReceiveStatus;
  readonly activities: readonly GatewayActivity[];
}

/** Renders a presence as the gateway sends it. */
export function renderPresence(
  userId: string,
  presence: PresenceRecord | undefined,
): Record<string, unknown> {
  const { status, activities } = presence ?? { status: 'offline', activities: [] };
  const isOffline = status === 'offline';
  return { user: { id: userId }, status, activities, client_status: isOffline ? {} : { desktop: status } };
}
