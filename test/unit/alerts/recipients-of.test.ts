import { describe, expect, it } from 'vitest'
import { eastvale, northmoor, westmarch } from '../../../infra/stages/local.ts'
import { holderOf } from '../../../shared/agencies/holder.ts'
import { askedFirst, type Joined, recipientsOf } from '../../../shared/alerts/recipients-of.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import type { JoinedChild } from '../../../shared/household/joined-child.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import { aDirectory } from '../../builders/a-directory.ts'
import { aJoinedChild } from '../../builders/an-assessment.ts'

const childOf = (authority: JoinedChild['authority'], change: Partial<JoinedChild> = {}) =>
  aJoinedChild({ authority, childId: childIdSchema.parse(`${authority}.C1`), ...change })
const w = westmarch
const n = northmoor
const e = eastvale
const shared = { decision: 'SHARE' as const }

const told = (
  known: Partial<Joined>,
  stated: StoredConcern['concern']['authority'] = w,
  decision: Parameters<typeof recipientsOf>[0] = shared,
) =>
  recipientsOf(decision, holderOf(aDirectory, stated, '2026-11-26'), {
    joined: [],
    confirmed: [],
    identifiedBy: [],
    ...known,
  }).map(
    ({ authority, why, isOfAdopted }) =>
      `${authority} ${why.join(' ')}${isOfAdopted === true ? ' adopted' : ''}`,
  )

const where = 'WHERE_THE_CHILD_IS'
const holds = 'HOLDS_THE_CHILD'

describe('who is told of what is shared', () => {
  it.each([
    ['nobody known', [], [`${w} ${where}`]],
    ['a child of the stated authority', [childOf(w)], [`${w} ${where} ${holds}`]],
    ['a child of another', [childOf(n)], [`${w} ${where}`, `${n} ${holds}`]],
    [
      'children of every register',
      [childOf(n), childOf(w), childOf(e)],
      [`${w} ${where} ${holds}`, `${n} ${holds}`, `${e} ${holds}`],
    ],
    [
      'an adopted child, of it alone',
      [childOf(n, { isAdopted: true })],
      [`${w} ${where}`, `${n} ${holds} adopted`],
    ],
    [
      'an adopted child and another of one authority, each by itself',
      [childOf(w), childOf(w, { isAdopted: true })],
      [`${w} ${where} ${holds}`, `${w} ${holds} adopted`],
    ],
  ])('is the stated authority and those of the joined children: %s', (...[, joined, expected]) => {
    expect(told({ joined })).toEqual(expected)
  })

  it.each(['E06000001', 'ABROAD', 'UNKNOWN'] as const)(
    'is the holding queue where %s is stated',
    (stated) => {
      expect(told({ joined: [childOf(n)] }, stated)).toEqual([`HOLDING ${where}`, `${n} ${holds}`])
    },
  )

  it('is nobody while it is held or asked about', () => {
    for (const decision of ['HOLD', 'HUMAN_REVIEW'] as const)
      expect(told({ joined: [childOf(w)] }, w, { decision })).toEqual([])
  })

  it('is told the least, too', () => {
    expect(told({}, w, { decision: 'SHARE_MINIMAL' })).toEqual([`${w} ${where}`])
  })
})

describe('an adult who stands on several registers', () => {
  const confirmed = [[`${w}.A1`, `${n}.A7`]]

  it.each([
    ['no open status', childOf(n, { openStatus: null }), [], [n]],
    ['an open status', childOf(n, { openStatus: 'IN_NEED' }), [], []],
    ['a child that is itself named', childOf(n, { why: 'NAMED' }), [], []],
    ['said by a person to know them', childOf(n), [n], []],
  ] as const)('subscribes nobody: %s', (...[, child, identifiedBy, asked]) => {
    const known = { joined: [child], confirmed, identifiedBy }
    expect(askedFirst(w, known)).toEqual(asked)
    expect(told(known)).toEqual([`${w} ${where}`, ...(asked.length > 0 ? [] : [`${n} ${holds}`])])
  })

  it('is told to the stated authority whatever it holds', () => {
    expect(askedFirst(n, { joined: [childOf(n)], confirmed, identifiedBy: [] })).toEqual([])
  })

  it('is told to every holder where only one register has them', () => {
    const known = { joined: [childOf(n)], confirmed: [[`${n}.A7`], [`${w}.A1`]], identifiedBy: [] }
    expect(askedFirst(w, known)).toEqual([])
  })
})
