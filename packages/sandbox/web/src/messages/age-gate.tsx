import { confirmAge } from '../state/age-gate.ts';
import { openGuild } from '../state/navigation.ts';
import { channel, guild } from '../state/place.ts';

/** Stands before an age-restricted channel until the person says that they are of age. */
export function AgeGate() {
  const { value: shown } = guild;
  return (
    <div class="nothing">
      <section class="age-gate" aria-labelledby="age-gate-title">
        <p class="age-mark" aria-hidden="true">
          18+
        </p>
        <h2 id="age-gate-title">Age-restricted channel</h2>
        <p>
          <strong>#{channel.value?.name}</strong> may contain content that is not for minors. Are you over 18?
        </p>
        <div class="age-actions">
          <button
            type="button"
            class="component-button button-secondary"
            onClick={() => shown && openGuild(shown)}
          >
            Take me back
          </button>
          <button type="button" class="component-button button-danger" onClick={confirmAge}>
            I am over 18
          </button>
        </div>
      </section>
    </div>
  );
}
