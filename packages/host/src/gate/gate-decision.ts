/** Whether something of a plugin may run, and if not, why. */
export type GateDecision = 'open' | 'disabled' | 'quarantined' | 'unloaded';
