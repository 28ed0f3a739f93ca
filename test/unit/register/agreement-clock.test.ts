import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import {
  type AgreementClock,
  clockAfter,
  turnsOf,
} from '../../../shared/register/agreement-clock.ts'
import { afterChange, emptyRegister, planned } from '../../builders/a-registered-family.ts'
import { now } from '../../builders/ports.ts'

const childId = childIdSchema.parse(`${westmarch}.C1`)
const running = { id: 'WA-1', endsOn: '2026-12-01', state: 'RUNNING' } as const
const ref = { childId, agreementId: 'WA-1' }
const clock = (step: AgreementClock['step'], endsOn = '2026-12-01') => ({
  ...ref,
  clock: { ...ref, endsOn, step },
})

type Written = Parameters<typeof turnsOf>[1][number]

describe('the clock of a written agreement', () => {
  it.each<[string, Written, Written, ReturnType<typeof turnsOf>]>([
    ['begins with it', [], [running], [clock('ending')]],
    [
      'begins after an end that has passed',
      [],
      [{ ...running, endsOn: '2026-11-22' }],
      [clock('overdue', '2026-11-22')],
    ],
    [
      'begins before an end that is today',
      [],
      [{ ...running, endsOn: '2026-11-23' }],
      [clock('ending', '2026-11-23')],
    ],
    ['goes on while nothing is new', [running], [running], []],
    [
      'moves with its end',
      [running],
      [{ ...running, endsOn: '2027-01-10' }],
      [clock('ending', '2027-01-10')],
    ],
    ['stops when it is kept', [running], [{ ...running, state: 'KEPT' }], [ref]],
    ['stops when it is broken', [running], [{ ...running, state: 'BROKEN' }], [ref]],
    ['stops when it is taken back', [running], [], [ref]],
    ['never begins of one that was kept', [], [{ ...running, state: 'KEPT' }], []],
  ])('%s', (...[, before, after, turns]) => {
    expect(turnsOf(childId, [before, after], now)).toEqual(turns)
  })

  it('has two steps', () => {
    const first = clock('ending').clock
    const second = clockAfter(first)
    expect(second).toEqual(clock('overdue').clock)
    expect(second && clockAfter(second)).toBeUndefined()
  })

  it('begins in the change of the record that tells of it, and in no other', async () => {
    const agreement = {
      id: 'WA-1',
      agreedOn: '2026-11-01',
      endsOn: '2026-12-01',
      what: 'He does not drink at home.',
      whatFollows: 'A conference.',
    }
    const first = await planned({ writtenAgreements: [agreement] })
    expect(first.agreements).toEqual([clock('ending')])
    const before = afterChange(emptyRegister, first)
    expect((await planned({ gp: 'Dr Ode' }, { before })).agreements).toEqual([])
  })
})
