// What the host and the tests inside VS Code agree on; both sides import it, so it imports nothing.

/** The environment variable with the address of the bridge that drives the page. Unset where there is no page. */
export const BRIDGE = 'VSCODE_TEST_BRIDGE';

/** The first argument of each console call that comes from tests rather than from VS Code itself. */
export const FROM_TESTS = '[test]';
