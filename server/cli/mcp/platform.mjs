/** What the protocol's package asks for where it runs, in place of its own: it would bring a compiler of schemas that makes code of them. */
export const { process } = globalThis;

/** The package wants one for answers that it asks people for, which no tool of ours does. */
export class DefaultJsonSchemaValidator {
  getValidator() {
    throw new Error('No schema is looked at here.');
  }
}
