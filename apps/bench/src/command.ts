/** The command that all clients answer, so that all do the same work on the wire. */
export const COMMAND = { name: 'bench', description: 'Answers at once.' } as const;

/** What they answer. */
export const ANSWER = 'pong';
