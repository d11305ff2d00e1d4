/**
 * The `ref` of what takes the place of the button that was pressed, which would take the focus
 * along with it. One function for all, or else the focus came back with every rendering.
 */
export function focusOnArrival(element: HTMLElement | null): void {
  element?.focus();
}
