import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { handOverTo } from '../../../../cli/receive/hand-over.ts'
import { newestCheckpointIn } from '../../../../cli/receive/newest-checkpoint.ts'
import { inWords } from '../../../../cli/receive/said.ts'
import { newFolder } from '../../../builders/new-folder.ts'

const hour = 60 * 60 * 1000
const event = JSON.stringify({ id: 'digest#a', data: { alerts: [], checkpoint: 'a note' } })

const aDesk = async () => {
  const folder = await newFolder()
  let at = Date.parse('2026-11-23T10:00:00Z')
  const said: string[] = []
  const open = () =>
    newestCheckpointIn(folder, {
      now: () => new Date(at),
      say: (one) => void said.push(inWords(one)),
    })
  const later = (hours: number): void => {
    at += hours * hour
  }
  const files = async () => (await readdir(folder)).toSorted()
  return { open, later, said, files, into: handOverTo(folder) }
}

describe('a receiver that is given checkpoints', () => {
  it('says nothing while one comes a day, and once a day when none does', async () => {
    const { open, later, said, into } = await aDesk()
    const checkpoints = open()
    await checkpoints.keepingFrom(into)('digest#a', event)
    later(25)
    await checkpoints.look()
    expect(said).toEqual([])
    later(2)
    await checkpoints.look()
    await checkpoints.look()
    expect(said).toEqual([
      'no checkpoint of the audit log has come since 2026-11-23T10:00:00.000Z: ask the operator why',
    ])
    later(24)
    await checkpoints.look()
    expect(said).toHaveLength(2)
  })

  it('counts from when it began where none has ever come, also after it was started anew', async () => {
    const { open, later, said, into } = await aDesk()
    await open().look()
    await open().keepingFrom(into)('alert#1', JSON.stringify({ id: 'alert#1', data: {} }))
    later(27)
    await open().look()
    expect(said[0]).toContain('waiting since 2026-11-23T10:00:00.000Z')
  })

  it('does not take an event that came again for a new one', async () => {
    const { open, later, said, into } = await aDesk()
    await open().keepingFrom(into)('digest#a', event)
    later(27)
    await open().keepingFrom(into)('digest#a', event)
    await open().look()
    expect(said).toHaveLength(1)
  })

  it('fetches one a day where it polls, and hands it over', async () => {
    const { open, later, said, files, into } = await aDesk()
    const asked: string[] = []
    const api = {
      get: async (path: string) => {
        asked.push(path)
        return { status: 200, body: { checkpoint: 'a note', size: 1 } }
      },
    }
    const round = async () => {
      const checkpoints = open()
      await checkpoints.fetch(api, checkpoints.keepingFrom(into))
      await checkpoints.look()
    }
    await round()
    await round()
    later(25)
    await round()
    expect(asked).toEqual(['/audit/checkpoint', '/audit/checkpoint'])
    expect(said.map((line) => line.split(' ')[0])).toEqual(['handed-over', 'handed-over'])
    expect(await files()).toHaveLength(3)
  })
})
