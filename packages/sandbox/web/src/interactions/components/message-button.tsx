import { ButtonStyle } from 'discord-api-types/v10';
import type { APIButtonComponent } from 'discord-api-types/v10';
import { useComponentPlace } from './component-context.ts';

const CLASSES: Readonly<Record<ButtonStyle, string>> = {
  [ButtonStyle.Primary]: 'button-primary',
  [ButtonStyle.Secondary]: 'button-secondary',
  [ButtonStyle.Success]: 'button-success',
  [ButtonStyle.Danger]: 'button-danger',
  [ButtonStyle.Link]: 'button-secondary',
  [ButtonStyle.Premium]: 'button-primary',
};

/** A button of a message; one that waits for the bot says so. */
export function MessageButton({ button }: { readonly button: APIButtonComponent }) {
  const { messageId, session } = useComponentPlace();
  const className = `component-button ${CLASSES[button.style]}`;
  if (button.style === ButtonStyle.Premium) {
    return (
      <button type="button" class={className} disabled title="The sandbox has no shop">
        Premium
      </button>
    );
  }
  const content = (
    <>
      {button.emoji && <span class="component-emoji">{button.emoji.name}</span>}
      {button.label}
    </>
  );
  if (button.style === ButtonStyle.Link) {
    return (
      <a
        class={className}
        href={button.url}
        target="_blank"
        rel="noopener noreferrer"
        aria-disabled={button.disabled}
      >
        {content} <span aria-hidden="true">↗</span>
      </a>
    );
  }
  const { custom_id: customId } = button;
  const isPending = session.pending.value.has(`${messageId}/${customId}`);
  return (
    <button
      type="button"
      class={className}
      disabled={button.disabled === true || isPending}
      aria-busy={isPending}
      aria-label={button.label === undefined ? button.emoji?.name : undefined}
      onClick={() => void session.click(messageId, customId)}
    >
      {isPending ? <span class="component-dots">•••</span> : content}
    </button>
  );
}
