import type { Migration } from '../../migrations/migration.ts';

/** Why an action cannot be undone, for whoever asks. */
export const explainIrreversibleActions: Migration = {
  async up(db) {
    await db.schema
      .withSchema('core')
      .alterTable('audit_logs')
      .addColumn('irreversible_because', 'text')
      .execute();
  },
  async down(db) {
    await db.schema.withSchema('core').alterTable('audit_logs').dropColumn('irreversible_because').execute();
  },
};
