import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type { APITextInputComponent } from 'discord-api-types/v10';
import { SelectField } from '../components/select-field.tsx';
import { selectItems } from '../components/select-items.ts';
import { directory } from '../directory.ts';
import { CheckboxInput, ChoiceGroup } from './choice-group.tsx';
import { chosenOf } from './chosen-of.ts';
import { FileUpload } from './file-upload.tsx';
import type { ModalInputProps } from './modal-input-props.ts';
import { Problem } from './problem.tsx';

/** The control of one field of a modal, whatever its kind. */
export function ModalInput(props: ModalInputProps) {
  const { field, label, value, problem, onChange } = props;
  switch (field.type) {
    case ComponentType.TextInput:
      return <TextField {...props} field={field} />;
    case ComponentType.FileUpload:
      return <FileUpload {...props} field={field} />;
    case ComponentType.RadioGroup:
    case ComponentType.CheckboxGroup:
      return <ChoiceGroup {...props} field={field} />;
    case ComponentType.Checkbox:
      return <CheckboxInput {...props} />;
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
    default:
      return (
        <SelectField
          label={field.placeholder ?? label}
          items={selectItems(field, directory.value)}
          values={chosenOf(value)}
          minimum={field.required === false ? 0 : (field.min_values ?? 1)}
          maximum={field.max_values ?? 1}
          problem={problem}
          onCommit={onChange}
        />
      );
  }
}

function TextField({
  id,
  field,
  value,
  problem,
  onChange,
}: ModalInputProps & { readonly field: APITextInputComponent }) {
  const shared = {
    id,
    value: typeof value === 'string' ? value : '',
    placeholder: field.placeholder,
    maxLength: field.max_length ?? 4_000,
    'aria-required': field.required !== false,
    'aria-invalid': problem !== undefined,
    'aria-describedby': `${id}-problem`,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange(event.currentTarget.value),
  };
  const isLong = field.style === TextInputStyle.Paragraph;
  return (
    <>
      {isLong ? <textarea rows={4} {...shared} /> : <input type="text" autocomplete="off" {...shared} />}
      <Problem id={`${id}-problem`} problem={problem} />
    </>
  );
}
