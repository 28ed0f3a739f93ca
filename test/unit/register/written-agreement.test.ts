import { describe, expect, it } from 'vitest'
import { childSchema } from '../../../shared/register/child.ts'
import { correctChild } from '../../../shared/register/correct-child.ts'
import { withAgreements } from '../../../shared/register/written-agreement.ts'
import { aChild } from '../../builders/a-child.ts'
import { aRegisteredChild } from '../../builders/a-registered-family.ts'

const told = {
  id: 'WA-1',
  agreedOn: '2026-11-01',
  endsOn: '2026-12-01',
  what: 'He does not drink at home.',
  whatFollows: 'A conference.',
  state: 'RUNNING',
} as const
const known = withAgreements([told], [])

describe('a written agreement', () => {
  it('is kept though it is not told again', () => {
    expect(withAgreements([], known)).toEqual(known)
  })

  it('is extended by a later end, and the former end is kept', () => {
    expect(withAgreements([{ ...told, endsOn: '2027-01-10' }], known)).toMatchObject([
      { endsOn: '2027-01-10', extendedFrom: ['2026-12-01'], state: 'RUNNING' },
    ])
  })

  it('stays kept or broken, though it is told as running again', () => {
    const broken = withAgreements([{ ...told, state: 'BROKEN', decidedOn: '2026-11-20' }], known)
    expect(withAgreements([told], broken)).toEqual(broken)
  })

  it.each([
    ['other words', { what: 'He sees the child as he likes.' }],
    ['other consequences', { whatFollows: 'Nothing.' }],
    ['an earlier day of agreeing', { agreedOn: '2026-10-01' }],
    ['an earlier end', { endsOn: '2026-11-15' }],
  ])('stays as it was written, though the register tells it with %s', (_, change) => {
    expect(withAgreements([{ ...told, ...change }], known)).toEqual(known)
  })

  it('is found broken all the same, though the register tells it with other words', () => {
    const broken = { state: 'BROKEN', decidedOn: '2026-11-20' } as const
    const [kept] = withAgreements([{ ...told, what: 'Another.', ...broken }], known)
    expect(kept).toEqual({ ...known[0], ...broken })
  })

  it.each([
    ['kept', { state: 'KEPT', decidedOn: '2026-11-21' }],
    ['extended', { endsOn: '2027-01-10' }],
  ] as const)('stays broken, though the register tells it as %s since', (_, change) => {
    const broken = withAgreements([{ ...told, state: 'BROKEN', decidedOn: '2026-11-20' }], known)
    expect(withAgreements([{ ...told, ...change }], broken)).toEqual(broken)
  })

  it('keeps with whom it was agreed, and hears of it where nobody had said', () => {
    const first = withAgreements([{ ...told, with: ['A1'] }], known)
    expect(first).toEqual([{ ...known[0], with: ['A1'] }])
    expect(withAgreements([{ ...told, with: ['A2'] }], first)).toEqual(first)
  })

  it.each([
    ['two of one id', [told, told]],
    ['an end before its beginning', [{ ...told, endsOn: '2026-10-01' }]],
    ['kept without a day', [{ ...told, state: 'KEPT' as const }]],
  ])('is refused as %s', (_, writtenAgreements) => {
    expect(childSchema.safeParse(aChild({ writtenAgreements })).success).toBe(false)
  })

  it('is taken back only where it was never made', () => {
    const child = aRegisteredChild({ writtenAgreements: [told] })
    const removed = correctChild(child, { remove: { writtenAgreements: ['WA-1'] } })
    expect(removed).toMatchObject({ facts: { child: { writtenAgreements: [] } } })
    expect(correctChild(child, { remove: { writtenAgreements: ['WA-2'] } })).toEqual({
      kind: 'refused',
      fields: ['writtenAgreements'],
    })
    const other = correctChild(aRegisteredChild({ writtenAgreements: [told], gp: 'A' }), {
      remove: { gp: true },
    })
    expect(other).toMatchObject({ facts: { child: { writtenAgreements: [{ id: 'WA-1' }] } } })
  })
})
