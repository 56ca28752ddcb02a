import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { moderate } from '../state/acts.ts';
import type { Measure } from '../state/acts.ts';
import { nameOf } from '../state/names.ts';
import { attempt } from '../state/notices.ts';
import { openMeasure } from './open-measure.ts';
import type { OpenMeasure } from './open-measure.ts';

/** Discord's limit for reasons in its audit log. */
const MAXIMUM_REASON = 512;
const MINUTE_MS = 60_000;
/** The durations that Discord's client offers. */
const DURATIONS = [
  { label: '60 secs', ms: MINUTE_MS },
  { label: '5 mins', ms: 5 * MINUTE_MS },
  { label: '10 mins', ms: 10 * MINUTE_MS },
  { label: '1 hour', ms: 60 * MINUTE_MS },
  { label: '1 day', ms: 1_440 * MINUTE_MS },
  { label: '1 week', ms: 10_080 * MINUTE_MS },
] as const;
const WORDS = {
  ban: { title: 'Ban', effect: 'cannot come back until the ban is lifted.' },
  kick: { title: 'Kick', effect: 'can come back at once.' },
  timeout: { title: 'Time out', effect: 'cannot write, react or speak for the time.' },
} as const;

/** Asks for what a measure needs before a person takes it by hand. */
export function MeasureDialog({ open: { userId, type } }: { readonly open: OpenMeasure }) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const reason = useSignal('');
  const durationMs = useSignal<number>(MINUTE_MS);
  useEffect(() => dialog.current?.showModal(), []);
  const { title, effect } = WORDS[type];
  const name = nameOf(userId);
  const act = () => {
    const measure: Measure = type === 'timeout' ? { type, durationMs: durationMs.value } : { type };
    const said = reason.value.trim();
    dialog.current?.close();
    attempt(() => moderate(userId, measure, said === '' ? undefined : said));
  };
  return (
    <dialog
      ref={dialog}
      class="modal"
      aria-labelledby={`${id}-title`}
      onClose={() => (openMeasure.value = undefined)}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act();
        }}
      >
        <h2 id={`${id}-title`}>
          {title} {name}
        </h2>
        <p class="modal-description">
          {name} {effect}
        </p>
        {type === 'timeout' && (
          <fieldset class="durations">
            <legend>Duration</legend>
            {DURATIONS.map(({ label, ms }) => (
              <label key={ms} class="duration">
                <input
                  type="radio"
                  name={id}
                  checked={durationMs.value === ms}
                  onChange={() => (durationMs.value = ms)}
                />
                {label}
              </label>
            ))}
          </fieldset>
        )}
        <div class="modal-field">
          <label for={`${id}-reason`}>Reason</label>
          <textarea
            id={`${id}-reason`}
            rows={3}
            maxLength={MAXIMUM_REASON}
            placeholder="Stands in the audit log. Optional."
            value={reason}
            onInput={({ currentTarget }) => (reason.value = currentTarget.value)}
          />
        </div>
        <div class="modal-actions">
          <button
            type="button"
            class="component-button button-secondary"
            onClick={() => dialog.current?.close()}
          >
            Cancel
          </button>
          <button type="submit" class="component-button button-danger">
            {title}
          </button>
        </div>
      </form>
    </dialog>
  );
}
