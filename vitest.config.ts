import { defineConfig } from 'vitest/config'

/** Suites in the order of their cost. Each is a folder of test/ and can be run alone: `npm test -- --project unit`. */
const suite = (name: string, extra: object = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], ...extra },
})
const slow = { testTimeout: 120_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    maxWorkers: 2,
    projects: [
      suite('unit', { testTimeout: 60_000 }),
      suite('property', slow),
      suite('contract'),
      suite('architecture', slow),
      suite('infra', slow),
      suite('integration', slow),
      suite('e2e', slow),
    ],
  },
})
