/** Which lines and branches of the core, the rules, the features and the exports the tests in one process run. */
import { mergeConfig } from 'vitest/config';
import unitTests from '../vitest.config.ts';

export default mergeConfig(unitTests, {
  test: {
    coverage: {
      enabled: true,
      provider: 'v8',
      include: ['server/{dataset,rules,features,exports}/**/*.ts'],
      exclude: ['server/rules/build/**'],
      reporter: ['text-summary', 'json-summary', 'json', 'html'],
      reportsDirectory: 'out/coverage',
      reportOnFailure: true,
    },
  },
});
