const textTypes = ['text', 'search', 'email', 'number', 'password', 'tel', 'url', 'date', 'time', 'datetime-local'];

/** Whether text is being written in the element, whose own undo then comes first. */
export function isWriting(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return !element.readOnly;
  if (element instanceof HTMLInputElement) {
    if (element.readOnly || !textTypes.includes(element.type)) return false;
    // The search box of a list keeps the focus after something was chosen; empty, it has nothing to undo.
    return element.getAttribute('role') !== 'combobox' || element.value !== '';
  }
  return element instanceof HTMLElement && element.isContentEditable;
}
