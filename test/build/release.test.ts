/** What must agree before a tag becomes a release: the tag, the version in package.json, and the changelog. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { releaseNotes } from '../../.github/release-notes.mjs';

const CHANGELOG = `# Changelog

## [Unreleased]

## [1.1.0] - 2026-02-01

### Added

- A kind.

## [1.0.0] - 2026-01-01

### Added

- All of it.
`;

describe('the notes of a release', () => {
  it('are its section of the changelog', () => {
    const notes = releaseNotes({ tag: 'v1.1.0', version: '1.1.0', changelog: CHANGELOG });
    expect(notes).toBe('### Added\n\n- A kind.\n');
  });

  it.each([
    ['the tag is another version', { tag: 'v1.2.0', version: '1.1.0' }, /The tag is v1\.2\.0, and package\.json has/],
    ['the changelog does not know it', { tag: 'v1.2.0', version: '1.2.0' }, /has no section \[1\.2\.0\]/],
    ['the tag has no v', { tag: '1.1.0', version: '1.1.0' }, /one of them is wrong/],
  ])('are refused where %s', (_, { tag, version }, message) => {
    expect(() => releaseNotes({ tag, version, changelog: CHANGELOG })).toThrow(message);
  });

  it('are refused where the section has no day, or says nothing', () => {
    const release = { tag: 'v1.1.0', version: '1.1.0' };
    const undated = CHANGELOG.replace(' - 2026-02-01', '');
    expect(() => releaseNotes({ ...release, changelog: undated })).toThrow(/does not say when/);
    const silent = CHANGELOG.replace('### Added\n\n- A kind.\n\n', '');
    expect(() => releaseNotes({ ...release, changelog: silent })).toThrow(/says nothing/);
  });
});

describe('the changelog', () => {
  const text = readFileSync('CHANGELOG.md', 'utf8');
  const headings = text.match(/^## .*$/gm) ?? [];

  it('has the form of Keep a Changelog: what is not released first, then versions, newest first', () => {
    expect(headings[0]).toBe('## [Unreleased]');
    const released = headings.slice(1);
    expect(released.filter((line) => !/^## \[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}$/.test(line))).toEqual([]);
    const days = released.map((line) => line.slice(-10));
    expect(days).toEqual([...days].sort().reverse());
  });

  it('groups changes by their sort', () => {
    const sorts = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];
    const groups = (text.match(/^### .*$/gm) ?? []).map((line) => line.slice(4));
    expect(groups.length).toBeGreaterThan(0);
    expect(groups.filter((group) => !sorts.includes(group))).toEqual([]);
  });
});
