/** The commands that all bots answer, so that all do the same work on the wire. */
export const COMMANDS = {
  reply: { name: 'reply', description: 'Answers at once.' },
  note: { name: 'note', description: 'Writes a row, then answers.' },
} as const;

export type CommandName = keyof typeof COMMANDS;

/** What they answer. */
export const ANSWER = 'pong';
