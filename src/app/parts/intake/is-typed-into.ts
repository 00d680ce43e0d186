/** Whether text that is pasted or dropped there belongs to a field, and not to the page. */
export function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
}
