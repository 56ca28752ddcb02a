import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import type { APIApplicationCommandBasicOption } from 'discord-api-types/v10';
import type { Ref } from 'preact';
import { readFile } from '../files/read-file.ts';
import { failureText } from '../interaction-session.ts';
import type { TypedOption } from './typed-option.ts';

/** What an option's field tells of, and where its list is. */
export interface OptionFieldProps {
  readonly option: APIApplicationCommandBasicOption;
  readonly typed: TypedOption;
  readonly problem: string | undefined;
  readonly field: Ref<HTMLInputElement>;
  readonly helpId: string;
  /** The list of suggestions and its active entry, while it is open. */
  readonly list: { readonly id: string; readonly activeId: string | undefined } | undefined;
  readonly onType: (typed: TypedOption) => void;
  readonly onProblem: (problem: string) => void;
  /** Told when a file is being read, and when it has been. */
  readonly onBusy: (isBusy: boolean) => void;
  readonly onFocus: () => void;
}

/** One option of a command: its name and the field to fill in. */
export function OptionField(props: OptionFieldProps) {
  const { option, problem } = props;
  const className = problem === undefined ? 'option-field' : 'option-field option-field-wrong';
  return (
    <label class={className}>
      <span class="option-name">
        {option.name}
        {option.required && (
          <span class="option-required" aria-hidden="true">
            *
          </span>
        )}
      </span>
      {option.type === Type.Attachment ? <FileInput {...props} /> : <TextInput {...props} />}
    </label>
  );
}

function TextInput({ option, typed, problem, field, helpId, list, onType, onFocus }: OptionFieldProps) {
  const isNumber = option.type === Type.Integer || option.type === Type.Number;
  return (
    <input
      ref={field}
      type="text"
      inputMode={isNumber ? 'decimal' : 'text'}
      autocomplete="off"
      role="combobox"
      aria-autocomplete="list"
      aria-expanded={list !== undefined}
      aria-controls={list?.id}
      aria-activedescendant={list?.activeId}
      aria-required={option.required === true}
      aria-invalid={problem !== undefined}
      aria-describedby={helpId}
      size={Math.max(typed.text.length + 1, 6)}
      value={typed.text}
      onInput={(event) => onType({ text: event.currentTarget.value })}
      onFocus={onFocus}
    />
  );
}

function FileInput({ option, problem, field, helpId, onType, onProblem, onBusy, onFocus }: OptionFieldProps) {
  async function take(file: File): Promise<void> {
    onBusy(true);
    try {
      onType({ text: file.name, chosen: await readFile(file) });
    } catch (error) {
      onProblem(error instanceof RangeError ? error.message : failureText(error));
    } finally {
      onBusy(false);
    }
  }
  return (
    <input
      ref={field}
      type="file"
      aria-required={option.required === true}
      aria-invalid={problem !== undefined}
      aria-describedby={helpId}
      onChange={(event) => {
        const file = event.currentTarget.files?.[0];
        if (file) void take(file);
        else onType({ text: '' });
      }}
      onFocus={onFocus}
    />
  );
}
