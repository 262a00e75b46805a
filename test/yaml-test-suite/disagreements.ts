/** Where this reader says something else than YAML's own test suite on purpose, or cannot say the same, and why. */

/** Texts that are valid to the suite, and of which something is told. */
export const TOLD: Readonly<Record<string, string>> = {
  '2JQS/0':
    'Two keys that are both empty are one key twice (YAML 1.2.2, 3.2.1.3); the suite looks at the syntax alone.',
};

/** Texts that no reader may take according to the suite, and of which nothing is told. */
export const UNTOLD: Readonly<Record<string, string>> = {
  '9MMA/0': 'A `%YAML` line and nothing else: a text without a document is no record, and no problem of anyone.',
  'SF5V/0': 'The `yaml` library takes a second `%YAML` line; it does no harm, as the version changes nothing here.',
};

const EMPTY = 'What ends with `...` is a document of its own here, be there nothing in it; it is no record.';

/** Texts whose values are others than the suite's. */
export const OTHER_VALUES: Readonly<Record<string, string>> = {
  'HWV9/0': EMPTY,
  'M7A3/0': EMPTY,
  'QT73/0': EMPTY,
};
