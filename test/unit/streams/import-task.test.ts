import { describe, expect, it } from 'vitest'
import { HubError } from '../../../shared/kernel/hub-error.ts'
import { importTask } from '../../../shared/streams/import-task.ts'

const importId = '01a207d9-2100-7000-8000-000000000001'
const taskOf = (work: () => Promise<object>) => {
  const logged: unknown[] = []
  const run = importTask(work, { log: (...line) => void logged.push(line) })
  return { run, logged }
}

describe('a task of an import', () => {
  it('says that it is done, and what came of it', async () => {
    const { run } = taskOf(async () => ({ isRead: true }))
    expect(await run({ import: importId, task: 'read' })).toEqual({ isRead: true, isBusy: false })
  })

  it('is asked again where the tables are busy, and nobody is woken', async () => {
    const { run, logged } = taskOf(() => Promise.reject(new HubError('store-busy', 'busy')))
    expect(await run({ import: importId, task: 'turn' })).toEqual({ isBusy: true })
    expect(logged).toMatchObject([['warn', 'RECORD_FAILED', { kind: 'import' }]])
  })

  it.each([
    ['what failed', { import: importId, task: 'turn' }],
    ['what it was not asked for', { import: 'Odo Quillfeather', task: 'turn' }],
  ])('tells the machine nothing of %s', async (_what, event) => {
    const { run, logged } = taskOf(() => Promise.reject(new Error('Odo Quillfeather')))
    const error = await run(event).catch((thrown: unknown) => thrown)
    expect([String(error), (error as Error).cause]).toEqual(['ImportTaskFailed', undefined])
    expect(JSON.stringify([logged, (error as Error).stack])).not.toContain('Quillfeather')
    expect(logged).toMatchObject([['error', 'RECORD_FAILED', { kind: 'import' }]])
  })
})
