/** Reports a key that stands twice in one map. */
import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../dataset/document.ts';
import type { Finding, Fix } from '../dataset/problem.ts';
import { sameValue } from '../dataset/record.ts';
import type { Rule } from '../dataset/rule.ts';
import { isMerge, keyText, nodesOf, plainValue, type YamlMap, type YamlPair } from '../dataset/yaml/tree.ts';
import { removal } from './support/fixes.ts';
import { shortened } from './support/words.ts';

export const duplicateKey: Rule = {
  name: 'duplicate-key',
  severity: 'error',
  title: 'A key stands twice in one map.',
  docs: {
    what: 'The same key twice in a record or in one of its maps.',
    why: 'Readers of YAML disagree: some take the first value, some the last, some refuse the file. Here the last one counts.',
    fix: 'Remove one of the two, or rename it.',
  },
  examples: {
    wrong: [
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\n⟦type⟧: forum\n',
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\nseat: { city: Istanbul, state: TUR, ⟦city⟧: Ankara }\n',
    ],
    right: [
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\nmembers:\n  - &first { state: KAZ, status: member }\n  - { state: KGZ, status: member }\n  - <<: *first\n    state: TUR\n',
    ],
  },
  concerns: ({ yaml }) => yaml.repeatsKeys,
  *check(document) {
    for (const node of nodesOf(document.yaml.root)) if (node.type === 'map') yield* findings(document, node);
  },
};

function* findings(document: SourceDocument, map: YamlMap): Generator<Finding> {
  const seen = new Map<string, YamlPair>();
  for (const pair of map.pairs) {
    // A repeated `<<` is told by `yaml-1-1-value`.
    if (pair.key.type !== 'scalar' || pair.key.broken || isMerge(pair)) continue;
    const name = keyText(pair.key);
    const first = seen.get(name);
    seen.set(name, pair);
    const span = { start: pair.key.start, end: pair.key.end };
    if (!first || document.isDoubtful(span)) continue;
    yield {
      span,
      message: l10n.t('`{0}` stands twice in this map: keep one.', shortened(name)),
      fixes: () => removals(document, map, first, pair),
    };
  }
}

function removals(document: SourceDocument, map: YamlMap, first: YamlPair, second: YamlPair): Fix[] {
  const certain = sameValue(plainValue(first.value), plainValue(second.value));
  const shown = (pair: YamlPair) => {
    const source = document.yaml.text.slice(pair.key.start, pair.value?.end ?? pair.key.end);
    return /[\r\n]/.test(source) ? keyText(pair.key) : shortened(source);
  };
  return [
    ...removal(document, map, second, l10n.t('Remove this `{0}`', shown(second)), certain),
    ...removal(document, map, first, l10n.t('Remove the earlier `{0}`', shown(first))),
  ];
}
