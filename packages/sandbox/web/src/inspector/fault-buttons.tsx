import { control } from '../api/control.ts';
import { attempt } from '../state/notices.ts';

const SLOW_MS = 2_000;

const FAULTS: readonly { readonly label: string; readonly explanation: string; readonly body: object }[] = [
  {
    label: 'Drop gateway',
    explanation: 'Cuts the connection as a network failure does',
    body: { type: 'drop-gateway' },
  },
  {
    label: 'Slow REST',
    explanation: 'Every answer takes two seconds longer',
    body: { type: 'latency', milliseconds: SLOW_MS },
  },
  {
    label: 'Next: 429',
    explanation: 'The next request meets the rate limit',
    body: { type: 'fail-next', status: 429 },
  },
  {
    label: 'Next: 500',
    explanation: 'The next request meets an error of Discord',
    body: { type: 'fail-next', status: 500 },
  },
  { label: 'End faults', explanation: 'Everything works again', body: { type: 'clear' } },
];

/** Makes the sandbox misbehave. */
export function FaultButtons() {
  return (
    <div class="faults" role="group" aria-label="Faults">
      {FAULTS.map(({ label, explanation, body }) => (
        <button
          key={label}
          type="button"
          title={explanation}
          onClick={() => attempt(() => control('POST', 'faults', body))}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
