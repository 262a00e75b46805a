/** Puts texts and keys into quotes, into the other ones, or out of them. */
import * as l10n from '@vscode/l10n';
import { writeScalar } from '../../dataset/editing/edits.ts';
import { keepValue } from '../../dataset/editing/same-value.ts';
import type { YamlNode, YamlScalar } from '../../dataset/yaml/tree.ts';
import { inDocument } from '../../rules/support/fixes.ts';
import { readAsOld } from '../../rules/support/yaml-1-1.ts';
import type { Refactoring } from './refactoring.ts';

const STYLES = ['plain', 'single', 'double'] as const;
type Style = (typeof STYLES)[number];

const TITLES: Readonly<Record<Style, () => string>> = {
  plain: () => l10n.t('Remove the quotes'),
  single: () => l10n.t('Put in single quotes'),
  double: () => l10n.t('Put in double quotes'),
};

export const quotes: Refactoring = {
  kind: 'refactor.rewrite.quotes',
  offers: ({ document, levels, onKey }) => {
    const [level] = levels;
    const node = onKey ? level?.key : level?.value;
    const source = node && document.yaml.text.slice(node.start, node.end);
    if (!source || !isText(node) || /[\r\n]/.test(source) || document.isDoubtful(node)) return [];
    // The key of a merge is one only without quotes.
    if (onKey && source === '<<') return [];
    // From plain to single to double and to plain again: what comes next is offered first.
    const next = STYLES.indexOf(node.style as Style) + 1;
    return [...STYLES.slice(next), ...STYLES.slice(0, next)].flatMap((style) => {
      const text = style === node.style ? undefined : written(node.value, style);
      if (text === undefined) return [];
      const edit = { span: { start: node.start, end: node.end }, text };
      // How a broken text is read may hang on each of its lines.
      if (document.yaml.errors.length > 0 && !keepValue([edit], document.yaml)) return [];
      return [{ title: TITLES[style](), edits: inDocument(document, [edit]) }];
    });
  },
};

function isText(node: YamlNode): node is YamlScalar & { readonly value: string } {
  return (
    node.type === 'scalar' &&
    !node.broken &&
    typeof node.value === 'string' &&
    STYLES.some((style) => style === node.style)
  );
}

/** A text in a style; nothing where it cannot be written so, or readers of YAML 1.1 would take it for anything but text. */
function written(text: string, style: Style): string | undefined {
  const scalar = writeScalar(text, style);
  const isIn = scalar.startsWith('"') ? 'double' : scalar.startsWith("'") ? 'single' : 'plain';
  if (isIn !== style) return undefined;
  return style === 'plain' && readAsOld(text) !== text ? undefined : scalar;
}
