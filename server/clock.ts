/** The one place of the server that reads the calendar; everyone else is told what day it is. */

/** Today as YYYY-MM-DD in the local time zone. */
export function localToday(): string {
  const now = new Date();
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}

/** The time of day as HH:MM:SS in the local time zone, for people who watch: nothing may depend on it. */
export function localTime(): string {
  const now = new Date();
  return [now.getHours(), now.getMinutes(), now.getSeconds()].map(twoDigits).join(':');
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
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

/** Settled after so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
