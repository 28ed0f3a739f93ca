import { describe, expect, it } from 'vitest'
import { recorderFor } from '../../../shared/audit/audit-entry.ts'
import { type RecordChildDeps, recordChild } from '../../../shared/casework/record-child.ts'
import { childSchema } from '../../../shared/register/child.ts'
import type { RegisterState } from '../../../shared/register/plan-change.ts'
import { aChild, anAdult } from '../../builders/a-child.ts'
import { anId } from '../../builders/a-stored-concern.ts'

type Commit = Parameters<RecordChildDeps['commit']>

/** A register in memory: what a commit says replaces what stood. */
const aRegister = (answers: readonly ('committed' | 'changed')[] = []) => {
  let state: RegisterState = { child: undefined, adults: [] }
  const commits: Commit[] = []
  const left = [...answers]
  const deps: RecordChildDeps = {
    read: () => Promise.resolve(state),
    hashKeys: (keys) => Promise.resolve(keys.map(({ type, value }) => `${type}:${value}`)),
    commit: (...commit) => {
      commits.push(commit)
      const answer = left.shift() ?? 'committed'
      const [{ child, adults }] = commit
      const kept = adults.filter(({ isRemoved }) => !isRemoved).map(({ adult }) => adult)
      if (answer === 'committed') state = { child, adults: kept }
      return Promise.resolve(answer)
    },
    recorder: (now) => recorderFor({ actor: 'register' }, now, () => anId(3)),
    now: () => new Date('2026-11-23T10:00:00Z'),
  }
  return { deps, commits, state: () => state }
}
const child = (change: Parameters<typeof aChild>[0] = {}) => childSchema.parse(aChild(change))

describe('recording a child', () => {
  it('counts its versions from one', async () => {
    const { deps } = aRegister()
    expect(await recordChild('C1', child(), deps)).toEqual({
      kind: 'recorded',
      childId: 'E06000991.C1',
      version: 1,
    })
    expect(await recordChild('C1', child(), deps)).toMatchObject({ version: 2 })
  })

  it('makes the ids of child and adults its authority’s own', async () => {
    const { deps, state } = aRegister()
    await recordChild('C1', child({ authority: 'E08000992' }), deps)
    expect(state().child?.childId).toBe('E08000992.C1')
    expect(state().adults.map(({ adultId }) => adultId)).toEqual(['E08000992.A1001'])
  })

  it('says which keys no longer lead to an adult, and only those', async () => {
    const { deps, commits } = aRegister()
    await recordChild('C1', child(), deps)
    await recordChild('C1', child({ adults: [anAdult({ dateOfBirth: '1992-01-01' })] }), deps)
    const [first, second] = commits.map(([change]) => change.adults[0])
    const gone = (first?.adult.keys ?? []).filter((key) => !second?.adult.keys.includes(key))
    expect(second?.staleKeys.toSorted()).toEqual(gone.toSorted())
    expect(gone.length).toBeGreaterThan(0)
  })

  it('removes an adult with every key when no child is left', async () => {
    const { deps, commits } = aRegister()
    await recordChild('C1', child(), deps)
    await recordChild('C1', child({ adults: [] }), deps)
    const [before] = commits[0]?.[0].adults ?? []
    expect(commits[1]?.[0].adults).toMatchObject([
      { isRemoved: true, staleKeys: before?.adult.keys },
    ])
  })

  it('counts its writes', async () => {
    const { deps, commits } = aRegister()
    await recordChild('C1', child(), deps)
    const [change] = commits[0] ?? []
    expect(change?.actions).toBe(1 + 1 + (change?.adults[0]?.adult.keys.length ?? 0))
  })

  it('leaves what waits for a household only where it changes one, and counts that too', async () => {
    const { deps, commits } = aRegister()
    await recordChild('C1', child(), deps)
    await recordChild('C1', child({ name: { given: 'Otto' } }), deps)
    await recordChild('C1', child({ adults: [anAdult(), anAdult({ id: 'A2' })] }), deps)
    expect(commits.map(([{ household }]) => household?.version)).toEqual([undefined, undefined, 3])
    const [{ adults, actions }] = commits[2] ?? [{ adults: [], actions: 0 }]
    const writes = adults.map(({ adult, staleKeys }) => 1 + adult.keys.length + staleKeys.length)
    expect(actions).toBe(1 + 1 + writes.reduce((sum, count) => sum + count, 0))
  })

  it.each([1, 4])('is decided again when the register had moved %i times', async (times) => {
    const { deps, commits } = aRegister(Array(times).fill('changed'))
    expect((await recordChild('C1', child(), deps)).kind).toBe('recorded')
    expect(commits).toHaveLength(times + 1)
  })

  it('says that it is busy when the register would not hold still', async () => {
    const { deps, commits } = aRegister(Array(9).fill('changed'))
    expect(await recordChild('C1', child(), deps)).toEqual({ kind: 'busy' })
    expect(commits).toHaveLength(5)
  })

  it('leaves one audit entry, of ids and counts', async () => {
    const { deps, commits } = aRegister()
    await recordChild('C1', child(), deps)
    const [, entries] = commits[0] ?? []
    expect(entries).toMatchObject([
      {
        action: 'CHILD_RECORDED',
        subjects: ['E06000991.C1'],
        codes: { version: '1', adults: '1' },
      },
    ])
    expect(JSON.stringify(entries)).not.toContain('Quillfeather')
  })
})
