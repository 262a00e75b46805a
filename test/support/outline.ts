/** A tree of records as lines: what stands where, with how many records below and what is wrong. */
import type { Branch } from '../../server/dataset/explorer/branch.ts';
import type { Tree } from '../../server/dataset/explorer/tree.ts';

/** Each branch on a line, two blanks a level: `record Organization of Turkic States 12`; `!` before errors, `?` before warnings. */
export function outline(tree: Tree, depth = Number.POSITIVE_INFINITY): string[] {
  const lines: string[] = [];
  const visit = (branches: readonly Branch[], level: number) => {
    for (const branch of branches) {
      const { records, errors, warnings } = tree.totalsOf(branch);
      const parts = [
        branch.type === 'record' ? branch.entry!.step : `${branch.type} ${branch.label}`.trim(),
        records > 0 ? records : '',
        errors > 0 ? `!${errors}` : '',
        warnings > 0 ? `?${warnings}` : '',
      ];
      lines.push('  '.repeat(level) + parts.filter((part) => part !== '').join(' '));
      if (level < depth) visit(tree.childrenOf(branch), level + 1);
    }
  };
  visit(tree.roots, 0);
  return lines;
}
