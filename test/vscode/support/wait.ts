// Waits for a condition or an event, and says what didn't happen when it doesn't.
import type { Disposable, Event } from 'vscode';

/** How often a condition is looked at when no event announces a change. */
const POLL = 100;

export interface Waiting {
  /** Milliseconds, by default 10,000. */
  timeout?: number;
  /** Events after which the condition is looked at again at once; without any it is polled ten times a second. */
  on?: readonly Event<unknown>[];
  /** The state of things for the message of the time-out. */
  seen?: () => unknown;
}

type Falsy = undefined | null | false | 0 | '';

/**
 * Resolves to the first truthy value of `probe`, looked at now, after each event, and now and then.
 * @param what names what is awaited, as in "the timeline to show Gabala"
 */
export function waitFor<T>(
  what: string,
  probe: () => T | PromiseLike<T>,
  { timeout = 10_000, on = [], seen }: Waiting = {},
): Promise<Exclude<T, Falsy>> {
  return new Promise((resolve, reject) => {
    let looking = false;
    let again = false;
    const subscriptions: Disposable[] = [];
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      clearInterval(poll);
      for (const it of subscriptions) it.dispose();
      finish();
    };
    const look = async () => {
      again = looking; // an event during a slow probe: look once more when it is done
      if (looking) return;
      looking = true;
      try {
        const value = await probe();
        if (value) settle(() => resolve(value as Exclude<T, Falsy>));
      } catch (error) {
        settle(() => reject(error));
      }
      looking = false;
      if (again) void look();
    };
    const timer = setTimeout(() => {
      const state = seen ? ` Seen last: ${JSON.stringify(seen())}` : '';
      settle(() => reject(new Error(`Waited ${timeout / 1000} s in vain for ${what}.${state}`)));
    }, timeout);
    const poll = setInterval(look, POLL);
    for (const event of on) subscriptions.push(event(look));
    void look();
  });
}

/** Resolves to the next event that `accept` accepts. Start it before what causes the event, await it after. */
export function nextEvent<T>(
  what: string,
  event: Event<T>,
  accept: (it: T) => boolean = () => true,
  { timeout = 10_000 }: Pick<Waiting, 'timeout'> = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      subscription.dispose();
      reject(new Error(`Waited ${timeout / 1000} s in vain for ${what}.`));
    }, timeout);
    const subscription = event((it) => {
      if (!accept(it)) return;
      clearTimeout(timer);
      subscription.dispose();
      resolve(it);
    });
  });
}
