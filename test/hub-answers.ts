import { setTimeout as pause } from 'node:timers/promises'
import { isHealthy } from '../local/reach.ts'

/** A busy machine may let one wait for longer than a second. */
const tries = 20

/** Before suites that call a hub. @throws Error when none answers, once and in a sentence */
export const setup = async (): Promise<void> => {
  const endpoint = process.env['HUB_ENDPOINT']
  if (endpoint === undefined)
    throw new Error('These tests call a hub that runs: start them by npm test, which starts one.')
  for (let tried = 0; tried < tries; tried++, await pause(500))
    if (await isHealthy(endpoint)) return
  throw new Error('The hub that these tests call does not answer: .local/emulator-*.log says why.')
}
