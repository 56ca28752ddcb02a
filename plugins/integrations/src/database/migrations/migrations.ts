import type { Migrations } from '@twi/database';
import { createOpenAiUses } from './0001-create-openai-uses.ts';
import { createFeeds } from './0010-create-feeds.ts';

/** The history of the schema. */
export const migrations: Migrations = {
  '0001-create-openai-uses': createOpenAiUses,
  '0010-create-feeds': createFeeds,
};
