import { defineConfig } from 'vitest/config'

/** Suites in the order of their cost. Each is a folder of test/ and can be run alone: `npm test -- --project unit`. */
const suite = (name: string, extra: object = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], ...extra },
})
const slow = { testTimeout: 120_000, hookTimeout: 120_000 }
/** Each test runs a process of its own for as long as its seeds take. */
const minutes = { testTimeout: 600_000 }
/** They call a hub that runs, on a machine that may be busy with all the others: `npm test` starts one. */
const onHub = {
  testTimeout: 400_000,
  hookTimeout: 400_000,
  globalSetup: ['test/hub-answers.ts'],
}
/** The CDK's own check of a template is half of what making one takes: `npm run lint:templates` has it once. */
const withoutValidation = { env: { CDK_VALIDATION: 'false' } }
/** It kills functions of the hub that the others call, and so comes when they are done. */
const afterAll = { sequence: { groupOrder: 1 } }
/** It hears what all of them had the hub send. */
const atTheEnd = {
  globalSetup: [...onHub.globalSetup, 'test/hear-events.ts'],
  sequence: { groupOrder: 2 },
}
/** Files that keep nothing to themselves share a worker, which loads each module once. */
const together = { isolate: false, testTimeout: 60_000, setupFiles: ['test/property-failures.ts'] }

export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    maxWorkers: 2,
    projects: [
      suite('unit', together),
      suite('contract', together),
      suite('property', { ...together, ...slow }),
      suite('architecture', { ...together, ...slow }),
      suite('infra', { ...together, ...slow, ...withoutValidation }),
      suite('quality', slow),
      suite('simulation', minutes),
      suite('integration', onHub),
      suite('e2e', onHub),
      suite('killed', { ...onHub, ...afterAll }),
      suite('heard', { ...onHub, ...atTheEnd }),
    ],
  },
})
