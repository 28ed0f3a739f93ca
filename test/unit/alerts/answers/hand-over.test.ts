import { describe, expect, it } from 'vitest'
import { northmoor } from '../../../../infra/stages/local.ts'
import type { Alert } from '../../../../shared/alerts/alert.ts'
import { handOver, heldBy } from '../../../../shared/alerts/answers/hand-over.ts'
import { anAlert } from '../../../builders/an-alert.ts'
import { now } from '../../../builders/ports.ts'

const at = '2026-11-23T09:00:00.000Z'
const acknowledgement = { by: 'westmarch-case-system', practitioner: 'sw-1', at }
const taken = (change: Partial<Alert> = {}): Alert =>
  anAlert({ state: 'ACKNOWLEDGED', version: 2, acknowledgement, ...change })
const byWhom = (practitioner: string | undefined, isLead = false, expectedVersion = 2) => ({
  person: { by: 'westmarch-case-system', practitioner },
  isLead,
  expectedVersion,
  now,
})
const givenBack = taken({ handOvers: [{ ...acknowledgement, at }] })
const theirs = taken({ handOvers: [{ ...acknowledgement, at, to: 'sw-2' }] })

describe('who has an alert', () => {
  it.each([
    ['nobody, before it is taken', anAlert(), undefined],
    ['whoever acknowledged it', taken(), 'sw-1'],
    ['whom it was handed to', theirs, 'sw-2'],
    ['nobody, once it was given back', givenBack, undefined],
    [
      'whom it was handed to last',
      taken({ handOvers: [...(theirs.handOvers ?? []), { ...acknowledgement, to: 'sw-3' }] }),
      'sw-3',
    ],
  ] as const)('is %s', (_who, alert, holder) => {
    expect(heldBy(alert)).toBe(holder)
  })
})

describe('handing over', () => {
  it('changes who has it, and neither its state nor any of its times', () => {
    const before = taken()
    const result = handOver(before, 'sw-2', byWhom('sw-1'))
    expect(result).toEqual({
      kind: 'answered',
      alert: {
        ...before,
        version: 3,
        handOvers: [{ ...acknowledgement, at: now.toISOString(), to: 'sw-2' }],
      },
    })
  })

  it.each([
    ['whoever has it', taken(), byWhom('sw-1'), 'answered'],
    ['the same, as they write their id', taken(), byWhom('SW-1'), 'answered'],
    ['a colleague', taken(), byWhom('sw-3'), 'held-by-another'],
    ['whoever had it before', theirs, byWhom('sw-1'), 'held-by-another'],
    ['nobody who is named', taken(), byWhom(undefined), 'held-by-another'],
    ['the lead', taken(), byWhom('sw-9', true), 'answered'],
    ['anybody, where nobody has it', givenBack, byWhom('sw-3'), 'answered'],
  ] as const)('by %s', (...[, alert, by, kind]) => {
    expect(handOver(alert, 'sw-3', by).kind).toBe(kind)
  })

  it('gives it back to the team, where it is nobody’s and owed as before', () => {
    const result = handOver(taken(), null, byWhom('sw-1'))
    expect(result).toMatchObject({ kind: 'answered', alert: { state: 'ACKNOWLEDGED' } })
    expect('alert' in result && heldBy(result.alert)).toBeUndefined()
  })

  it('said twice is said once, whatever version was read', () => {
    expect(handOver(theirs, 'sw-2', byWhom('sw-1', false, 1))).toEqual({
      kind: 'already-answered',
      alert: theirs,
    })
    expect(handOver(givenBack, null, byWhom('sw-1', false, 1)).kind).toBe('already-answered')
  })

  it.each([
    ['that nobody took', anAlert({ version: 2 }), { kind: 'out-of-order', state: 'RAISED' }],
    [
      'that another authority has now',
      taken({ moved: { to: northmoor, alertId: anAlert().alertId, at } }),
      { kind: 'out-of-order', state: 'ACKNOWLEDGED' },
    ],
    ['that changed since it was read', taken({ version: 3 }), { kind: 'changed-since-read' }],
  ] as const)('takes none %s', (_which, alert, result) => {
    expect(handOver(alert, 'sw-2', byWhom('sw-1'))).toEqual(result)
  })

  it('keeps the last twenty, for the log keeps all', () => {
    const many = Array.from({ length: 20 }, (_, one) => ({ ...acknowledgement, to: `sw-${one}` }))
    const result = handOver(taken({ handOvers: many }), 'sw-30', byWhom('sw-19'))
    const { handOvers = [] } = 'alert' in result ? result.alert : {}
    expect(handOvers.map(({ to }) => to).at(-1)).toBe('sw-30')
    expect(handOvers).toHaveLength(20)
  })
})
