/** Reports text that is not YAML. */
import type { Rule } from '../dataset/rule.ts';

export const yamlSyntax: Rule = {
  name: 'yaml-syntax',
  severity: 'error',
  title: 'The text is not YAML.',
  docs: {
    what: 'A slip in the text itself, such as a quote that is not closed, a tab at the beginning of a line, or a line in the wrong column. Each is shown at the characters at fault.',
    why: 'Other programs cannot read the file at all. Here the rest of the record is still checked, but what the slip hides is not.',
    fix: 'Write what the message says: close the quote or bracket, or put the value in quotes.',
  },
  examples: {
    wrong: [
      'kind: person\nid: sadyr-japarov\nname: ⟦"⟧Sadyr Japarov\nnote: President of Kyrgyzstan\n',
      'kind: organization\nid: ots\nname: Organization of Turkic States\ntype: organization\nseat: ⟦{⟧ city: Istanbul\n',
      'kind: person\nid: sadyr-japarov\nname: ⟦Sadyr Japarov: President⟧\n',
    ],
    right: ['kind: person\nid: sadyr-japarov\nname: "Sadyr Japarov: President"\n'],
  },
  concerns: ({ yaml }) => yaml.errors.length > 0,
  *check({ yaml }) {
    for (const { span, message } of yaml.errors) yield { span, message };
  },
};
