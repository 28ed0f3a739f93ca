import { describe, expect, it } from 'vitest'
import { eastvale, northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { AuthorityCode } from '../../../shared/agencies/authorities.ts'
import type { Directory } from '../../../shared/agencies/directory.ts'
import {
  endedOn,
  hasReplaced,
  replacementsOf,
  successorFor,
} from '../../../shared/agencies/successor.ts'
import { aDirectory } from '../../builders/a-directory.ts'

const today = '2027-04-01'
type Ends = { readonly until: string; readonly replacedBy?: AuthorityCode[] }

const directoryWhere = (ends: Readonly<Record<string, Ends>>): Directory => ({
  ...aDirectory,
  authorities: aDirectory.authorities.map((one) => ({ ...one, ...ends[one.code] })),
})
const before = { on: '2027-03-31' }
const divided = directoryWhere({
  [westmarch]: { until: today, replacedBy: [northmoor, eastvale] },
})

describe('the place of an authority that has ended', () => {
  it('is taken from its day on, and not before', () => {
    expect(endedOn(divided, '2027-03-31')).toEqual([])
    expect(endedOn(divided, today)).toEqual([westmarch])
  })

  it('is taken by its one replacement, wherever the child is said to be', () => {
    const directory = directoryWhere({ [westmarch]: { until: today, replacedBy: [northmoor] } })
    expect(
      successorFor(directory, { ended: westmarch, sent: { ...before, stated: eastvale } }, today),
    ).toBe(northmoor)
  })

  it.each([
    ['where the child is said to be, if that is one of several', northmoor, northmoor],
    ['the partnership lead, where the ended one was stated', westmarch, 'HOLDING'],
    ['the partnership lead, where nobody could say', 'UNKNOWN', 'HOLDING'],
    ['the partnership lead, where an authority elsewhere was stated', 'S12000033', 'HOLDING'],
  ])('is taken by %s', (_, stated, expected) => {
    expect(successorFor(divided, { ended: westmarch, sent: { ...before, stated } }, today)).toBe(
      expected,
    )
  })

  it('is taken by the partnership lead where the concern came after it, whatever its sender wrote', () => {
    for (const on of [today, '2027-05-03']) {
      const about = { ended: westmarch, sent: { on, stated: northmoor } }
      expect(successorFor(divided, about, today), on).toBe('HOLDING')
    }
    expect(successorFor(divided, { ended: westmarch }, today)).toBe('HOLDING')
  })

  it('is taken by the partnership lead where nobody replaced it', () => {
    const directory = directoryWhere({ [westmarch]: { until: today } })
    expect(
      successorFor(directory, { ended: westmarch, sent: { ...before, stated: northmoor } }, today),
    ).toBe('HOLDING')
    expect(replacementsOf(directory, westmarch, today)).toEqual([])
  })

  it('is followed through those that ended since, in whatever circle the directory has them', () => {
    const directory = directoryWhere({
      [westmarch]: { until: '2026-04-01', replacedBy: [northmoor] },
      [northmoor]: { until: today, replacedBy: [eastvale, westmarch] },
    })
    expect(replacementsOf(directory, westmarch, today)).toEqual([eastvale])
    expect(hasReplaced(directory, { authority: eastvale, ended: westmarch }, today)).toBe(true)
  })

  it('is nobody else’s', () => {
    const directory = directoryWhere({ [westmarch]: { until: today, replacedBy: [northmoor] } })
    for (const [authority, ended] of [
      [eastvale, westmarch],
      [westmarch, westmarch],
      [northmoor, eastvale],
    ] as const)
      expect(hasReplaced(directory, { authority, ended }, today)).toBe(false)
  })
})
