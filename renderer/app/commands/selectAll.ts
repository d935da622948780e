/** Asked of the view that holds the focus, which refuses the default where it selects in a way of its own. */
export const selectAllEvent = 'clientscope-select-all';

/** What text is selected in as a whole: a dialog, or a region that is scrolled. */
const regions = '[role="dialog"], dialog[open], section[tabindex="0"]';

/** Selects all of what holds the focus, and nothing of the frame around it. */
export function selectAll(): void {
  const focused = document.activeElement ?? document.body;
  if (!focused.dispatchEvent(new CustomEvent(selectAllEvent, { bubbles: true, cancelable: true }))) return;
  const region = focused.closest(regions);
  const selection = getSelection();
  if (region) selection?.selectAllChildren(region.shadowRoot?.lastElementChild ?? region);
  else selection?.removeAllRanges();
}
