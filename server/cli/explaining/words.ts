/** Prose of the model and the rules on a terminal. */
import type { Colors } from 'picocolors/types';

/** A text whose parts in backticks are coloured; without colours the backticks stay, since nothing else parts them from the words. */
export function coded(text: string, colors: Colors): string {
  return colors.isColorSupported ? text.replace(/`([^`]+)`/g, (_, code: string) => colors.cyan(code)) : text;
}
