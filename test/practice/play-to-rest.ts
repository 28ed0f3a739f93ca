import { expect } from 'vitest'
import { inMemoryTransport } from './in-memory.ts'
import { type Case, stageOver } from './stage.ts'

/** Plays a case in memory; and whatever it was about, nothing then happens by itself within minutes. */
export const playToRest = async ({ startsAt, play }: Case): Promise<void> => {
  const hub = await inMemoryTransport(startsAt)
  await play(stageOver(hub))
  await hub.linger()
  await hub.linger()
  const rows = await hub.casework()
  await hub.linger()
  expect(await hub.casework()).toEqual(rows)
}
