import type { APIMessage } from 'discord-api-types/v10';
import { session } from '../session.ts';
import { ComponentContext } from './component-context.ts';
import { LayoutComponent } from './layout-component.tsx';

/** Everything below a message that can be clicked or chosen, and what did not work of it. */
export function MessageComponents({ message }: { readonly message: APIMessage }) {
  const current = session.value;
  const failed = current.failures.value.filter(({ messageId }) => messageId === message.id);
  return (
    <ComponentContext.Provider value={{ messageId: message.id, session: current }}>
      <div class="components">
        {message.components?.map((component, index) => (
          <LayoutComponent key={component.id ?? index} component={component} />
        ))}
        {failed.map(({ key, message: text }) => (
          <p key={key} class="component-failure" role="alert">
            This interaction failed: {text}
          </p>
        ))}
      </div>
    </ComponentContext.Provider>
  );
}
