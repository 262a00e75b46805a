/** Which of a client's messages reach a handler: none before hello or after goodbye, and none that its method cannot mean. */
import { ErrorCodes, Message, type MessageStrategy, ResponseError } from 'vscode-languageserver';
import { PARAMS } from './params.ts';

/** The method of a message that is refused; its params are the error that says why. LSP leaves names with `$` to whoever uses them. */
const REFUSED = '$/refused';

/** Settled, or nothing, when a message has been handled. */
type Handled = ReturnType<MessageStrategy['handleMessage']>;

/** The messages that go through whenever they come: what they are about may be over, and that is all right. */
const ALWAYS: readonly string[] = ['exit', '$/cancelRequest'];

/** Stands before all handlers. What it refuses goes on under another name, to where {@link refusal} is asked. */
export class Inbox implements MessageStrategy {
  #greeted = false;
  #parted = false;

  handleMessage(message: Message, next: (message: Message) => Handled): Handled {
    if (!Message.isRequest(message) && !Message.isNotification(message)) return next(message);
    const { method, params } = message;
    if (ALWAYS.includes(method)) return next(message);
    const untimely = this.#untimely(method);
    // Whoever only tells something waits for no answer.
    if (untimely && Message.isNotification(message)) return undefined;
    const error = untimely ?? misshapen(method, params);
    if (error) return next({ ...message, method: REFUSED, params: error } as Message);
    if (method === 'initialize') this.#greeted = true;
    if (method === 'shutdown') this.#parted = true;
    return next(message);
  }

  #untimely(method: string): ResponseError<void> | undefined {
    if (this.#parted) return new ResponseError(ErrorCodes.InvalidRequest, 'Goodbye has been said.');
    const isHello = method === 'initialize';
    if (this.#greeted === !isHello) return undefined;
    return isHello
      ? new ResponseError(ErrorCodes.InvalidRequest, 'Hello has been said.')
      : new ResponseError(ErrorCodes.ServerNotInitialized, 'Say hello first, with `initialize`.');
  }
}

/** Why a message has been refused, where it has: a client cannot send what an {@link Inbox} puts in. */
export function refusal(params: unknown): ResponseError<void> | undefined {
  return params instanceof ResponseError ? params : undefined;
}

function misshapen(method: string, params: unknown): ResponseError<void> | undefined {
  const complaint = PARAMS.get(method)?.(params, 'params');
  return complaint === undefined
    ? undefined
    : new ResponseError(ErrorCodes.InvalidParams, `\`${method}\` cannot be read: ${complaint}`);
}
