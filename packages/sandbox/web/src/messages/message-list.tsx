import { useLayoutEffect, useRef } from 'preact/hooks';
import type { APIMessage } from 'discord-api-types/v10';
import { hasOlder, messages, showOlder } from '../state/conversation.ts';
import { channel, channelId, guildId, DIRECT, view } from '../state/place.ts';
import { nameOf } from '../state/names.ts';
import { theme } from '../theme/theme.ts';
import { Message } from './message.tsx';

/** Messages of one author follow each other without their name for so long. */
const GROUP_MS = 7 * 60_000;
const NEAR_BOTTOM_PX = 120;

/** The messages of the open channel; stays at the latest unless somebody scrolled up. */
export function MessageList() {
  const scroller = useRef<HTMLDivElement>(null);
  const isAtBottom = useRef(true);
  useLayoutEffect(() => {
    isAtBottom.current = true;
  }, [channelId.value]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    // Custom elements take their size after they were put in.
    const observer = new ResizeObserver(() => {
      if (isAtBottom.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);

  const shown = messages.value;
  return (
    <div
      ref={scroller}
      class="scroller"
      tabIndex={0}
      role="region"
      aria-label="Messages"
      onScroll={({ currentTarget }) =>
        (isAtBottom.current = distanceToBottom(currentTarget) < NEAR_BOTTOM_PX)
      }
    >
      <div>
        {hasOlder.value ? (
          <button type="button" class="older" onClick={showOlder}>
            Show older messages
          </button>
        ) : (
          <Beginning />
        )}
        <discord-messages
          no-background
          lightTheme={theme.value === 'light'}
          role="log"
          aria-label="Messages in this channel"
        >
          {shown.map((message, index) => (
            <Message key={message.id} message={message} isContinued={continues(shown[index - 1], message)} />
          ))}
        </discord-messages>
      </div>
    </div>
  );
}

function Beginning() {
  if (guildId.value === DIRECT) {
    return (
      <p class="beginning">
        This is the beginning of your direct messages with {nameOf(view.value?.botId ?? '')}.
      </p>
    );
  }
  return (
    <p class="beginning">
      This is the beginning of <strong>#{channel.value?.name}</strong>.
    </p>
  );
}

function distanceToBottom({ scrollHeight, scrollTop, clientHeight }: HTMLElement): number {
  return scrollHeight - scrollTop - clientHeight;
}

function continues(previous: APIMessage | undefined, message: APIMessage): boolean {
  if (previous?.author.id !== message.author.id || previous.type !== message.type) return false;
  if (message.message_reference || message.interaction_metadata || previous.interaction_metadata)
    return false;
  return Date.parse(message.timestamp) - Date.parse(previous.timestamp) < GROUP_MS;
}
