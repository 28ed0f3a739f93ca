import { defineConfig } from 'vitest/config'

/** Suites in the order of their cost. Each is a folder of test/ and can be run alone: `vitest --project unit`. */
const suite = (name: string, extra: object = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], ...extra },
})

export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    projects: [
      suite('unit'),
      suite('property', { testTimeout: 120_000 }),
      suite('contract'),
      suite('architecture', { testTimeout: 60_000 }),
      suite('integration', { testTimeout: 30_000, hookTimeout: 30_000 }),
    ],
  },
})
