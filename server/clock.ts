/** The one place of the server that reads the calendar; everyone else is told what day it is. */

/** Today as YYYY-MM-DD in the local time zone. */
export function localToday(): string {
  const now = new Date();
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** How often the calendar is looked at, in milliseconds: a timer until midnight would stand still while a machine sleeps. */
const EVERY = 10 * 60_000;

/** Calls back soon after a day has begun. @returns how to stop that */
export function onNewDay(call: () => void): () => void {
  let day = localToday();
  const timer = setInterval(() => {
    const now = localToday();
    if (now === day) return;
    day = now;
    call();
  }, EVERY);
  return () => clearInterval(timer);
}
