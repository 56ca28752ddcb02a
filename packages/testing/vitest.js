// Vitest looks for a `globalSetup` by conditions of its own, among which `source` is not; Node does the rest.
export { setup } from '#vitest';
