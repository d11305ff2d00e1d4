/** Hands the keys to the stage: the next thing is done there, or what had the focus is gone. */
export function focusStage(): void {
  document.querySelector<HTMLElement>(".walker")?.focus({ preventScroll: true });
}
