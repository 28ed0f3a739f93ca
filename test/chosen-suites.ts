import { createVitest, parseCLI } from 'vitest/node'

/** Suites whose tests call a hub that runs. */
const suitesOfHub = ['integration', 'e2e', 'killed', 'heard']

/** The suites that hold a test file chosen by vitest's arguments, as vitest itself reads them. */
export const chosenSuites = async (args: readonly string[]): Promise<ReadonlySet<string>> => {
  const { filter, options } = parseCLI(['vitest', 'run', ...args])
  const vitest = await createVitest('test', { ...options, watch: false, reporters: [] })
  try {
    const specifications = await vitest.globTestSpecifications(filter)
    return new Set(specifications.map(({ project }) => project.name))
  } finally {
    await vitest.close()
  }
}

/** Whether one of the suites calls a hub. */
export const needHub = (suites: ReadonlySet<string>): boolean =>
  suitesOfHub.some((suite) => suites.has(suite))
