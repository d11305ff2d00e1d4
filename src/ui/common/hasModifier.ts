type Modifiers = Pick<KeyboardEvent, "shiftKey" | "ctrlKey" | "altKey" | "metaKey">;

/** Whether a key is pressed with another one: it may be the browser's or the system's. */
export function hasModifier({ shiftKey, ctrlKey, altKey, metaKey }: Modifiers): boolean {
  return shiftKey || ctrlKey || altKey || metaKey;
}
