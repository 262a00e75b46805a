/** Questions one after another, with a way back: input boxes and lists of records, as VS Code's own commands ask. */
import {
  type Disposable,
  InputBoxValidationSeverity,
  l10n,
  type QuickInput,
  QuickInputButtons,
  type QuickPickItem,
  window,
} from 'vscode';
import { labelText } from '../shown-text.ts';

/** Where a question stands among all: from 1; how many there are is not always known. */
export interface Place {
  readonly step: number;
  readonly steps: number | undefined;
}

/** Asks something. Answers whether it goes on, and not one step back. */
export type Step = (place: Place) => Promise<boolean>;

/** Somebody has called it off. */
class CalledOff extends Error {}

/** Somebody wants to see the question before. */
const BACK = Symbol('back');

/**
 * Asks one question after another; `steps` is looked at after each, since answers can bring more questions.
 * @returns false when somebody has called it off
 */
export async function ask(steps: () => readonly Step[], areAllKnown: () => boolean): Promise<boolean> {
  try {
    for (let at = 0; at < steps().length; ) {
      const all = steps();
      const goesOn = await all[at]!({ step: at + 1, steps: areAllKnown() ? all.length : undefined });
      at = Math.max(0, at + (goesOn ? 1 : -1));
    }
    return true;
  } catch (reason) {
    if (reason instanceof CalledOff) return false;
    throw reason;
  }
}

/** What a text is taken for: what is wrong with it, or what it means. */
export interface Reading {
  /** What is to be kept; `null` where the text cannot stay. */
  readonly text: string | null;
  readonly message: string | null;
}

interface TextQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly read: (text: string) => Promise<Reading>;
}

/** Asks for a text, and says while it is typed what it means or what is wrong with it. `undefined` leads back. */
export async function askText(place: Place, question: TextQuestion): Promise<string | undefined> {
  const input = window.createInputBox();
  input.title = question.title;
  input.prompt = question.prompt;
  input.placeholder = question.placeholder ?? '';
  input.value = question.value;
  let asked = 0;
  const read = async (): Promise<Reading> => {
    const mine = ++asked;
    const reading = await question.read(input.value);
    if (mine === asked) input.validationMessage = shown(reading);
    return reading;
  };
  const answer = await settled<string>(input, place, (settle, fail) => [
    input.onDidChangeValue(() => read().catch(fail)),
    input.onDidAccept(async () => {
      try {
        const { text } = await read();
        if (text !== null) settle(text);
      } catch (reason) {
        fail(reason);
      }
    }),
    ...(question.value === '' ? [] : [start(() => read().catch(fail))]),
  ]);
  return answer === BACK ? undefined : answer;
}

function shown({ text, message }: Reading): ReturnType<typeof window.createInputBox>['validationMessage'] {
  if (message === null) return undefined;
  // VS Code makes links of what looks like one.
  return {
    message: labelText(message),
    severity: text === null ? InputBoxValidationSeverity.Error : InputBoxValidationSeverity.Info,
  };
}

interface ListQuestion<T extends QuickPickItem> {
  readonly title: string;
  readonly placeholder: string;
  /** What there is for a text; asked anew as it is typed. */
  readonly find: (text: string) => Promise<readonly T[]> | readonly T[];
  /** Whether the text is looked for in what has been found once, instead of asking anew. */
  readonly isWhole?: boolean;
  readonly value?: string;
}

/** Asks to choose. `undefined` leads back. */
export async function askChoice<T extends QuickPickItem>(
  place: Place,
  question: ListQuestion<T>,
): Promise<T | undefined> {
  const pick = window.createQuickPick<T>();
  pick.title = question.title;
  pick.placeholder = question.placeholder;
  pick.value = question.value ?? '';
  let asked = 0;
  /** Whether Enter has been pressed before there was an answer to what is typed: then the best of it is meant. */
  let isHasty = false;
  const answer = await settled<T>(pick, place, (settle, fail) => {
    const find = async () => {
      const mine = ++asked;
      pick.busy = true;
      const found = await question.find(pick.value);
      if (mine !== asked) return;
      pick.items = found;
      // VS Code puts those first whose label holds the text; the best answer may be known by another name.
      pick.activeItems = found.slice(0, 1);
      pick.busy = false;
      if (isHasty && found[0]) settle(found[0]);
    };
    const look = () => find().catch(fail);
    return [
      ...(question.isWhole ? [] : [pick.onDidChangeValue(look)]),
      pick.onDidAccept(() => {
        const [chosen] = pick.selectedItems;
        // What is chosen may still be of the answer to an earlier text.
        const fresh = pick.busy ? undefined : (pick.items.find((item) => item === chosen) ?? pick.items[0]);
        if (fresh) settle(fresh);
        else isHasty = pick.busy;
      }),
      start(look),
    ];
  });
  return answer === BACK ? undefined : answer;
}

function start(work: () => unknown): Disposable {
  void work();
  return { dispose() {} };
}

type Listen<T> = (settle: (answer: T) => void, fail: (reason: unknown) => void) => Disposable[];

/** Shows an input until it is answered, called off, or left for the question before. */
async function settled<T>(
  input: QuickInput & { buttons: readonly unknown[]; onDidTriggerButton: unknown },
  { step, steps }: Place,
  listen: Listen<T>,
): Promise<T | typeof BACK> {
  const box = input as ReturnType<typeof window.createInputBox>;
  // The number of a step says nothing while nobody knows how many there are.
  box.step = steps === undefined ? undefined : step;
  box.totalSteps = steps;
  // An address or a headline is copied from another window.
  box.ignoreFocusOut = true;
  box.buttons = step > 1 ? [QuickInputButtons.Back] : [];
  const listeners: Disposable[] = [];
  try {
    return await new Promise<T | typeof BACK>((resolve, reject) => {
      listeners.push(
        box.onDidTriggerButton(() => resolve(BACK)),
        box.onDidHide(() => reject(new CalledOff())),
        ...listen(resolve, reject),
      );
      box.show();
    });
  } finally {
    for (const listener of listeners) listener.dispose();
    box.dispose();
  }
}

/** What stands below a question that may stay without an answer. */
export function mayStayOpen(description: string): string {
  return l10n.t('{0} It may stay empty.', description);
}
