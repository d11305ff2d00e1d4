/** Drawn for the buttons; 16 × 16, in the text colour. */
const PATHS = {
  first: "M2 2h2v12H2zM14 2v12L5 8z",
  previous: "M12 2v12L3 8z",
  play: "M4 2v12l10-6z",
  pause: "M3 2h4v12H3zM9 2h4v12H9z",
  next: "M4 2v12l9-6z",
  last: "M12 2h2v12h-2zM2 2v12l9-6z",
  undo: "M6.5 1.5 1.5 6.5l5 5V8h3.2a2.6 2.6 0 0 1 0 5.2H5V15h4.7a4.4 4.4 0 0 0 0-8.8H6.5z",
  redo: "M9.5 1.5 14.5 6.5l-5 5V8H6.3a2.6 2.6 0 0 0 0 5.2H11V15H6.3a4.4 4.4 0 0 1 0-8.8h3.2z",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
