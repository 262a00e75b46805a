/** The content security policy of the timeline's panel: one script, one style sheet, and nothing else from anywhere. */

/**
 * The policy as a `meta` element has it. What `default-src` does not speak for is forbidden by name.
 * @param nonce what marks the one script, another for each page
 * @param styles where the style sheet comes from
 */
export function panelPolicy(nonce: string, styles: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${styles}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
