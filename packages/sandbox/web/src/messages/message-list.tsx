import { Fragment } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { hasOlder, messages, showOlder } from '../state/conversation.ts';
import { channelId, me } from '../state/place.ts';
import { markNew, readAll, readBefore } from '../state/unread.ts';
import { theme } from '../theme/theme.ts';
import { Beginning } from './beginning.tsx';
import { Message } from './message.tsx';
import { placeBetween } from './place-between.ts';
import { Separator } from './separator.tsx';

const NEAR_BOTTOM_PX = 120;

/** The messages of the open channel; stays at the latest unless somebody scrolled up. */
export function MessageList() {
  const scroller = useRef<HTMLDivElement>(null);
  const isAtBottom = useRef(true);
  const last = useRef<Extent>({ top: 0, height: 0, shown: 0 });
  useLayoutEffect(() => {
    isAtBottom.current = true;
    markNew();
  }, [channelId.value, me.value]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    // Custom elements take their size after they were put in.
    const observer = new ResizeObserver(() => {
      if (isAtBottom.current) element.scrollTop = element.scrollHeight;
      last.current = extentOf(element);
    });
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);

  const shown = messages.value;
  useLayoutEffect(() => {
    if (!document.hidden) readAll();
  }, [shown]);
  return (
    <div
      ref={scroller}
      class="scroller"
      tabIndex={0}
      role="region"
      aria-label="Messages"
      onScroll={({ currentTarget }) => {
        // Messages that come in move the end away, and the oldest that go for them move the rest up; only somebody who
        // scrolls up leaves the end, which changes nothing else.
        const now = extentOf(currentTarget);
        const isSameSize = now.height === last.current.height && now.shown === last.current.shown;
        if (now.height - now.top - now.shown < NEAR_BOTTOM_PX) isAtBottom.current = true;
        else if (isSameSize && now.top < last.current.top) isAtBottom.current = false;
        last.current = now;
      }}
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
          // Messages take their colours when they are made: another theme makes them anew.
          key={theme.value}
          no-background
          lightTheme={theme.value === 'light'}
          role="log"
          aria-label="Messages in this channel"
        >
          {shown.map((message, index) => {
            const { day, isNew, isContinued } = placeBetween(shown[index - 1], message, {
              readBefore: readBefore.value,
              me: me.value,
            });
            return (
              <Fragment key={message.id}>
                {(day !== undefined || isNew) && <Separator day={day} isNew={isNew} />}
                <Message message={message} isContinued={isContinued} />
              </Fragment>
            );
          })}
        </discord-messages>
      </div>
    </div>
  );
}

/** Where a list is scrolled to, its whole height, and the part of it that is shown. */
interface Extent {
  readonly top: number;
  readonly height: number;
  readonly shown: number;
}

function extentOf({ scrollTop, scrollHeight, clientHeight }: HTMLElement): Extent {
  return { top: scrollTop, height: scrollHeight, shown: clientHeight };
}
