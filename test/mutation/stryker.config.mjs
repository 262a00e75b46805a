/**
 * Mutants of the core, the rules and the features. With `BODIES=1` those alone that empty a body: of a function, a
 * branch or a loop. What became of each is kept below `out/mutation`, and only what has changed is tried again.
 */
const report = `out/mutation/${process.env.BODIES ? 'bodies' : 'all'}.json`;

export default {
  plugins: ['./test/mutation/runner.ts'],
  testRunner: 'warm',
  concurrency: 1,
  mutate: ['server/{dataset,rules,features}/**/*.ts', '!server/rules/build/**'],
  mutator: { excludedMutations: process.env.BODIES ? allBut('BlockStatement', 'ArrowFunction') : [] },
  tempDirName: 'out/mutation/sandbox',
  ignorePatterns: ['/.vscode-test', '/dist', '/out'],
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: report },
  incremental: true,
  incrementalFile: report.replace('.json', '-kept.json'),
  coverageAnalysis: 'perTest',
  // What only runs while modules are read would need a process for each mutant.
  ignoreStatic: true,
  timeoutMS: 20_000,
  allowConsoleColors: false,
  // TypeScript 7 has no API that Stryker could read it with; types are stripped as they are.
  tsconfigFile: 'none',
};

function allBut(...kept) {
  return [
    ...['ArithmeticOperator', 'ArrayDeclaration', 'ArrowFunction', 'AssignmentOperator', 'BlockStatement'],
    ...['BooleanLiteral', 'ConditionalExpression', 'EqualityOperator', 'LogicalOperator', 'MethodExpression'],
    ...['ObjectLiteral', 'OptionalChaining', 'Regex', 'StringLiteral', 'UnaryOperator', 'UpdateOperator'],
  ].filter((name) => !kept.includes(name));
}
