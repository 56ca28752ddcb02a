import { useLayoutEffect, useRef } from 'preact/hooks';
import { closeMenu, menu } from './menu.ts';
import type { OpenMenu } from './menu.ts';

const MARGIN = 8;

/** The menu that is open, if any. */
export function MenuPopup() {
  return menu.value ? <Popup open={menu.value} /> : null;
}

function Popup({ open }: { open: OpenMenu }) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!list.current) return;
    place(list.current, open);
    list.current.querySelector('button')?.focus();
  }, [open]);
  return (
    <div class="menu-layer" onClick={closeMenu} onContextMenu={(event) => event.preventDefault()}>
      <div ref={list} class="menu" role="menu" aria-label={open.label} onKeyDown={onKeyDown}>
        {open.items.map((item) => (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            class={item.isDangerous ? 'dangerous' : undefined}
            onClick={(event) => {
              event.stopPropagation();
              closeMenu();
              item.run();
            }}
          >
            {item.label}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Keeps the menu inside the window. */
function place(element: HTMLElement, { x, y }: OpenMenu): void {
  const { width, height } = element.getBoundingClientRect();
  element.style.left = `${Math.max(MARGIN, Math.min(x, innerWidth - width - MARGIN))}px`;
  element.style.top = `${Math.max(MARGIN, Math.min(y, innerHeight - height - MARGIN))}px`;
}

function onKeyDown(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    closeMenu();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const items = Array.from(event.currentTarget.querySelectorAll('button'));
  const at = items.findIndex((item) => item === document.activeElement);
  items.at((at + step) % items.length)?.focus();
}
