import type { APIMessage, APIReaction } from 'discord-api-types/v10';
import { setReaction } from '../state/acts.ts';
import { attempt } from '../state/notices.ts';

/** The reactions to a message; a click adds one's own or takes it back. */
export function Reactions({ message }: { message: APIMessage }) {
  if (!message.reactions || message.reactions.length === 0) return null;
  return (
    <discord-reactions slot="reactions">
      {message.reactions.map((reaction) => (
        <button
          key={keyOf(reaction)}
          type="button"
          class="reaction"
          aria-pressed={reaction.me}
          aria-label={`${reaction.emoji.name}, ${reaction.count}`}
          onClick={() => attempt(() => setReaction(message.id, keyOf(reaction), !reaction.me))}
        >
          {reaction.emoji.id === null ? reaction.emoji.name : `:${reaction.emoji.name}:`}{' '}
          <b>{reaction.count}</b>
        </button>
      ))}
    </discord-reactions>
  );
}

function keyOf({ emoji }: APIReaction): string {
  return emoji.id === null ? (emoji.name ?? '') : `${emoji.name}:${emoji.id}`;
}
