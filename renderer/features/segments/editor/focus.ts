/** The element that has the focus of a node: its handle; of the rule as a whole, its button that adds a condition. */
export const handleId = (node: string) => `handle-${node}`;

/** Puts the focus on the handle of a node, once it is drawn where it now is. */
export function focusNode(node: string): void {
  requestAnimationFrame(() => {
    const handle = document.getElementById(handleId(node));
    handle?.focus({ preventScroll: true });
    handle?.scrollIntoView({ block: 'nearest' });
  });
}
