import { describe, expect, it } from 'vitest'
import { childSchema } from '../../../shared/register/child.ts'
import { mergeChild } from '../../../shared/register/merge-child.ts'
import type { RegisteredChild } from '../../../shared/register/stored.ts'
import { aChild } from '../../builders/a-child.ts'

type Told = Parameters<typeof aChild>[0]

const first = (told: Told) => mergeChild(childSchema.parse(aChild(told)))
const then = (known: RegisteredChild, told: Told) =>
  mergeChild(childSchema.parse(aChild(told)), known)

const odo = { given: 'Odo', family: 'Quillfeather' }
const unborn: Told = {
  name: undefined,
  dateOfBirth: undefined,
  expectedDateOfDelivery: '2027-03-01',
  sex: 'U',
}

describe('what is told of a child', () => {
  it('keeps a former name among the others, and the newest as the name', () => {
    const otto = { given: 'Otto', family: 'Ray' }
    const { name, alsoKnownAs } = then(first({ alsoKnownAs: [{ given: 'Oddie' }] }), { name: otto })
    expect([name, alsoKnownAs]).toEqual([otto, [odo, { given: 'Oddie' }]])
  })

  it('keeps a name where none is told', () => {
    expect(then(first({}), { name: undefined }).name).toEqual(odo)
  })

  it('keeps a former NHS number', () => {
    const { nhsNumber, formerNhsNumbers } = then(first({ nhsNumber: '9434765919' }), {
      nhsNumber: '9434765870',
    })
    expect([nhsNumber, formerNhsNumbers]).toEqual(['9434765870', ['9434765919']])
  })

  it('may be a year or a month of birth, to which more is added', () => {
    expect(first({ dateOfBirth: '2019' }).dateOfBirth).toBe('2019')
    expect(then(first({ dateOfBirth: '2019' }), { dateOfBirth: '2019-02' }).dateOfBirth).toBe(
      '2019-02',
    )
    expect(then(first({}), { dateOfBirth: '2019' }).dateOfBirth).toBe('2019-02-03')
  })

  it('is a birth once it is one: a day expected takes none back', () => {
    const born = then(first(unborn), {})
    expect([born.dateOfBirth, born.expectedDateOfDelivery]).toEqual(['2019-02-03', undefined])
    const again = then(born, unborn)
    expect([again.dateOfBirth, again.expectedDateOfDelivery, again.sex]).toEqual([
      '2019-02-03',
      undefined,
      'M',
    ])
  })

  it('keeps team, contact, school and surgery where they are not told', () => {
    const known = {
      allocatedTeam: 'North',
      allocatedTeamContact: '01632 960777',
      school: 'Ode Primary',
      gp: 'Dr Ode',
    }
    expect(then(first(known), {})).toMatchObject(known)
  })

  it('counts as adopted ever after it was, whatever the status is now', () => {
    const adopted = first({ status: { code: 'ADOPTED', from: '2024-01-01' } })
    const closed = then(adopted, { status: { code: 'CLOSED', from: '2025-01-01' } })
    expect(closed.restricted.adopted).toBe(true)
    const told = first({
      status: { code: 'CLOSED', from: '2025-01-01' },
      earlierStatuses: [{ code: 'ADOPTED' }],
    })
    expect(told.restricted.adopted).toBe(true)
  })
})

describe('a status that is replaced', () => {
  const plan = { code: 'PROTECTION_PLAN', from: '2026-03-02' } as const
  const closed = { code: 'CLOSED', from: '2026-10-01' } as const

  it('stays among the earlier ones, ended by the day on which the next began', () => {
    const { status, earlierStatuses } = then(first({ status: plan }), { status: closed })
    expect([status, earlierStatuses]).toEqual([closed, [{ ...plan, to: '2026-10-01' }]])
  })

  it('is not repeated when it is told again', () => {
    const known = then(first({ status: plan }), { status: closed })
    expect(then(known, { status: closed, earlierStatuses: [plan] })).toEqual(known)
  })

  it('may be told more fully', () => {
    const known = first({ status: { code: 'IN_NEED' } })
    expect(then(known, { status: { code: 'IN_NEED', from: '2026-01-01' } })).toMatchObject({
      status: { code: 'IN_NEED', from: '2026-01-01' },
      earlierStatuses: [],
    })
  })

  it('that came back is a status of its own', () => {
    const again = { code: 'PROTECTION_PLAN', from: '2026-11-01' } as const
    const known = then(then(first({ status: plan }), { status: closed }), { status: again })
    expect(known.earlierStatuses.map(({ code }) => code)).toEqual(['CLOSED', 'PROTECTION_PLAN'])
  })

  it.each([
    ['closed without a day', { code: 'CLOSED' }],
    ['ended before it began', { code: 'IN_NEED', from: '2026-02-02', to: '2026-02-01' }],
    ['short breaks of a child who is not looked after', { code: 'IN_NEED', isShortBreaks: true }],
  ])('is refused where it is %s', (_, status) => {
    expect(childSchema.safeParse({ ...aChild(), status }).success).toBe(false)
  })
})
