/** Settings as a client has them: what holds, and what is wrong with them in words. */
import * as l10n from '@vscode/l10n';
import { type EdtfDate, parseToday } from './dataset/dates/edtf.ts';
import { readLevels } from './dataset/manifest.ts';
import { nearest } from './dataset/names/names.ts';
import { severities } from './dataset/problem.ts';
import type { LaneDimension } from './dataset/timeline.ts';
import type { Settings } from './dataset/workspace.ts';
import { listed, shortened } from './rules/support/words.ts';

/** The section that a client keeps them in. */
export const SECTION = 'securityInitiatives';

/** What is on or off, with what holds where nobody has said. */
const SWITCHES = {
  'validate.enable': true,
  'inlayHints.names': true,
  'inlayHints.dates': true,
  'codeLenses.references': true,
  'codeLenses.proposals': true,
  'codeLenses.chairmanships': true,
  'format.sortKeys': false,
} as const;

/** What is chosen from a list, of what the client alone reads. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  'timeline.lanes': ['organization', 'state', 'person', 'domain', 'kind'] satisfies LaneDimension[],
  'timeline.view': ['drawing', 'table'],
};

type Switch = keyof typeof SWITCHES;
const switches = Object.keys(SWITCHES) as readonly Switch[];

type Section = Readonly<Record<string, unknown>>;

/** What people switch on and off about the features of the editor. */
export interface FeatureSettings {
  readonly inlayHints: {
    /** The names of records beside their ids. */
    readonly names: boolean;
    /** Dates in words beside their EDTF. */
    readonly dates: boolean;
  };
  readonly codeLenses: {
    /** How often a record is referred to. */
    readonly references: boolean;
    /** How many proposals were made at a meeting or in a term. */
    readonly proposals: boolean;
    /** The terms before and after one in the chair. */
    readonly chairmanships: boolean;
  };
  readonly format: {
    /** Whether formatting puts the keys of maps into the schema's order. */
    readonly sortKeys: boolean;
  };
}

/** What is read of a client's settings. */
export interface ClientSettings {
  readonly settings: Settings;
  /** Whether problems are shown. */
  readonly validate: boolean;
  readonly features: FeatureSettings;
  /** A sentence or two for each thing that was passed over. */
  readonly complaints: readonly string[];
}

/** Reads what a client has under {@link SECTION}; what is missing or wrong falls back to the default. */
export function readSettings(value: unknown, today: EdtfDate, ruleNames: readonly string[]): ClientSettings {
  const section = isMap(value) ? value : {};
  const day = section.today === '' ? undefined : parseToday(section.today);
  return {
    settings: { rules: readLevels(section.rules), today: day ?? today },
    validate: readSwitch(section, 'validate.enable'),
    features: readFeatures(section),
    complaints: [
      ...aboutRules(section.rules, ruleNames),
      ...aboutToday(section.today),
      ...aboutSwitches(section),
      ...aboutChoices(section),
    ],
  };
}

function readFeatures(section: Section): FeatureSettings {
  const isOn = (name: Switch) => readSwitch(section, name);
  return {
    inlayHints: { names: isOn('inlayHints.names'), dates: isOn('inlayHints.dates') },
    codeLenses: {
      references: isOn('codeLenses.references'),
      proposals: isOn('codeLenses.proposals'),
      chairmanships: isOn('codeLenses.chairmanships'),
    },
    format: { sortKeys: isOn('format.sortKeys') },
  };
}

function readSwitch(section: Section, name: Switch): boolean {
  const value = chosen(section, name);
  return typeof value === 'boolean' ? value : SWITCHES[name];
}

function chosen(section: Section, name: string): unknown {
  const [group, key] = name.split('.') as [string, string];
  const values = section[group];
  return isMap(values) ? values[key] : undefined;
}

function aboutSwitches(section: Section): string[] {
  return switches.flatMap((name) => {
    const value = chosen(section, name);
    if (value === undefined || value === null || typeof value === 'boolean') return [];
    return [l10n.t('The setting {0} is neither on nor off: write `true` or `false`.', settingNamed(name))];
  });
}

function aboutChoices(section: Section): string[] {
  return Object.entries(CHOICES).flatMap(([name, known]) => {
    const value = chosen(section, name);
    if (value === undefined || value === null || known.includes(value as string)) return [];
    const said = shortened(String(value));
    return [l10n.t('The setting {0} cannot be `{1}`: write {2}.', settingNamed(name), said, listed(known, 'or'))];
  });
}

function aboutRules(rules: unknown, ruleNames: readonly string[]): string[] {
  const setting = settingNamed('rules');
  if (rules === undefined || rules === null) return [];
  if (!isMap(rules)) return [l10n.t('The setting {0} must hold names of rules with a level each.', setting)];
  const levels = readLevels(rules);
  return Object.entries(rules).flatMap(([name, level]) => {
    if (!ruleNames.includes(name)) {
      const near = nearest(name.replaceAll('_', '-'), ruleNames);
      const question = near.length > 0 ? ` ${l10n.t('Did you mean {0}?', listed(near, 'or'))}` : '';
      return [l10n.t('The setting {0} names a rule that there is not: `{1}`.', setting, shortened(name)) + question];
    }
    if (name in levels) return [];
    const known = listed([...severities, 'off'], 'or');
    const said = shortened(String(level));
    return [l10n.t('The setting {0} gives `{1}` the level `{2}`: write {3}.', setting, name, said, known)];
  });
}

function aboutToday(today: unknown): string[] {
  if (today === undefined || today === null || today === '' || parseToday(today)) return [];
  const said = shortened(String(today));
  return [l10n.t('The setting {0} is no day: `{1}`. Write it as `2025-10-31`.', settingNamed('today'), said)];
}

function settingNamed(name: string): string {
  return `\`${SECTION}.${name}\``;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
