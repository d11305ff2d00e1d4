import { useId, useRef, type KeyboardEvent, type ReactNode, type ToggleEvent } from "react";
import "./Menu.css";

export interface MenuItem {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** For a menu to choose one of: whether this is the one. */
  readonly checked?: boolean;
  readonly onChoose: () => void;
}

interface MenuProps {
  /** What the button is called; it must begin or end with what stands on it. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly className?: string;
  readonly title?: string;
  /** What stands on the button. */
  readonly children: ReactNode;
}

/**
 * A button with a menu below it. The menu is a native popover: the browser closes it by Escape or
 * a click elsewhere, and gives the focus back to the button.
 */
export function Menu({ label, items, className = "", title, children }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  const entries = (): HTMLElement[] => [
    ...(menu.current?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? []),
  ];
  const place = ({ newState }: ToggleEvent): void => {
    if (newState !== "open") return;
    const { left, bottom } = button.current!.getBoundingClientRect();
    menu.current!.style.setProperty("--left", `${left}px`);
    menu.current!.style.setProperty("--top", `${bottom}px`);
  };
  const enter = ({ newState }: ToggleEvent): void => {
    if (newState !== "open") return;
    const all = entries();
    (all.find((entry) => entry.ariaChecked === "true") ?? all[0])?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // None of the page's keys: the browser closes the menu by Escape on its own.
    event.stopPropagation();
    if (event.key === "Tab") menu.current!.hidePopover();
    const all = entries();
    const next = nextEntry(event, all, all.indexOf(event.target as HTMLElement));
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <>
      <button
        type="button"
        className={`button menu-button ${className}`}
        ref={button}
        popoverTarget={id}
        aria-haspopup="menu"
        aria-label={label}
        title={title}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          menu.current!.showPopover();
        }}
      >
        {children}
      </button>
      <div
        className="menu"
        id={id}
        ref={menu}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        onBeforeToggle={place}
        onToggle={enter}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => (
          <Entry
            key={item.id}
            item={item}
            onChoose={() => {
              menu.current!.hidePopover();
              item.onChoose();
            }}
          />
        ))}
      </div>
    </>
  );
}

function Entry({ item, onChoose }: { item: MenuItem; onChoose: () => void }) {
  const id = useId();
  const { name, description, checked } = item;
  return (
    <button
      type="button"
      className="menu-item"
      role={checked === undefined ? "menuitem" : "menuitemradio"}
      aria-checked={checked}
      aria-labelledby={`${id}-name`}
      aria-describedby={description === undefined ? undefined : `${id}-description`}
      tabIndex={-1}
      data-id={item.id}
      onClick={onChoose}
    >
      <span className="name" id={`${id}-name`}>
        {name}
      </span>
      {description === undefined ? null : (
        <span className="description" id={`${id}-description`}>
          {description}
        </span>
      )}
    </button>
  );
}

/** Where a key leads from entry k; a letter to the next entry that begins with it. */
function nextEntry(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  entries: readonly HTMLElement[],
  k: number,
): HTMLElement | undefined {
  switch (key) {
    case "ArrowDown":
      return entries[(k + 1) % entries.length];
    case "ArrowUp":
      return entries.at(k - 1);
    case "Home":
      return entries[0];
    case "End":
      return entries.at(-1);
  }
  if (key.length !== 1 || key === " " || ctrlKey || metaKey || altKey) return undefined;
  const letter = key.toLowerCase();
  return [...entries.slice(k + 1), ...entries.slice(0, k + 1)].find((entry) =>
    entry.textContent.toLowerCase().startsWith(letter),
  );
}
