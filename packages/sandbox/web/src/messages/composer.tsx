import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { slots } from '../slots.ts';
import type { ComposerHandle } from '../slots.ts';
import { sendMessage } from '../state/acts.ts';
import { activity, messages } from '../state/conversation.ts';
import { nameOf } from '../state/names.ts';
import { attempt } from '../state/notices.ts';
import { mayHere } from '../state/permissions.ts';
import { channel, me, ownMember, view } from '../state/place.ts';
import { stopTyping, tellTyping } from '../state/typing.ts';
import { editingId, replyingTo } from './draft.ts';
import { FileTray } from './file-tray.tsx';
import { Icon } from '../theme/icon.tsx';

const MAXIMUM_LENGTH = 2_000;

/** Where a person writes; slash commands come in through `slots.composer`. */
export function Composer() {
  const text = useSignal('');
  const files = useSignal<readonly File[]>([]);
  const input = useRef<HTMLTextAreaElement>(null);
  const hook = slots.composer.value;
  const composer: ComposerHandle = {
    get text() {
      return text.value;
    },
    setText: (next) => (text.value = next),
    focus: () => input.current?.focus(),
  };
  useEffect(() => grow(input.current), [text.value]);
  useEffect(() => {
    if (replyingTo.value) input.current?.focus();
  }, [replyingTo.value]);

  // A timeout ends without an event; reading the feed's pulse is to look again with it.
  void activity.value;
  const refusal = refusalHere();
  if (refusal) return <p class="composer-refused">{refusal}</p>;

  function submit(): void {
    if (hook?.onSubmit(composer)) return;
    const content = text.value.trim();
    if (content === '' && files.value.length === 0) return;
    const sent = { content, replyTo: replyingTo.value?.id, files: files.value };
    text.value = '';
    files.value = [];
    replyingTo.value = undefined;
    stopTyping();
    attempt(() => sendMessage(sent.content, sent));
  }

  function write(next: string): void {
    text.value = next;
    // Who looks for a command writes no message.
    if (next !== '' && !next.startsWith('/')) attempt(tellTyping);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing || hook?.onKeyDown(event, composer)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape') replyingTo.value = undefined;
    else if (event.key === 'ArrowUp' && text.value === '') editLast(event);
  }

  const Panel = hook?.Panel;
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {Panel && <Panel composer={composer} />}
      {replyingTo.value && <ReplyBar />}
      <FileTray files={files} />
      <div class="composer-row">
        {mayHere('AttachFiles') && (
          <label class="icon-button" title="Upload files">
            <Icon name="add" />
            <input
              class="hidden"
              type="file"
              multiple
              aria-label="Upload files"
              onChange={({ currentTarget }) => {
                files.value = [...files.value, ...(currentTarget.files ?? [])];
                currentTarget.value = '';
              }}
            />
          </label>
        )}
        <textarea
          {...hook?.inputProps?.()}
          ref={input}
          rows={1}
          aria-label={placeholder()}
          placeholder={placeholder()}
          maxLength={MAXIMUM_LENGTH}
          value={text}
          onInput={({ currentTarget }) => write(currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" class="icon-button" aria-label="Send" title="Send">
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}

function ReplyBar() {
  return (
    <div class="reply-bar">
      <span>
        Replying to <strong>{nameOf(replyingTo.value?.author.id ?? '')}</strong>
      </span>
      <button
        type="button"
        class="icon-button"
        aria-label="Do not reply"
        onClick={() => (replyingTo.value = undefined)}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

function placeholder(): string {
  return channel.value ? `Message #${channel.value.name}` : `Message @${nameOf(view.value?.botId ?? '')}`;
}

function refusalHere(): string | undefined {
  const until = ownMember.value?.communication_disabled_until;
  if (channel.value && until && Date.parse(until) > Date.now()) {
    return `You are timed out until ${new Date(until).toLocaleTimeString()}.`;
  }
  const may = mayHere(channel.value?.thread ? 'SendMessagesInThreads' : 'SendMessages');
  return may ? undefined : 'You do not have permission to send messages in this channel.';
}

function editLast(event: KeyboardEvent): void {
  const last = messages.value.findLast(({ author }) => author.id === me.value);
  if (!last) return;
  event.preventDefault();
  editingId.value = last.id;
}

/** Makes the input as high as its text. */
function grow(input: HTMLTextAreaElement | null): void {
  if (!input) return;
  input.style.height = 'auto';
  input.style.height = `${input.scrollHeight}px`;
}
