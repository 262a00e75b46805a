/** The one place of the server that reads the calendar; everyone else is told what day it is. */

/** Today as YYYY-MM-DD in the local time zone. */
export function localToday(): string {
  const now = new Date();
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
