export { moderationPlugin } from './plugin.ts';
export type { Moderation } from './moderation.ts';
