import { defineConfig } from 'vitest/config'

/**
 * The fast tests as Stryker runs them, once for each mutant: all of unit but what starts processes, estimates, invents
 * people or walks through every combination of facts. One worker without isolation loads a module once a run, not once
 * a file; each run has a worker of its own, so that a mutated table never outlives its mutant.
 */
export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    include: ['test/unit/**/*.test.ts'],
    exclude: [
      'test/unit/{aws,bench,cli,seed,streams}/**',
      'test/unit/sharing/{oracle,policies}.test.ts',
    ],
    isolate: false,
  },
})
