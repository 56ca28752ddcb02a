import { useSignal } from '@preact/signals';
import { MessageFlags } from 'discord-api-types/v10';
import type { APIMessage } from 'discord-api-types/v10';
import { openMenu } from '../menu/menu.ts';
import { setReaction } from '../state/acts.ts';
import { attempt } from '../state/notices.ts';
import { mayHere } from '../state/permissions.ts';
import { me } from '../state/place.ts';
import { editingId, replyingTo } from './draft.ts';
import { messageMenu } from './message-menu.ts';
import { Icon } from '../theme/icon.tsx';

const EMOJI = ['👍', '👎', '❤️', '😂', '🎉', '👀', '✅', '❌'] as const;

/** The buttons that appear with a message when it is pointed at or has the focus. */
export function MessageToolbar({ message }: { message: APIMessage }) {
  const isChoosing = useSignal(false);
  const isEphemeral = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const react = (emoji: string) => {
    isChoosing.value = false;
    attempt(() => setReaction(message.id, emoji, true));
  };
  return (
    <div class="toolbar" role="group" aria-label="Message actions">
      {isChoosing.value &&
        EMOJI.map((emoji) => (
          <button key={emoji} type="button" aria-label={`React with ${emoji}`} onClick={() => react(emoji)}>
            {emoji}
          </button>
        ))}
      {!isEphemeral && mayHere('AddReactions') && (
        <button
          type="button"
          aria-label="Add reaction"
          title="Add reaction"
          aria-expanded={isChoosing.value}
          onClick={() => (isChoosing.value = !isChoosing.value)}
        >
          <Icon name="react" />
        </button>
      )}
      {!isEphemeral && mayHere('SendMessages') && (
        <button type="button" aria-label="Reply" title="Reply" onClick={() => (replyingTo.value = message)}>
          <Icon name="reply" />
        </button>
      )}
      {message.author.id === me.value && !message.poll && (
        <button type="button" aria-label="Edit" title="Edit" onClick={() => (editingId.value = message.id)}>
          <Icon name="edit" />
        </button>
      )}
      <button
        type="button"
        aria-label="More"
        title="More"
        aria-haspopup="menu"
        onClick={(event) => openMenu(event, 'Message', messageMenu(message))}
      >
        <Icon name="more" />
      </button>
    </div>
  );
}
