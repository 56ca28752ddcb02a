import { useSignalEffect } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ComposerHandle } from '../../slots.ts';
import { CommandForm } from '../command-form/command-form.tsx';
import { directory } from '../directory.ts';
import { session } from '../session.ts';
import { CommandList } from './command-list.tsx';
import {
  COMMAND_LIST_ID,
  activate,
  active,
  choose,
  chosenCommand,
  fieldAttributes,
  offerFor,
  sections,
} from './command-picker.ts';

/** What stands above the composer while a command is looked for or filled in. */
export function CommandPanel({ composer }: { readonly composer: ComposerHandle }) {
  const { text } = composer;
  const root = useRef<HTMLDivElement>(null);
  const isChosen = chosenCommand.value !== undefined;
  useLayoutEffect(() => void offerFor(text), [text]);
  // The field can take the focus once it has come back.
  useLayoutEffect(() => (isChosen ? () => composer.focus() : undefined), [isChosen]);
  // A command of one person or channel is none of another.
  useLayoutEffect(() => () => choose(undefined), [session.value]);
  // The field belongs to the composer, the list of what is typed into it stands here.
  useSignalEffect(() => {
    const field = root.current?.closest('.composer')?.querySelector('textarea');
    for (const [name, value] of Object.entries(fieldAttributes.value)) {
      if (value === null) field?.removeAttribute(name);
      else field?.setAttribute(name, value);
    }
  });
  return (
    <div ref={root}>
      <PanelContent composer={composer} />
    </div>
  );
}

function PanelContent({ composer }: { readonly composer: ComposerHandle }) {
  const chosen = chosenCommand.value;
  if (chosen) {
    return (
      <CommandForm
        key={chosen.line}
        entry={chosen}
        session={session.value}
        directory={directory.value}
        onClose={() => {
          choose(undefined);
          composer.setText('');
        }}
      />
    );
  }
  if (sections.value.length > 0) {
    return (
      // What scrolls can be scrolled by keyboard, too.
      <div class="suggestion-panel" tabIndex={0}>
        <CommandList
          id={COMMAND_LIST_ID}
          sections={sections.value}
          active={active.value}
          onActivate={activate}
          onChoose={choose}
        />
      </div>
    );
  }
  return composer.text.startsWith('/') ? <NoCommands /> : <CommandNotices />;
}

function NoCommands() {
  return (
    <div class="suggestion-panel">
      <p class="suggestion-empty" role="status">
        You see no command like this in this channel.
      </p>
    </div>
  );
}

/** What became of the latest commands: those that wait for the bot, and those that failed. */
function CommandNotices() {
  const { pending, failures } = session.value;
  const waiting = [...pending.value].filter((name) => !name.includes('/') || name.startsWith('/'));
  const failed = failures.value.filter(({ messageId }) => messageId === undefined);
  if (waiting.length === 0 && failed.length === 0) return null;
  return (
    <div class="command-notices">
      {waiting.map((name) => (
        <p key={name} class="command-notice" role="status">
          <span>
            Sending <b>{name}</b>…
          </span>
        </p>
      ))}
      {failed.map(({ key, what, message }) => (
        <p key={key} class="command-notice command-notice-failed" role="alert">
          <span>
            <b>{what}</b>: {message}
          </span>
          <button type="button" aria-label="Dismiss" onClick={() => session.value.dismiss(key)}>
            ✕
          </button>
        </p>
      ))}
    </div>
  );
}
