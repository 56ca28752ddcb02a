import { ComponentType } from 'discord-api-types/v10';
import type { APICheckboxGroupComponent, APIRadioGroupComponent } from 'discord-api-types/v10';
import { Problem } from './problem.tsx';
import { chosenOf } from './chosen-of.ts';
import type { ModalInputProps } from './modal-input-props.ts';

/** Options of which one (radio) or several (checkboxes) can be chosen. */
export function ChoiceGroup({
  id,
  label,
  field,
  value,
  problem,
  onChange,
}: ModalInputProps & { readonly field: APIRadioGroupComponent | APICheckboxGroupComponent }) {
  const isRadio = field.type === ComponentType.RadioGroup;
  const chosen = chosenOf(value);
  function toggle(option: string): void {
    if (isRadio) onChange([option]);
    else onChange(chosen.includes(option) ? chosen.filter((other) => other !== option) : [...chosen, option]);
  }
  return (
    <div role={isRadio ? 'radiogroup' : 'group'} aria-label={label} aria-describedby={`${id}-problem`}>
      {field.options.map((option) => (
        <label key={option.value} class="choice">
          <input
            type={isRadio ? 'radio' : 'checkbox'}
            name={id}
            checked={chosen.includes(option.value)}
            onChange={() => toggle(option.value)}
          />
          <span>
            {option.label}
            {option.description !== undefined && <small>{option.description}</small>}
          </span>
        </label>
      ))}
      <Problem id={`${id}-problem`} problem={problem} />
    </div>
  );
}

/** A single box to tick. */
export function CheckboxInput({ id, value, onChange }: ModalInputProps) {
  return (
    <input
      id={id}
      type="checkbox"
      checked={value.length > 0}
      onChange={(event) => onChange(event.currentTarget.checked ? ['true'] : [])}
    />
  );
}
