/** The files of a dataset that begins: a manifest, three records that hang together, a folder a kind, and checks in CI. */
import * as l10n from '@vscode/l10n';
import { writeScalar } from '../dataset/editing/edits.ts';
import { MANIFEST_NAME } from '../dataset/manifest.ts';
import { kinds, schemaOf } from '../dataset/schema.ts';
import { REPOSITORY, REPOSITORY_URL } from './repository.ts';

/** Keeps a folder without files in git. */
const KEEP = '.gitkeep';

/** What a dataset begins with. */
export interface Beginning {
  readonly title: string;
  /** The version of the action and the hooks. */
  readonly version: string;
  /** Whether to check it in CI and before each commit. */
  readonly ci: boolean;
}

/** Texts by path, with forward slashes; the same beginning always gives the same texts. */
export function starterFiles({ title, version, ci }: Beginning): ReadonlyMap<string, string> {
  const files = new Map([[MANIFEST_NAME, manifest(title)], ...records()]);
  for (const kind of kinds) {
    const folder = `${schemaOf(kind).folder ?? kind}/`;
    if (![...files.keys()].some((path) => path.startsWith(folder))) files.set(`${folder}${KEEP}`, '');
  }
  if (ci) {
    files.set('.github/workflows/check.yml', workflow(version));
    files.set('.pre-commit-config.yaml', hooks(version));
  }
  return files;
}

const manifest = (
  title: string,
) => `# ${l10n.t('The folder with this file is a dataset; the YAML files below it are its records.')}
dataset: ${writeScalar(title)}

# ${l10n.t('How serious the problems of a rule are: error, warning, info, hint or off.')}
# rules:
#   uncited: error

# ${l10n.t('The day that counts as today, for results that do not change with the calendar.')}
# today: 2025-10-31
`;

/** One report, a meeting that it tells of, and a proposal made there; each fact is cited. */
const records = (): readonly (readonly [path: string, text: string])[] => [
  [
    'sources/trend-2025-10-07-4100562.yaml',
    `# ${l10n.t('Where facts come from. Records cite it by its id, which is also the name of this file.')}
kind: source
id: trend-2025-10-07-4100562
title: President of Kazakhstan puts forth idea of setting up cybersecurity council within OTS
publisher: Trend
url: https://www.trend.az/business/4100562.html
published: 2025-10-07T15:12+04:00
language: en
type: news-agency
`,
  ],
  [
    'summits/ots-summit-2025-gabala.yaml',
    `kind: summit
id: ots-summit-2025-gabala
name: 12th Summit of the Council of Heads of State of the OTS
# ${l10n.t('Known without a record here, as are many other organizations, and all states by their ISO 3166-1 alpha-3 codes.')}
organization: ots
status: held
# ${l10n.t('A day, a month (2025-10), a year (2025) or a period (2025-10-06/2025-10-07): as exactly as the sources allow.')}
date: 2025-10-07
place: { city: Gabala, state: AZE }
citations:
  - { source: trend-2025-10-07-4100562 }
`,
  ],
  [
    'proposals/kaz-ots-cybersecurity-council-2025.yaml',
    `kind: proposal
id: kaz-ots-cybersecurity-council-2025
title: Cybersecurity Council within the Organization of Turkic States
type: establish-body
parties:
  - { state: KAZ, role: proposer }
addressed_to: { organization: ots }
# ${l10n.t('Another record of this dataset, by its id.')}
made_at: ots-summit-2025-gabala
date: 2025-10-07
domains:
  - cybersecurity
status: proposed
citations:
  - { source: trend-2025-10-07-4100562 }
`,
  ],
];

const workflow = (
  version: string,
) => `# ${l10n.t('Checks the dataset on GitHub and marks problems in the lines of a pull request.')}
name: Check the dataset
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: ${REPOSITORY}@v${version}
`;

const hooks = (version: string) => `# ${l10n.t('Formats and checks the dataset before each commit:')} pre-commit install
repos:
  - repo: ${REPOSITORY_URL}
    rev: v${version}
    hooks:
      - id: security-initiatives-format
      - id: security-initiatives-check
`;
