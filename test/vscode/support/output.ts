// Tells what tests print from what VS Code prints, where both go through one console.
import { FROM_TESTS } from '../../host/protocol.mjs';
import { drivesPage } from './page.ts';

/** Marks each console call so that the host prints it. On Desktop the console is the terminal, and nothing is marked. */
export function markOutput(): void {
  if (!drivesPage) return;
  for (const method of ['log', 'info', 'warn', 'error'] as const) {
    const print = console[method].bind(console);
    // defined, not assigned: the extension host's console ignores assignments
    Object.defineProperty(console, method, { value: (...args: unknown[]) => print(FROM_TESTS, ...args) });
  }
}
