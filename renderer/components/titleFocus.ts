/** Marks the one field in the work area that holds the title of what is shown. */
export const titleMark = { 'data-title': '' } as const;

/** Puts the cursor into that field, all of it selected. */
export function focusTitle(): void {
  const title = document.querySelector<HTMLInputElement>('main input[data-title]');
  title?.focus();
  title?.select();
}
