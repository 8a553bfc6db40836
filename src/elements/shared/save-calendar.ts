/** A neutral name: a file stands in a list of downloads that others see. */
const NAME = 'calendar.ics';
/** Long enough for a browser to have taken the file. */
const KEPT_MS = 60_000;

/** Hands a calendar file to the browser, to be saved or opened. */
export function saveCalendarFile(file: string): void {
  const url = URL.createObjectURL(new Blob([file], { type: 'text/calendar' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = NAME;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
