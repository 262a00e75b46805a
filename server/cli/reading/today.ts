/** Dates as options of commands. */
import { InvalidArgumentError, Option } from 'commander';
import { localToday } from '../../clock.ts';
import { type EdtfDate, parseEdtf } from '../../dataset/dates/edtf.ts';
import type { Settings } from '../../dataset/workspace.ts';

/** The option `--today`. */
export function todayOption(): Option {
  return new Option('--today <date>', 'the day that counts as today, before what a manifest says').argParser(day);
}

/** Settings with the day that was asked for, else the calendar's, which a manifest may change. */
export function settingsFor(today: EdtfDate | undefined): Settings {
  return { rules: {}, today: today ?? parseEdtf(localToday())!, todayForced: today !== undefined };
}

/** Reads one certain day. @throws InvalidArgumentError for all else */
function day(text: string): EdtfDate {
  const date = parseEdtf(text);
  const isDay = date?.shape === 'moment' && date.start.precision === 'day';
  if (!isDay || date.start.approximate || date.start.uncertain) {
    throw new InvalidArgumentError('It must be a day that exists, such as 2025-10-31.');
  }
  return date;
}
