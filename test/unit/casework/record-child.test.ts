import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { ChangeRegisterDeps } from '../../../shared/casework/change-register.ts'
import { recordChild } from '../../../shared/casework/record-child.ts'
import { adultIdSchema, childIdSchema } from '../../../shared/kernel/ids.ts'
import { type Child, childSchema } from '../../../shared/register/child.ts'
import { mostKept } from '../../../shared/register/overfull.ts'
import type { RegisterState } from '../../../shared/register/register-change.ts'
import { aChild, anAdult } from '../../builders/a-child.ts'
import { afterChange, emptyRegister, plainKeys } from '../../builders/a-registered-family.ts'
import { westmarchRegister } from '../../builders/clients.ts'
import { aTrace, byOf, saidOf } from '../../builders/ports.ts'

type Commit = Parameters<ChangeRegisterDeps['commit']>

const northmoorRegister = { ...westmarchRegister, authority: northmoor }
const mother = adultIdSchema.parse(`${westmarch}.A1001`)

/** A register in memory: what a commit says replaces what stood. */
const aRegister = (answers: readonly ('committed' | 'changed')[] = []) => {
  let state: RegisterState = emptyRegister
  const commits: Commit[] = []
  const left = [...answers]
  const trace = aTrace()
  const deps: ChangeRegisterDeps = {
    ...trace.recording,
    readFamily: () => Promise.resolve(state),
    readAdult: () => Promise.reject(new Error('asked for by nobody')),
    hashKeys: plainKeys,
    commit: (...commit) => {
      commits.push(commit)
      const answer = left.shift() ?? 'committed'
      if (answer === 'committed') state = afterChange(state, commit[0])
      return Promise.resolve(answer)
    },
  }
  return { deps, commits, state: () => state, said: trace.said, done: trace.done }
}
const child = (change: Parameters<typeof aChild>[0] = {}) => childSchema.parse(aChild(change))
const record = (
  deps: ChangeRegisterDeps,
  sent: Child,
  {
    caller = westmarchRegister,
    ifMatch,
  }: { caller?: typeof westmarchRegister; ifMatch?: number } = {},
) => recordChild({ by: byOf(caller), localId: 'C1', child: sent, ifMatch }, deps)

describe('recording a child', () => {
  it('counts its versions from one, and counts nothing where nothing is new', async () => {
    const { deps } = aRegister()
    const first = { kind: 'recorded', action: 'CHILD_RECORDED', id: `${westmarch}.C1`, version: 1 }
    expect(await record(deps, child())).toEqual(first)
    expect(await record(deps, child())).toEqual(first)
    expect(await record(deps, child({ gp: 'Dr Ode' }))).toMatchObject({ version: 2 })
  })

  it('makes the ids of child and adults its authority’s own', async () => {
    const { deps, state } = aRegister()
    await record(deps, child({ authority: northmoor }), { caller: northmoorRegister })
    expect(state().child.record?.childId).toBe(`${northmoor}.C1`)
    expect([...state().adults.keys()]).toEqual([`${northmoor}.A1001`])
  })

  it('writes nothing but the entry where nothing is new', async () => {
    const { deps, commits } = aRegister()
    await record(deps, child())
    await record(deps, child())
    expect(commits[1]?.[0]).toEqual({ records: [], households: [], rekeys: [], agreements: [] })
    expect(commits[1]?.[1]).toMatchObject([
      { action: 'CHILD_RECORDED', codes: { version: '1', fields: 'none' } },
    ])
  })

  it('says which keys no longer lead to an adult, and only those', async () => {
    const { deps, commits } = aRegister()
    await record(deps, child())
    await record(deps, child({ adults: [anAdult({ dateOfBirth: '1992-01-01' })] }))
    const [first, second] = commits.map(([{ records }]) =>
      records.find(({ kind }) => kind === 'adult'),
    )
    const gone = (first?.after?.keys ?? []).filter((key) => !second?.after?.keys.includes(key))
    expect(second?.staleKeys.toSorted()).toEqual(gone.toSorted())
    expect(gone.length).toBeGreaterThan(0)
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

  it('is logged in the same transaction, by the fields that differ and never by a value', async () => {
    const { deps, commits } = aRegister()
    await record(deps, child())
    await record(
      deps,
      child({
        gp: 'Dr Ode',
        adults: [anAdult({ phones: ['01632 960123'] }), anAdult({ id: 'A2' })],
      }),
    )
    const said = commits[1]?.[1].map(({ entryId: _, ...rest }) => rest)
    expect(said).toEqual([
      saidOf(westmarchRegister, 'CHILD_RECORDED', {
        subjects: [`${westmarch}.C1`],
        codes: { version: '2', fields: 'adults gp' },
      }),
      saidOf(westmarchRegister, 'ADULT_RECORDED', {
        subjects: [`${westmarch}.A1001`],
        codes: { version: '2', fields: 'phones' },
      }),
      saidOf(westmarchRegister, 'ADULT_RECORDED', {
        subjects: [`${westmarch}.A2`],
        codes: {
          version: '1',
          fields:
            'addresses children dateOfBirth emails names nhsNumbers phones previousRemoval restricted sex',
        },
      }),
    ])
  })

  it('writes nothing where the index’s keys cannot be made', async () => {
    const { deps, commits } = aRegister()
    const hashKeys = () => Promise.resolve([])
    await expect(record({ ...deps, hashKeys }, child())).rejects.toMatchObject({ code: 'internal' })
    expect(commits).toEqual([])
  })

  it('of another authority is refused before anything is read', async () => {
    const { deps, commits, done } = aRegister()
    expect(await record(deps, child(), { caller: northmoorRegister })).toEqual({
      kind: 'not-theirs',
    })
    expect([commits, done]).toEqual([[], []])
  })

  it.each([
    ['the version that stands', 1, 'recorded'],
    ['one gone by', 2, 'moved'],
  ])('is held to %s, where the caller names one', async (_, ifMatch, kind) => {
    const { deps } = aRegister()
    await record(deps, child())
    expect((await record(deps, child({ gp: 'Dr Ode' }), { ifMatch })).kind).toBe(kind)
  })

  it('is held to a version of nothing where there is no record yet', async () => {
    const { deps } = aRegister()
    expect(await record(deps, child(), { ifMatch: 1 })).toEqual({ kind: 'moved' })
  })
})

describe('what a record keeps', () => {
  const many = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => ({ given: 'Marta', family: `Quill${from + at}` }))

  it('is bounded: more is refused, with the field to correct', async () => {
    const { deps } = aRegister()
    for (let from = 0; from < mostKept.names; from += 8)
      expect(
        (await record(deps, child({ adults: [anAdult({ names: many(from, 8) })] }))).kind,
      ).toBe('recorded')
    expect(await record(deps, child({ adults: [anAdult({ names: many(900, 1) })] }))).toEqual({
      kind: 'too-large',
      fields: ['names'],
    })
  })

  it.each([
    [mostKept.children - 1, 'recorded'],
    [mostKept.children, 'too-large'],
  ])('of an adult of %i other children: one more is %s', async (others, kind) => {
    const { deps, state } = aRegister()
    await record(deps, child())
    const found = state().adults.get(mother)
    const [link] = found?.record?.children ?? []
    if (found?.record === undefined || link === undefined) throw new Error('no adult')
    const children = Array.from({ length: others }, (_, at) => ({
      ...link,
      childId: childIdSchema.parse(`${westmarch}.X${at}`),
    }))
    const crowded = new Map([[mother, { ...found, record: { ...found.record, children } }]])
    const readFamily = () => Promise.resolve({ child: emptyRegister.child, adults: crowded })
    expect((await record({ ...deps, readFamily }, child())).kind).toBe(kind)
  })
})
