// How mutants are made and tried; which files, and the bar: test/mutation/rooms.ts. Run by `npm run mutation`.
export default {
  packageManager: 'npm',
  plugins: [
    '@stryker-mutator/vitest-runner',
    './test/mutation/tables.mjs',
    './test/mutation/prose.mjs',
  ],
  ignorers: ['tables', 'prose'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts' },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 10_000,
  incremental: true,
  tempDirName: '.local/stryker',
  ignorePatterns: ['.venv', '.local', 'cdk.out*', 'coverage', 'bench', '*.log'],
  reporters: ['json'],
  allowEmpty: true,
  logLevel: 'warn',
  warnings: { slow: false }, // tables are mutated too, though each such mutant runs every test that reads them
}
