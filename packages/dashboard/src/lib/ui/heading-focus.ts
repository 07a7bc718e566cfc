let firstHeading = true;

/** Whether a heading that appears should take the focus: not at the first load, where the skip link comes first. */
export function takesFocus(focusStays: boolean): boolean {
  if (firstHeading) {
    firstHeading = false;
    return false;
  }
  return !focusStays;
}
