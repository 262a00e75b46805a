/** Types of release-notes.mjs, which a workflow runs as it is. */
export function releaseNotes(release: { tag: string; version: string; changelog: string }): string;
