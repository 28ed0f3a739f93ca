import { describe, expect, it } from 'vitest'
import { eastvale, northmoor, westmarch } from '../../../../infra/stages/local.ts'
import type { Alert } from '../../../../shared/alerts/alert.ts'
import { fedBack } from '../../../../shared/alerts/answers/fed-back.ts'
import { moveAlert, withInheritance } from '../../../../shared/alerts/answers/move-alert.ts'
import { owedOn, waitsUntil } from '../../../../shared/alerts/answers/owed.ts'
import {
  recordCaseStatus,
  withCaseStatus,
} from '../../../../shared/alerts/answers/record-case-status.ts'
import { alertIdSchema, childIdSchema } from '../../../../shared/kernel/ids.ts'
import { nothingAgreed } from '../../../builders/a-directory.ts'
import { aConcernId, anId, aStoredConcern } from '../../../builders/a-stored-concern.ts'
import { anAlert } from '../../../builders/an-alert.ts'
import { told } from '../../../builders/told.ts'

const now = new Date('2027-04-01T00:00:30Z')
const children = [childIdSchema.parse(`${westmarch}.C1`)]
const newId = (): string => anId(7)
const moved = (change: Partial<Alert>, to: 'HOLDING' | typeof northmoor, siblings: Alert[] = []) =>
  moveAlert(anAlert({ children, ...change }), to, {
    siblings,
    agreedWith: nothingAgreed,
    now,
    newId,
  })
const answer = { by: 'westmarch', at: '2027-03-31T12:00:00.000Z' }

describe('an alert of an authority that has ended', () => {
  it('owes nothing and waits for nothing any more, and says who has it', () => {
    const reminders = [{ kind: 'CONFERENCE' as const, at: '2027-04-09T00:00:00.000Z' }]
    const { ended } = moved(
      { chaseAt: '2027-03-31T12:00:00.000Z', reminders, chases: 3 },
      northmoor,
    )
    expect(ended).toMatchObject({ version: 2, moved: { to: northmoor, alertId: anId(7) } })
    expect([owedOn(ended), waitsUntil(ended)]).toEqual([undefined, undefined])
  })

  it('is its replacement’s, as new, with a clock of its own and the children', () => {
    const { raised, message } = moved({ harm: 'H4', chases: 3 }, northmoor)
    expect(raised).toMatchObject({
      alertId: anId(7),
      authority: northmoor,
      version: 1,
      children,
      chases: 0,
      raisedAt: now.toISOString(),
      dueAt: '2027-04-01T01:00:30.000Z',
      inherited: { from: westmarch, children },
      reroutedFrom: anAlert().alertId,
    })
    expect(message).toMatchObject({ type: 'alert.raised', to: `alerts-${northmoor}` })
  })

  it('was acknowledged by nobody there', () => {
    const { raised } = moved({ state: 'ACKNOWLEDGED', acknowledgement: answer as never }, northmoor)
    expect(raised?.state).toBe('RAISED')
    expect(raised?.acknowledgement).toBeUndefined()
  })

  it('stays decided where it was, and owes the referrer what it owed', () => {
    const outcome = { ...answer, code: 'ASSESSMENT_S17' } as never
    const { raised } = moved({ state: 'DECIDED', outcome }, northmoor)
    expect(raised).toMatchObject({ state: 'DECIDED', outcome: { code: 'ASSESSMENT_S17' } })
    expect(raised && owedOn(raised)).toBe('feedback')
  })

  it('says at its replacement whether the work goes on, to the referrer whom the ended authority answered', () => {
    const given = {
      state: 'FED_BACK',
      harm: 'H4',
      outcome: { ...answer, code: 'SECTION_47' },
      feedback: { ...answer, lines: told('We have begun.') },
      caseStatus: { ...answer, status: 'OPEN' },
    } as Partial<Alert>
    const stored = fedBack(aStoredConcern(), anAlert(given))
    const { raised } = moved(given, northmoor)
    if (raised === undefined || stored === undefined) throw new Error('nothing was raised')
    expect(raised).toMatchObject({ state: 'FED_BACK', caseStatus: { status: 'OPEN' } })
    const status = recordCaseStatus(raised, 'ENDED', {
      person: { by: 'northmoor', practitioner: 'SW-1' },
      expectedVersion: 1,
      now,
      needsTwo: false,
    })
    if (status.kind !== 'answered') throw new Error(status.kind)
    expect(withCaseStatus(stored, status.alert)?.feedback).toMatchObject([
      { authority: westmarch, caseStatus: { status: 'ENDED', at: now.toISOString() } },
    ])
    const ofAnother = { ...status.alert, inherited: { from: eastvale, children } }
    expect(withCaseStatus(stored, ofAnother)).toBeUndefined()
  })

  it('stays its lead’s alone', () => {
    const { raised, message } = moved({ isLeadsOnly: true }, northmoor)
    expect(raised?.isLeadsOnly).toBe(true)
    expect(message.to).toBe(`escalations-${northmoor}`)
  })

  it('is told to the partnership lead without a child of its register', () => {
    const { raised } = moved({ state: 'DECIDED' }, 'HOLDING')
    expect(raised).toMatchObject({ authority: 'HOLDING', children: [], kind: 'unmatched' })
    expect(raised?.state).toBe('RAISED')
  })

  it('goes into the replacement’s own open alert of the concern, and none is raised', () => {
    const theirs = anAlert({
      alertId: alertIdSchema.parse(anId(8)),
      authority: northmoor,
      kind: 'unmatched',
    })
    const { raised, joined, message } = moved({}, northmoor, [theirs])
    expect(raised).toBeUndefined()
    expect(joined).toMatchObject({ version: 2, children, kind: 'matched' })
    expect(message).toMatchObject({ type: 'alert.updated', recordId: anId(8), recordVersion: 2 })
  })

  it('does not go into one that is answered, or that is a lead’s alone where this is not', () => {
    const own = { alertId: alertIdSchema.parse(anId(8)), authority: northmoor }
    for (const one of [{ state: 'FED_BACK' as const }, { isLeadsOnly: true }])
      expect(moved({}, northmoor, [anAlert({ ...own, ...one })]).raised?.alertId).toBe(anId(7))
  })

  describe('is raised beside an alert of the replacement', () => {
    const id = alertIdSchema.parse(anId(8))
    const own = { alertId: id, authority: northmoor }
    const outcome = { ...answer, code: 'ASSESSMENT_S17' } as never
    const notice = { concernId: aConcernId(5), assessment: 1, at: answer.at }
    const silence = { level: 'manager', reason: 'Nobody has answered.', at: answer.at } as const

    it.each<[string, Partial<Alert>]>([
      ['somebody there has acknowledged', { state: 'ACKNOWLEDGED' }],
      ['is decided', { state: 'DECIDED', outcome }],
      ['is for another that has ended', { inherited: { from: eastvale, children: [] } }],
      ['tells less', { decision: 'SHARE_MINIMAL' }],
      ['is less grave', { harm: 'H1' }],
    ])('that %s', (_, theirs) => {
      const { raised, joined } = moved({}, northmoor, [anAlert({ ...own, ...theirs })])
      expect([joined, raised?.state, raised?.children]).toEqual([undefined, 'RAISED', children])
    })

    it.each<[string, Partial<Alert>]>([
      ['its challenges', { state: 'CHALLENGED', challenges: [{}] as never }],
      ['an outcome', { state: 'DECIDED', outcome }],
      [
        'an outcome that waits for a second person',
        { state: 'ACKNOWLEDGED', outcomeProposed: outcome },
      ],
      ['its contested silence', { silences: [silence] }],
      ['its further notices', { furtherNotices: [notice] }],
      ['what a parent was told', { tellings: [{}] as never }],
      ['an authority that still waits for it to be taken over', { reroutedFrom: id }],
      ['a sender who may know of it', { isOfWhatWasSent: true }],
    ])('with %s', (_, change) => {
      const { raised, joined } = moved(change, northmoor, [anAlert(own)])
      expect(joined).toBeUndefined()
      const { state: _state, ...kept } = change
      expect(raised).toMatchObject(kept)
    })
  })

  it('goes into the one that another of the same authority went into', () => {
    const inherited = { from: westmarch, children: [childIdSchema.parse(`${westmarch}.C2`)] }
    const own = { alertId: alertIdSchema.parse(anId(8)), authority: northmoor }
    const { joined } = moved({}, northmoor, [anAlert({ ...own, inherited })])
    expect(joined?.inherited?.children).toEqual([...inherited.children, ...children])
  })

  it('gives its children to whoever the partnership lead places it with, if that is an heir', () => {
    const held = moved({}, 'HOLDING').raised ?? anAlert()
    const placed = anAlert({ authority: northmoor, kind: 'unmatched' })
    expect(withInheritance(placed, held, true)).toMatchObject({ children, kind: 'matched' })
    expect(withInheritance(placed, held, false)).toEqual(placed)
  })
})

it('an alert that moves leaves what was agreed with the ended authority behind, and takes what was with the next', () => {
  const agreed = { H2: { acknowledge: { hours: 4 } } }
  expect(moved({ agreed }, northmoor).raised).not.toHaveProperty('agreed')
  const { raised } = moveAlert(anAlert({ children, harm: 'H2' }), northmoor, {
    siblings: [],
    agreedWith: (holder) => (holder === northmoor ? agreed : undefined),
    now,
    newId,
  })
  expect(raised).toMatchObject({ agreed, dueAt: '2027-04-01T04:00:30.000Z' })
})
