import { describe, expect, it } from 'vitest'
import { chosenSuites, needHub } from '../chosen-suites.ts'

describe('npm test', () => {
  it.each([
    ['--project unit', ['--project', 'unit'], false],
    ['--project=unit and another', ['--project=unit', '--project=infra'], false],
    ['a file of a suite without', ['test/unit/kernel'], false],
    [
      'all but those with',
      ['--project=!integration', '--project', '!e2e', '--project=!killed', '--project=!heard'],
      false,
    ],
    ['a name that a test of theirs may bear', ['--project=unit', '-t', 'integration'], false],
    ['--project integration', ['--project', 'integration'], true],
    ['a pattern of suites', ['--project=int*'], true],
    ['the suite that kills functions', ['--project', 'killed'], true],
    ['a file of a suite with', ['test/e2e/story'], true],
    ['nothing, which is everything', [], true],
  ] as const)('starts a hub only for tests that call one: %s', async (_what, args, isNeeded) => {
    expect(needHub(await chosenSuites(args))).toBe(isNeeded)
  })
})
