/** What moderation says; the other languages translate it. English descriptions of commands are in their builders. */
export const english = {
  /** ` for 2 days`, after what is done and told; absent for what has no end. */
  'for-duration': ' for {{ms, duration}}',
  'done-with-case': '{{done}} (case #{{number}}).',
  'not-lifted': 'They are still banned: {{why}} I will try again.',
  done: {
    note: 'Added a note about {{target}}',
    warn: 'Warned {{target}}',
    timeout: 'Timed out {{target}}{{duration}}',
    untimeout: 'Removed the timeout of {{target}}',
    kick: 'Kicked {{target}}',
    ban: 'Banned {{target}}{{duration}}',
    softban: 'Softbanned {{target}}',
    unban: 'Unbanned {{target}}',
    purge: 'Deleted messages',
  },
  untold: {
    closed: 'Their direct messages are closed, so they were not told.',
    failed: 'The message to them could not be delivered.',
  },
  warned: {
    points_one: 'They have {{count, number}} point now.',
    points_other: 'They have {{count, number}} points now.',
    escalated: '{{action}} by the escalation of this server (case #{{number}}).',
    'escalation-failed': 'The escalation of this server failed: {{failure}}',
  },
  titles: {
    note: 'Note',
    warn: 'Warning',
    timeout: 'Timeout',
    untimeout: 'Timeout removal',
    kick: 'Kick',
    ban: 'Ban',
    softban: 'Softban',
    unban: 'Unban',
    purge: 'Purge',
  },
  /** What the target reads. */
  told: {
    warn: 'You were warned in {{guild}}.',
    timeout: 'You were timed out in {{guild}}{{duration}}.',
    untimeout: 'Your timeout in {{guild}} was removed.',
    kick: 'You were kicked from {{guild}}.',
    ban: 'You were banned from {{guild}}{{duration}}.',
    softban: 'You were removed from {{guild}}, with what you wrote there lately. You may come back.',
  },
  reason: 'Reason: {{reason}}',
} as const;
