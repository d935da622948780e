/** The element that has the focus of a node: its handle; of the rule as a whole, its button that adds a condition. */
export const handleId = (node: string) => `handle-${node}`;

/** What is around the parts of a condition that are chosen or written. */
export const partsId = (node: string) => `parts-${node}`;

/** Puts the focus where a new condition wants something next: on its last part, the value, or else on its field. */
export function focusParts(node: string): void {
  requestAnimationFrame(() => {
    const inputs = document.getElementById(partsId(node))?.querySelectorAll<HTMLElement>('input, textarea, button');
    const last = inputs?.[inputs.length - 1];
    // Far from what is on screen its parts are not drawn.
    if (!last) return focusNode(node);
    last.focus({ preventScroll: true });
    last.scrollIntoView({ block: 'nearest' });
  });
}

/** Puts the focus on the handle of a node, once it is drawn where it now is. */
export function focusNode(node: string): void {
  requestAnimationFrame(() => {
    const handle = document.getElementById(handleId(node));
    handle?.focus({ preventScroll: true });
    handle?.scrollIntoView({ block: 'nearest' });
  });
}
