import { isHealthy } from '../local/reach.ts'

/** Before suites that call a hub. @throws Error when none answers, once and in a sentence */
export const setup = async (): Promise<void> => {
  const endpoint = process.env['HUB_ENDPOINT']
  if (endpoint === undefined || !(await isHealthy(endpoint)))
    throw new Error('These tests call a hub that runs: start them by npm test, which starts one.')
}
