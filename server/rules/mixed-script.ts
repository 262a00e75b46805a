/** Reports words that mix look-alike letters of two scripts, and characters that nobody sees. */
import * as l10n from '@vscode/l10n';
import type { SourceDocument } from '../dataset/document.ts';
import { replaceScalar } from '../dataset/editing/edits.ts';
import type { Finding, Fix } from '../dataset/problem.ts';
import type { Rule } from '../dataset/rule.ts';
import { type Part, walk } from '../dataset/schema.ts';
import { shapeErrors } from '../dataset/shape.ts';
import { applyEdits, lineAt, type Span, shift, type TextEdit } from '../dataset/text.ts';
import { nodesOf, type Path, type YamlNode, type YamlScalar } from '../dataset/yaml/tree.ts';
import { YamlDocument } from '../dataset/yaml/yaml.ts';
import { inDocument } from './support/fixes.ts';
import { mayMislead, misleading, nameOf } from './support/invisible.ts';
import { isSuspicious, type StrangeWord, strangeMessage, strangeWords } from './support/strange-words.ts';
import { sentence } from './support/words.ts';

const CSTO = 'kind: organization\nid: csto\nname: Collective Security Treaty Organization\n';

export const mixedScript: Rule = {
  name: 'mixed-script',
  severity: 'warning',
  title: 'A word mixes look-alike letters of two scripts, or hides characters that nobody sees.',
  docs: {
    what: 'A word in which letters of Latin, Cyrillic, Greek or Armenian look alike and stand in for one another, such as `СSTO` with a Cyrillic `С`; and invisible characters: zero width spaces, soft hyphens, joiners that no script and no emoji needs, marks that turn the direction of writing, the latter in comments, too. A word of one script with an ending of another, as in `SMSка`, is none, nor are words joined by a hyphen. Ids, values from a list and dates have rules of their own, which tell of such letters, too.',
    why: 'It looks right, and no search finds it.',
    fix: 'Write the whole word in one script, and remove what cannot be seen.',
  },
  examples: {
    wrong: [
      `${CSTO}abbreviation: ⟦СSTO⟧\ntype: organization\n`,
      `${CSTO}type: organization\naliases: [⟦Oрганизация⟧ Договора, "Collective ⟦Secu\u00ADrity⟧", ⟦ХIХ⟧ век]\n`,
    ],
    right: [
      `${CSTO}abbreviation: CSTO\ntype: organization\naliases: [ОДКБ, CSTO-ның кеңсесі, SMSка, XXI-й век, 'می\u200Cخواهم', 👩\u200D🚀]\n`,
    ],
  },
  concerns: ({ schema, yaml }) => schema !== undefined && isSuspicious(yaml.text),
  *check(document) {
    const { yaml } = document;
    const schema = document.schema!;
    const told = new Set(shapeErrors(schema, yaml.value).map(({ path }) => path.join('/')));
    for (const part of walk(schema, yaml.value)) {
      if (typeof part.value !== 'string' || isChecked(part) || told.has(part.path.join('/'))) continue;
      const node = yaml.place(part.path)?.value;
      if (node?.type === 'scalar' && !node.broken) yield* findings(document, part, node);
    }
    yield* betweenValues(document);
  },
};

/** Whether another rule looks at every letter of the value. */
function isChecked({ schema }: Part): boolean {
  const isChoice = schema.values.length > 0 || schema.constant !== undefined || schema.ruleNames !== undefined;
  return isChoice || schema.reference !== undefined || schema.format?.startsWith('edtf') === true;
}

function* findings(document: SourceDocument, { path, schema }: Part, node: YamlScalar): Generator<Finding> {
  const source = document.yaml.text.slice(node.start, node.end);
  // In double quotes a backslash and what follows it are no letters of a word.
  const escapes = /\\(?:x..|u.{4}|U.{8}|.)/gs;
  const text = node.style === 'double' ? source.replace(escapes, (all) => ' '.repeat(all.length)) : source;
  for (const word of strangeWords(text)) {
    const span = shownAt(document.yaml.text, { start: node.start + word.start, end: node.start + word.end }, word);
    // Behind the host, an address is made up of whatever its server likes.
    const isFree = schema.format === 'uri' && word.mended && isBehindHost(text.slice(0, word.start));
    if (!isFree && !document.isDoubtful(span)) {
      yield { span, message: strangeMessage(word), fixes: () => fixesOf(document, path, node, word) };
    }
  }
}

/**
 * Marks that turn the direction of writing in comments and other text that is no value: with them a line can look as if
 * it held what is written elsewhere ("Trojan Source", CVE-2021-42574).
 */
function* betweenValues(document: SourceDocument): Generator<Finding> {
  const { text } = document.yaml;
  if (!mayMislead(text)) return;
  for (const { start, end } of gaps(text, document.yaml.root)) {
    for (const { at, character } of misleading(text.slice(start, end))) {
      const span = { start: start + at, end: start + at + 1 };
      if (document.isDoubtful(span)) continue;
      const isComment = /(?:^|[ \t])#/.test(text.slice(lineAt(text, span.start).start, span.start));
      const fixes = (): Fix[] => [
        { title: l10n.t('Remove what nobody sees'), edits: inDocument(document, [{ span, text: '' }]), certain: true },
      ];
      yield {
        span: shownWith(text, span),
        message: l10n.t(
          '{0}, which turns the direction of writing, stands here: remove it.',
          sentence(nameOf(character)),
        ),
        ...(isComment && { fixes }),
      };
    }
  }
}

/** What stands between the scalars of a document, each line of it on its own, because directions end with their line. */
function* gaps(text: string, root: YamlNode | undefined): Generator<Span> {
  let done = 0;
  const lines = function* (end: number): Generator<Span> {
    for (const { index, 0: line } of text.slice(done, end).matchAll(/[^\r\n]+/g)) {
      yield { start: done + index, end: done + index + line.length };
    }
  };
  for (const node of nodesOf(root)) {
    if (node.type !== 'scalar') continue;
    yield* lines(node.start);
    done = Math.max(done, node.end);
  }
  yield* lines(text.length);
}

function isBehindHost(text: string): boolean {
  return /^["']?\w+:\/\/[^/?#]*[/?#]/.test(text);
}

/** Nothing but invisible characters is shown with its neighbours, so that there is something to see. */
function shownAt(text: string, { start, end }: Span, { visible }: StrangeWord): Span {
  return visible === '' ? shownWith(text, { start, end }) : { start, end };
}

function shownWith(text: string, { start, end }: Span): Span {
  return {
    start: /\S/.test(text[start - 1] ?? ' ') ? start - 1 : start,
    end: /\S/.test(text[end] ?? ' ') ? end + 1 : end,
  };
}

function fixesOf(document: SourceDocument, path: Path, node: YamlScalar, word: StrangeWord): Fix[] {
  const { visible, mended } = word;
  const texts = mended ? mended.spellings.map(({ text }) => text) : [visible];
  return texts.flatMap((text) => {
    const span = { start: node.start + word.start, end: node.start + word.end };
    const edit = [{ span, text }, quoted(document, node, { span, text })].find((it) => isStillText(document, path, it));
    if (!edit) return [];
    const title = mended ? l10n.t('Change to `{0}`', text) : l10n.t('Remove what nobody sees');
    return [{ title, edits: inDocument(document, [edit]), certain: mended?.certain ?? true }];
  });
}

/** The whole value with the edit made, in quotes where it needs them now. */
function quoted({ yaml }: SourceDocument, node: YamlScalar, edit: TextEdit): TextEdit {
  const changed = applyEdits(yaml.text.slice(node.start, node.end), [{ ...edit, span: shift(edit.span, -node.start) }]);
  return replaceScalar(node, changed);
}

/** What begins with an invisible character may be something else to YAML without it. */
function isStillText({ yaml }: SourceDocument, path: Path, edit: TextEdit): boolean {
  const after = new YamlDocument(applyEdits(yaml.text, [edit]));
  const node = after.place(path)?.value;
  return after.errors.length <= yaml.errors.length && node?.type === 'scalar' && typeof node.value === 'string';
}
