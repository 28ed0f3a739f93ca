import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const ownTests = `/test/unit/${process.env['MUTATED_ROOM']}/`

/** The tests of the mutated room come first: a run ends with the first that fails. vitest wants a class here. */
class OwnTestsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isOwn = ({ moduleId }: TestSpecification): boolean => moduleId.includes(ownTests)
    return [...sorted.filter(isOwn), ...sorted.filter((file) => !isOwn(file))]
  }
}

/**
 * The fast tests as Stryker runs them, once for each mutant: all of unit but what starts processes, estimates, invents
 * people, plays a case through the whole hub or walks through every combination of facts. One worker without isolation loads a module once a run, not once
 * a file; each run has a worker of its own, so that a mutated table never outlives its mutant.
 */
export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    include: ['test/unit/**/*.test.ts'],
    exclude: [
      'test/unit/{aws,bench,cli,local,practice,seed,streams}/**',
      'test/unit/casework/{after-the-fact,clocks,register-path,whole-path}.test.ts',
    ],
    isolate: false,
    sequence: { sequencer: OwnTestsFirst },
  },
})
