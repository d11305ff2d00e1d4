/**
 * Makes the children of an element equal to those of a detached one, keeping what already fits: an
 * element that stays costs no new layout, and from one step to the next most of a formula does.
 */

/** State of the page that a fresh element does not know: it stays on the one that is kept. */
const KEPT_ATTRIBUTES = new Set(["data-lit", "title"]);

/**
 * Moves or copies from `fresh`, which is of no use afterwards. Where `keepsContent` holds, an
 * element's own children stay as they are.
 */
export function adoptChildren(
  live: Element,
  fresh: Element,
  keepsContent: (element: Element) => boolean,
): void {
  const wanted = [...fresh.childNodes];
  if (live.childNodes.length !== wanted.length) {
    live.replaceChildren(...wanted);
    return;
  }
  wanted.forEach((next, n) => {
    const now = live.childNodes[n];
    if (now.nodeName !== next.nodeName) {
      live.replaceChild(next, now);
    } else if (now instanceof Element && next instanceof Element) {
      adoptAttributes(now, next);
      if (!keepsContent(now)) adoptChildren(now, next, keepsContent);
    } else if (now.nodeValue !== next.nodeValue) {
      now.nodeValue = next.nodeValue;
    }
  });
}

function adoptAttributes(live: Element, fresh: Element): void {
  for (const { name, value } of fresh.attributes) {
    if (live.getAttribute(name) === value) continue;
    // A strict Content-Security-Policy refuses style as an attribute, and allows it as a property.
    if (name === "style") (live as HTMLElement).style.cssText = value;
    else live.setAttribute(name, value);
  }
  if (live.attributes.length === fresh.attributes.length) return;
  for (const name of live.getAttributeNames()) {
    if (!fresh.hasAttribute(name) && !KEPT_ATTRIBUTES.has(name)) live.removeAttribute(name);
  }
}
