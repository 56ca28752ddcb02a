import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { APIMessage } from 'discord-api-types/v10';
import { editMessage } from '../state/acts.ts';
import { attempt } from '../state/notices.ts';
import { editingId } from './draft.ts';

/** Takes the place of a message's text while it is edited. */
export function MessageEditor({ message }: { message: APIMessage }) {
  const text = useSignal(message.content);
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => input.current?.focus(), []);
  const save = () => {
    close();
    if (text.value !== message.content) attempt(() => editMessage(message.id, text.value));
  };
  return (
    <form
      class="message-editor"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea
        ref={input}
        aria-label="Edit message"
        rows={2}
        value={text}
        onInput={({ currentTarget }) => (text.value = currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close();
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          save();
        }}
      />
      <p>
        escape to{' '}
        <button type="button" class="link" onClick={close}>
          cancel
        </button>{' '}
        • enter to{' '}
        <button type="submit" class="link">
          save
        </button>
      </p>
    </form>
  );
}

function close(): void {
  editingId.value = undefined;
}
