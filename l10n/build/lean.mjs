// What bundles take of `@vscode/l10n`: what looks a text up, and nothing that would read texts from a disk or a network.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const MODULE = fileURLToPath(new URL('../../node_modules/@vscode/l10n/dist/browser.js', import.meta.url));

/** @type {import('esbuild').Plugin} */
export const textsAtHand = {
  name: 'texts-at-hand',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@vscode\/l10n$/ }, () => ({ path: MODULE, sideEffects: false }));
    onLoad({ filter: /@vscode[\\/]l10n[\\/]dist[\\/]browser\.js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const reading = /^ {2}if \("fsPath" in config2\) \{[\s\S]*?^\}$/m;
      if (!reading.test(text))
        throw new Error(`${path}: where it reads texts from elsewhere has changed. Leave that out anew.`);
      return { contents: text.replace(reading, '}'), loader: 'js' };
    });
  },
};
