/** What editor and server say to each other, in the output as soon as the setting asks for it. */
import { type Disposable, EventEmitter, LogLevel, type LogOutputChannel, workspace } from 'vscode';

const SECTION = 'securityInitiatives';
const SETTING = 'trace.server';

/** As much of a channel as the client's trace needs. */
type TraceChannel = Pick<LogOutputChannel, 'logLevel' | 'onDidChangeLogLevel' | 'trace'>;

/**
 * The channel for the client's trace. The client looks at the setting only where a channel shows traces, which is asked for
 * in another place; so this one does whenever the setting is on, and writes them where they can be seen.
 */
export function traceChannel(output: LogOutputChannel): { channel: LogOutputChannel; subscriptions: Disposable[] } {
  const changed = new EventEmitter<LogLevel>();
  const level = () => (isOn() ? LogLevel.Trace : output.logLevel);
  const channel: TraceChannel = {
    get logLevel() {
      return level();
    },
    onDidChangeLogLevel: changed.event,
    trace: (message) => (isOn() ? output.info(message) : output.trace(message)),
  };
  const subscriptions = [
    changed,
    output.onDidChangeLogLevel(() => changed.fire(level())),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${SECTION}.${SETTING}`)) changed.fire(level());
    }),
  ];
  return { channel: channel as LogOutputChannel, subscriptions };
}

function isOn(): boolean {
  const value = workspace.getConfiguration(SECTION).get<unknown>(SETTING);
  return value === 'messages' || value === 'verbose';
}
