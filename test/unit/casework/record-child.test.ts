import { describe, expect, it } from 'vitest'
import { type RecordChildDeps, recordChild } from '../../../shared/casework/record-child.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import { type Child, childSchema } from '../../../shared/register/child.ts'
import type { RegisterState } from '../../../shared/register/plan-change.ts'
import { aChild, anAdult } from '../../builders/a-child.ts'
import { westmarchRegister } from '../../builders/clients.ts'
import { aTrace, byOf, refusalOf, saidOf } from '../../builders/ports.ts'

type Commit = Parameters<RecordChildDeps['commit']>

const northmoorRegister = { ...westmarchRegister, authority: 'E08000992' as const }

/** A register in memory: what a commit says replaces what stood. */
const aRegister = (answers: readonly ('committed' | 'changed')[] = []) => {
  let state: RegisterState = { child: undefined, adults: [] }
  const commits: Commit[] = []
  const left = [...answers]
  const trace = aTrace()
  const deps: RecordChildDeps = {
    ...trace.recording,
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
  }
  return { deps, commits, state: () => state, said: trace.said, done: trace.done }
}
const child = (change: Parameters<typeof aChild>[0] = {}) => childSchema.parse(aChild(change))
const record = (deps: RecordChildDeps, sent: Child, caller = westmarchRegister) =>
  recordChild({ by: byOf(caller), localId: 'C1', child: sent }, deps)

describe('recording a child', () => {
  it('counts its versions from one', async () => {
    const { deps } = aRegister()
    expect(await record(deps, child())).toEqual({
      kind: 'recorded',
      childId: 'E06000991.C1',
      version: 1,
    })
    expect(await record(deps, child())).toMatchObject({ version: 2 })
  })

  it('makes the ids of child and adults its authority’s own', async () => {
    const { deps, state } = aRegister()
    await record(deps, child({ authority: 'E08000992' }), northmoorRegister)
    expect(state().child?.childId).toBe('E08000992.C1')
    expect(state().adults.map(({ adultId }) => adultId)).toEqual(['E08000992.A1001'])
  })

  it('says which keys no longer lead to an adult, and only those', async () => {
    const { deps, commits } = aRegister()
    await record(deps, child())
    await record(deps, child({ adults: [anAdult({ dateOfBirth: '1992-01-01' })] }))
    const [first, second] = commits.map(([change]) => change.adults[0])
    const gone = (first?.adult.keys ?? []).filter((key) => !second?.adult.keys.includes(key))
    expect(second?.staleKeys.toSorted()).toEqual(gone.toSorted())
    expect(gone.length).toBeGreaterThan(0)
  })

  it('removes an adult with every key when no child is left', async () => {
    const { deps, commits } = aRegister()
    await record(deps, child())
    await record(deps, child({ adults: [] }))
    const [before] = commits[0]?.[0].adults ?? []
    expect(commits[1]?.[0].adults).toMatchObject([
      { isRemoved: true, staleKeys: before?.adult.keys },
    ])
  })

  it('counts its writes', async () => {
    const { deps, commits } = aRegister()
    await record(deps, child())
    const [change] = commits[0] ?? []
    expect(change?.actions).toBe(1 + 1 + (change?.adults[0]?.adult.keys.length ?? 0))
  })

  it('leaves what waits for a household only where it changes one, and counts that too', async () => {
    const { deps, commits } = aRegister()
    await record(deps, child())
    await record(deps, child({ name: { given: 'Otto' } }))
    await record(deps, child({ adults: [anAdult(), anAdult({ id: 'A2' })] }))
    expect(commits.map(([{ household }]) => household?.version)).toEqual([undefined, undefined, 3])
    const [{ adults, actions }] = commits[2] ?? [{ adults: [], actions: 0 }]
    const writes = adults.map(({ adult, staleKeys }) => 1 + adult.keys.length + staleKeys.length)
    expect(actions).toBe(1 + 1 + writes.reduce((sum, count) => sum + count, 0))
  })

  it.each([1, 4])('is decided again when the register had moved %i times', async (times) => {
    const { deps, commits } = aRegister(Array(times).fill('changed'))
    expect((await record(deps, child())).kind).toBe('recorded')
    expect(commits).toHaveLength(times + 1)
  })

  it('says that it is busy when the register would not hold still', async () => {
    const { deps, commits } = aRegister(Array(9).fill('changed'))
    expect(await record(deps, child())).toEqual({ kind: 'busy' })
    expect(commits).toHaveLength(5)
  })

  it('is recorded in the same transaction, by ids and counts', async () => {
    const { deps, commits } = aRegister()
    await record(deps, child())
    await record(deps, child({ adults: [anAdult(), anAdult({ id: 'A2' })] }))
    const [first, second] = commits.map(([, entries]) => entries)
    expect(first?.map(({ entryId: _, ...said }) => said)).toEqual([
      saidOf(westmarchRegister, 'CHILD_RECORDED', {
        subjects: ['E06000991.C1'],
        codes: { version: '1', adults: '1' },
      }),
    ])
    expect(second).toMatchObject([{ codes: { version: '2', adults: '2' } }])
  })

  it('of another authority is refused before anything is read, which leaves an entry', async () => {
    const { deps, commits, said, done } = aRegister()
    expect(await record(deps, child(), northmoorRegister)).toEqual({ kind: 'not-theirs' })
    expect([commits, done]).toEqual([[], ['record']])
    expect(said()).toEqual([refusalOf(northmoorRegister, 'register.write')])
  })
})

describe('what one transaction cannot hold', () => {
  it.each([
    [96, 98, 'recorded'],
    [97, 99, 'too-large'],
  ])('has %i keys, which makes %i writes: %s', async (keys, _, kind) => {
    const { deps, commits } = aRegister()
    const hashKeys = () => Promise.resolve(Array.from({ length: keys }, (__, at) => `key ${at}`))
    expect((await record({ ...deps, hashKeys }, child())).kind).toBe(kind)
    expect(commits.map(([{ actions }]) => actions)).toEqual(kind === 'recorded' ? [98] : [])
  })

  it.each([
    [19, 'recorded'],
    [20, 'too-large'],
  ])('joins an adult of %i other children: %s', async (others, kind) => {
    const { deps, state } = aRegister()
    await record(deps, child())
    const [adult] = state().adults
    const [link] = adult?.children ?? []
    if (adult === undefined || link === undefined) throw new Error('no adult')
    const children = Array.from({ length: others }, (_, at) => ({
      ...link,
      childId: childIdSchema.parse(`E06000991.X${at}`),
    }))
    const crowded = {
      ...deps,
      read: () => Promise.resolve({ child: undefined, adults: [{ ...adult, children }] }),
    }
    expect((await record(crowded, child())).kind).toBe(kind)
    const withAnother = child({ adults: [anAdult(), anAdult({ id: 'A2' })] })
    expect((await record(crowded, withAnother)).kind).toBe(kind)
  })
})
