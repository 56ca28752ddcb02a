/** How far the message to an author is: `sending` is only left by the process that sends, so that nobody is told twice. */
export type NoticeState = 'closed' | 'due' | 'failed' | 'off' | 'sending' | 'sent';
