import { ComponentType } from 'discord-api-types/v10';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Markdown } from '../../markdown/markdown.tsx';
import type { ModalValue } from '../interaction-action.ts';
import { failureText } from '../interaction-session.ts';
import type { InteractionSession, OpenModal } from '../interaction-session.ts';
import { initialValue, modalParts, modalProblem } from './modal-field.ts';
import type { ModalPart } from './modal-field.ts';
import { ModalInput } from './modal-input.tsx';

type Field = Extract<ModalPart, { label: string }>;

/** The form that the bot opened. */
export function ModalDialog({
  open,
  session,
}: {
  readonly open: OpenModal;
  readonly session: InteractionSession;
}) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const parts = modalParts(open.modal.components);
  const fields = parts.filter((part): part is Field => 'field' in part);
  const [values, setValues] = useState<Readonly<Record<string, ModalValue>>>(() =>
    Object.fromEntries(fields.map(({ field }) => [field.custom_id, initialValue(field)])),
  );
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string>();
  const [isSending, setSending] = useState(false);
  const [busyFields, setBusyFields] = useState(0);
  useEffect(() => dialog.current?.showModal(), []);

  async function submit(): Promise<void> {
    if (busyFields > 0) return;
    const found = fields.flatMap(({ field }) => {
      const problem = modalProblem(field, values[field.custom_id] ?? '');
      return problem === undefined ? [] : [[field.custom_id, problem] as const];
    });
    setProblems(Object.fromEntries(found));
    if (found.length > 0) return;
    setSending(true);
    setFailure(undefined);
    try {
      await session.submit(values);
    } catch (error) {
      setFailure(failureText(error));
      setSending(false);
    }
  }

  return (
    <dialog
      ref={dialog}
      class="modal"
      aria-labelledby={`${id}-title`}
      onClose={() => (session.modal.value = undefined)}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h2 id={`${id}-title`}>{open.modal.title}</h2>
        {parts.map((part, index) =>
          'text' in part ? (
            <Markdown key={index} text={part.text} />
          ) : (
            <ModalField
              key={part.field.custom_id}
              id={`${id}-${index}`}
              part={part}
              value={values[part.field.custom_id] ?? ''}
              problem={problems[part.field.custom_id]}
              onBusy={(isBusy) => setBusyFields((count) => count + (isBusy ? 1 : -1))}
              onChange={(value) => setValues((before) => ({ ...before, [part.field.custom_id]: value }))}
            />
          ),
        )}
        {failure !== undefined && (
          <p class="component-failure" role="alert">
            Something went wrong: {failure}
          </p>
        )}
        <div class="modal-actions">
          <button
            type="button"
            class="component-button button-secondary"
            onClick={() => dialog.current?.close()}
          >
            Cancel
          </button>
          <button
            type="submit"
            class="component-button button-primary"
            disabled={isSending || busyFields > 0}
          >
            {busyFields > 0 ? 'Reading files…' : isSending ? 'Sending…' : 'Submit'}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function ModalField({
  id,
  part: { label, description, field },
  ...rest
}: {
  readonly id: string;
  readonly part: Field;
  readonly value: ModalValue;
  readonly problem: string | undefined;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onChange: (value: ModalValue) => void;
}) {
  const isRequired = field.type !== ComponentType.Checkbox && (field.required ?? true);
  return (
    <div class="modal-field">
      <label for={id}>
        {label}
        {isRequired && (
          <span class="option-required" aria-hidden="true">
            *
          </span>
        )}
      </label>
      {description !== undefined && <p class="modal-description">{description}</p>}
      <ModalInput id={id} label={label} field={field} {...rest} />
    </div>
  );
}
