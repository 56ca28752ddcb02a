import type { APIFileUploadComponent } from 'discord-api-types/v10';
import { useState } from 'preact/hooks';
import { readFile } from '../files/read-file.ts';
import { failureText } from '../interaction-session.ts';
import type { ModalInputProps } from './modal-input-props.ts';
import { Problem } from './problem.tsx';

/** Files to send along with a modal. */
export function FileUpload({
  id,
  field,
  problem,
  onBusy,
  onChange,
}: ModalInputProps & { readonly field: APIFileUploadComponent }) {
  const [refusal, setRefusal] = useState<string>();
  async function take(files: readonly File[]): Promise<void> {
    setRefusal(undefined);
    onBusy(true);
    try {
      onChange(await Promise.all(files.map(readFile)));
    } catch (error) {
      onChange([]);
      setRefusal(error instanceof RangeError ? error.message : failureText(error));
    } finally {
      onBusy(false);
    }
  }
  return (
    <>
      <input
        id={id}
        type="file"
        multiple={(field.max_values ?? 1) > 1}
        aria-required={field.required !== false}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        onChange={(event) => void take([...(event.currentTarget.files ?? [])])}
      />
      <Problem id={`${id}-problem`} problem={refusal ?? problem} />
    </>
  );
}
