import type { EphemeralReply, PlainReply } from '@twi/sdk';

/** A reply for the caller alone as an edit of one that is already theirs alone: who sees a message cannot be edited. */
export function editable({ flags: _flags, ...reply }: EphemeralReply | PlainReply): PlainReply {
  return reply;
}
