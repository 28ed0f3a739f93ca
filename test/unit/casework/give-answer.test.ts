import { describe, expect, it } from 'vitest'
import {
  eastvale,
  type LocalCode,
  northmoor as northmoorCode,
  westmarch as westmarchCode,
} from '../../../infra/stages/local.ts'
import { anAgreement } from '../../../local/seed/agreements.ts'
import type { Alert } from '../../../shared/alerts/alert.ts'
import type { Answer } from '../../../shared/alerts/answers/answer-alert.ts'
import { owedOn } from '../../../shared/alerts/answers/owed.ts'
import type { RelatedAlert } from '../../../shared/alerts/answers/prior-alerts.ts'
import { type GiveAnswerDeps, giveAnswer } from '../../../shared/casework/give-answer.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { alertIdSchema, childIdSchema } from '../../../shared/kernel/ids.ts'
import { aDirectory } from '../../builders/a-directory.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { northmoor, partnershipLead, westmarch } from '../../builders/clients.ts'
import { aTrace, byOf, now, saidOf } from '../../builders/ports.ts'
import { told } from '../../builders/told.ts'

type Change = Parameters<GiveAnswerDeps['commit']>[0]
const idOf = (number: number) => alertIdSchema.parse(anId(number))
const related = (number: number, harm: Alert['harm'] = 'H2'): RelatedAlert => ({
  alertId: idOf(number),
  authority: westmarchCode,
  harm,
  raisedAt: '2026-11-01T10:00:00.000Z',
  agencyName: 'Turning Tide',
})
const outcome: Answer = { step: 'outcome', code: 'ASSESSMENT_S17', priorItemsRead: [] }
const reason = 'Seen in October, and nothing of concern was found then.'
const closing: Answer = { step: 'outcome', code: 'ADVICE_GIVEN', reason, priorItemsRead: [] }
const given = {
  by: 'westmarch-case-system',
  practitioner: 'sw-1',
  at: '2026-11-23T09:00:00.000Z',
}
const decided = anAlert({ state: 'DECIDED', outcome: { ...given, code: 'ASSESSMENT_S17' } })

const answering = async (
  alert: Alert | undefined,
  answer: Answer,
  {
    caller = westmarch,
    practitioner = 'sw-1',
    expectedVersion = 1,
    about = [],
    opened = [],
    siblings = [],
    committed = 'committed',
    concern = aStoredConcern({ state: 'ALERTED' }),
    directory = aDirectory,
  }: {
    caller?: typeof westmarch
    practitioner?: string
    expectedVersion?: number
    about?: readonly RelatedAlert[]
    opened?: readonly Alert['alertId'][]
    siblings?: readonly Alert[]
    committed?: 'committed' | 'changed'
    concern?: StoredConcern | null
    directory?: typeof aDirectory
  } = {},
) => {
  const { recording, port, done, keep, said } = aTrace()
  const changes: Change[] = []
  const asked: unknown[] = []
  const result = await giveAnswer(
    { by: byOf(caller, practitioner), alertId: idOf(2), answer, expectedVersion },
    {
      ...recording,
      readDirectory: () => Promise.resolve(directory),
      readAlert: port('readAlert', (alertId) =>
        alertId === idOf(2) ? alert : siblings.find((one) => one.alertId === alertId),
      ),
      readAgreement: port('readAgreement', (agency: string, authority: string) =>
        authority === northmoorCode ? anAgreement(agency, northmoorCode, now) : undefined,
      ),
      openedAmong: port('openedAmong', () => opened),
      isPlanned: port('isPlanned', () => false),
      readAlerts: port('readAlerts', (alertIds) =>
        siblings.filter(({ alertId }) => alertIds.includes(alertId)),
      ),
      readConcern: port('readConcern', (concernId) =>
        concern === null ? undefined : { ...concern, concernId },
      ),
      related: port('related', () => about),
      unreadAmong: port('unreadAmong', (ids) => {
        asked.push(ids)
        return []
      }),
      commit: port<[Change], typeof committed>('commit', (change) => {
        changes.push(change)
        keep(change.entries)
        return committed
      }),
    },
  )
  return { result, changes, done, said, asked }
}

describe('an acknowledgement', () => {
  it('is committed with its entry, and stands on the concern from the first on', async () => {
    const seen = { isShared: true, isReturned: false, isReasonAsked: false, holder: westmarchCode }
    const { result, changes, said, done } = await answering(
      anAlert({ isOfWhatWasSent: true }),
      { step: 'acknowledgement' },
      { concern: aStoredConcern({ state: 'ALERTED', seen }) },
    )
    expect(result).toMatchObject({
      kind: 'answered',
      alert: { state: 'ACKNOWLEDGED', version: 2 },
    })
    const concerns = [{ version: 2, state: 'ALERTED', acknowledgedAt: now.toISOString() }]
    expect(changes).toMatchObject([{ alert: { version: 2 }, concerns, chronology: [] }])
    expect(done).toEqual(['readAlert', 'related', 'readConcern', 'commit'])
    expect(said()).toEqual([
      saidOf(westmarch, 'ALERT_ACKNOWLEDGED', {
        practitioner: 'sw-1',
        subjects: [idOf(2), aConcernId()],
        codes: { version: '2' },
      }),
    ])
  })

  it('changes no concern whose sender cannot know of the alert', async () => {
    const { changes } = await answering(anAlert(), { step: 'acknowledgement' })
    expect(changes).toMatchObject([{ alert: { version: 2 }, concerns: [] }])
  })

  it('leaves a concern that somebody acknowledged before as it stands', async () => {
    const concern = aStoredConcern({ state: 'ALERTED', acknowledgedAt: given.at })
    const { changes } = await answering(anAlert(), { step: 'acknowledgement' }, { concern })
    expect(changes).toMatchObject([{ concerns: [] }])
  })

  it('given twice is answered as it stands, and nothing is written', async () => {
    const alert = anAlert({ state: 'ACKNOWLEDGED', version: 2, acknowledgement: given })
    const { result, changes } = await answering(alert, { step: 'acknowledgement' })
    expect(result).toEqual({ kind: 'already-answered', alert })
    expect(changes).toEqual([])
  })
})

describe('an outcome', () => {
  const acknowledged = anAlert({ state: 'ACKNOWLEDGED' })
  const ofChild = { ...acknowledged, children: [childIdSchema.parse(`${westmarchCode}.C1`)] }

  it('stands in the chronology of its children, under its own entry', async () => {
    const { changes } = await answering(ofChild, outcome)
    expect(changes).toMatchObject([
      {
        alert: { state: 'DECIDED' },
        concerns: [],
        chronology: [
          { childId: `${westmarchCode}.C1`, entry: { kind: 'OUTCOME', outcome: 'ASSESSMENT_S17' } },
        ],
      },
    ])
    expect(changes[0]?.chronology[0]?.entry.entryId).toBe(changes[0]?.entries[0]?.entryId)
  })

  it('is recorded under every earlier alert that was read for it, and by whom', async () => {
    const { said, result } = await answering(
      acknowledged,
      { ...outcome, priorItemsRead: [idOf(0)] },
      { about: [related(0), related(2)] },
    )
    expect(result).toMatchObject({ kind: 'answered' })
    expect(said()).toEqual([
      saidOf(westmarch, 'OUTCOME_RECORDED', {
        practitioner: 'sw-1',
        subjects: [idOf(2), aConcernId(), idOf(0)],
        codes: {
          version: '2',
          outcome: 'ASSESSMENT_S17',
          priorItemsRead: '1',
        },
      }),
    ])
  })

  it('asks what is unread only where it closes the alert', async () => {
    const about = [related(1), related(2)]
    expect((await answering(acknowledged, outcome, { about })).done).not.toContain('unreadAmong')
    const read: Answer = { ...closing, priorItemsRead: [idOf(1)] }
    const { asked, result } = await answering(acknowledged, read, { about, opened: [idOf(1)] })
    expect([result.kind, asked]).toEqual(['answered', [[idOf(1), idOf(2)]]])
    expect((await answering(acknowledged, read, { about })).result.kind).toBe('incomplete')
  })

  const grave = { about: [related(2, 'H3')] }

  it('that turns away too soon is proposed, and stands in no chronology', async () => {
    const { changes, said } = await answering(ofChild, closing, grave)
    expect(changes).toMatchObject([{ alert: { state: 'ACKNOWLEDGED' }, chronology: [] }])
    expect(said()).toMatchObject([{ action: 'OUTCOME_PROPOSED', practitioner: 'sw-1' }])
  })

  it('is confirmed by a second person through another sign-in, and recorded with both', async () => {
    const proposed = { ...given, code: 'ADVICE_GIVEN' as const, reason }
    const lead = { ...westmarch, clientId: 'westmarch-lead' }
    const { said, changes } = await answering({ ...ofChild, outcomeProposed: proposed }, closing, {
      ...grave,
      caller: lead,
      practitioner: 'sw-2',
    })
    expect(changes).toMatchObject([{ alert: { state: 'DECIDED' }, chronology: [{}] }])
    expect(said()).toMatchObject([
      { action: 'OUTCOME_RECORDED', practitioner: 'sw-2', codes: { proposedBy: 'sw-1' } },
    ])
  })

  it('by one system that types another id, or vouches for it, is of one person or of two', async () => {
    const twice = async (vouches: boolean) => {
      const isVouchedFor = vouches ? { isVouchedFor: true as const } : {}
      const proposed = { ...given, ...isVouchedFor, code: 'ADVICE_GIVEN' as const, reason }
      const alert = { ...acknowledged, outcomeProposed: proposed }
      const by = { ...grave, caller: { ...westmarch, vouches }, practitioner: 'sw-2' }
      return (await answering(alert, closing, by)).changes[0]?.alert.state
    }
    expect(await twice(false)).toBe('ACKNOWLEDGED')
    expect(await twice(true)).toBe('DECIDED')
  })
})

describe('an outcome that passes the alert on', () => {
  const acknowledged = anAlert({ state: 'ACKNOWLEDGED' })
  const elsewhere: Answer = {
    step: 'outcome',
    code: 'OTHER_AUTHORITY',
    reason,
    otherAuthority: northmoorCode,
    priorItemsRead: [],
  }

  it('raises one at the other authority at once, with a clock of its own', async () => {
    const { changes, said } = await answering(acknowledged, elsewhere)
    const [change] = changes
    const [raised] = change?.raised ?? []
    expect(raised).toMatchObject({
      authority: northmoorCode,
      state: 'RAISED',
      version: 1,
      reroutedFrom: idOf(2),
      raisedAt: now.toISOString(),
      children: [],
    })
    const told = { authority: northmoorCode, alertId: raised?.alertId }
    expect(change?.concerns).toMatchObject([{ version: 2, told: [told] }])
    expect(change?.alert.rerouted).toEqual({
      to: northmoorCode,
      alertId: raised?.alertId,
      at: now.toISOString(),
    })
    expect(change?.messages).toMatchObject([
      { to: `alerts-${northmoorCode}`, type: 'alert.raised' },
    ])
    expect(said()).toMatchObject([
      { action: 'OUTCOME_RECORDED' },
      {
        action: 'ALERT_REROUTED',
        subjects: [idOf(2), aConcernId(), raised?.alertId],
        agreement: `turning-tide/${northmoorCode}/1`,
      },
    ])
  })

  it('does so as soon as the first of two people has given it, and once', async () => {
    const grave = { ...acknowledged, harm: 'H3' as const }
    const { changes } = await answering(grave, elsewhere)
    expect(changes).toMatchObject([{ alert: { state: 'ACKNOWLEDGED' }, raised: [{}] }])
    const lead = { ...westmarch, clientId: 'westmarch-lead' }
    const again = changes[0]?.alert ?? grave
    const second = await answering(again, elsewhere, {
      caller: lead,
      practitioner: 'sw-2',
      expectedVersion: again.version,
    })
    expect(second.changes).toMatchObject([
      { alert: { state: 'DECIDED' }, raised: [], messages: [] },
    ])
  })

  const toldAlso = (authority: LocalCode, alertId: Alert['alertId']) =>
    aStoredConcern({ state: 'ALERTED', told: [{ authority, alertId }] })

  it('tells the other by reference alone, of every concern that this one tells of', async () => {
    const notice = { concernId: aConcernId(5), assessment: 2, at: given.at }
    const { changes } = await answering({ ...acknowledged, furtherNotices: [notice] }, elsewhere)
    expect(changes).toMatchObject([
      {
        raised: [{ concernId: aConcernId(), assessment: 1, furtherNotices: [notice] }],
        concerns: [{ concernId: aConcernId() }, { concernId: aConcernId(5) }],
      },
    ])
    expect(changes[0]?.raised[0]).not.toHaveProperty('content')
  })

  it('joins the open alert that the other has of the same concern, and raises no second', async () => {
    const theirs = anAlert({ alertId: idOf(7), authority: northmoorCode })
    const { changes } = await answering(acknowledged, elsewhere, {
      siblings: [theirs],
      concern: toldAlso(northmoorCode, idOf(7)),
    })
    expect(changes).toMatchObject([
      {
        alert: { rerouted: { alertId: idOf(7) } },
        others: [{ alertId: idOf(7), version: 2, reroutedFrom: idOf(2) }],
        raised: [],
        messages: [],
      },
    ])
  })

  describe('of an authority that several replace', () => {
    const directory = {
      ...aDirectory,
      authorities: aDirectory.authorities.map((one) =>
        one.code === westmarchCode
          ? { ...one, until: '2026-11-23', replacedBy: [northmoorCode, eastvale] }
          : one,
      ),
    }
    const children = [childIdSchema.parse(`${westmarchCode}.C1`)]
    const inherited = { from: westmarchCode, children }
    const held = { ...acknowledged, authority: 'HOLDING' as const, inherited }
    const concern = aStoredConcern({ told: [{ authority: northmoorCode, alertId: idOf(7) }] })
    const theirs = anAlert({ alertId: idOf(7), authority: northmoorCode, state: 'ACKNOWLEDGED' })
    const placing = { caller: partnershipLead, directory, concern, siblings: [theirs] }

    it('gives its children to the one that the lead names, which has one of its own in hand', async () => {
      const { changes } = await answering(held, elsewhere, placing)
      expect(changes).toMatchObject([
        { others: [], raised: [{ authority: northmoorCode, children, inherited }] },
      ])
    })

    it('gives them to nobody because the sender stated the place', async () => {
      const there = { ...concern, concern: { ...concern.concern, authority: eastvale } }
      const answer: Answer = {
        step: 'outcome',
        code: 'NOT_THIS_PERSON',
        reason,
        priorItemsRead: [],
      }
      const { changes } = await answering(held, answer, { ...placing, concern: there })
      expect(changes).toMatchObject([{ raised: [{ authority: eastvale, children: [] }] }])
      expect(changes[0]?.raised[0]).not.toHaveProperty('inherited')
    })
  })

  it.each([
    ['an authority that the hub does not serve', { ...elsewhere, otherAuthority: 'E09000001' }],
    [
      'nobody, where the stated authority itself does not know them',
      { step: 'outcome', code: 'NOT_THIS_PERSON', reason, priorItemsRead: [] },
    ],
  ] as const)('to %s leaves it to the holding queue', async (_, answer) => {
    const { changes } = await answering(acknowledged, answer)
    const [raised] = changes[0]?.raised ?? []
    expect(raised).toMatchObject({ authority: 'HOLDING', state: 'RAISED', harm: 'H2' })
    expect(changes).toMatchObject([
      {
        alert: { rerouted: { to: 'HOLDING', alertId: raised?.alertId } },
        messages: [{ to: 'holding', type: 'alert.raised', recordId: raised?.alertId }],
      },
    ])
  })

  it('for another person goes to the authority that the sender stated', async () => {
    const concern = aStoredConcern()
    const stated = { ...concern, concern: { ...concern.concern, authority: eastvale } }
    const answer: Answer = { step: 'outcome', code: 'NOT_THIS_PERSON', reason, priorItemsRead: [] }
    const { changes } = await answering(acknowledged, answer, { concern: stated })
    expect(changes).toMatchObject([{ raised: [{ authority: eastvale }] }])
  })

  it('is kept by the first authority until somebody at the other acknowledges', async () => {
    const first = anAlert({
      alertId: idOf(7),
      authority: northmoorCode,
      state: 'FED_BACK',
      outcome: { ...given, code: 'OTHER_AUTHORITY' },
      rerouted: { to: westmarchCode, alertId: idOf(2), at: given.at },
    })
    expect(owedOn(first)).toBe('taking-over')
    const { changes } = await answering(
      anAlert({ reroutedFrom: idOf(7) }),
      { step: 'acknowledgement' },
      { siblings: [first] },
    )
    const [taken] = changes[0]?.others ?? []
    expect(taken).toEqual({
      ...first,
      version: 2,
      rerouted: { ...first.rerouted, takenAt: now.toISOString() },
    })
    expect(taken && owedOn(taken)).toBeUndefined()
  })
})

describe('feedback', () => {
  const feedback: Answer = { step: 'feedback', lines: told('We will visit.') }

  it('reaches every concern that the alert tells of, in the same commit, and no chronology', async () => {
    const children = [childIdSchema.parse(`${westmarchCode}.C1`)]
    const notice = { concernId: aConcernId(5), assessment: 1, at: decided.raisedAt }
    const alert = { ...decided, children, furtherNotices: [notice] }
    const { changes, said } = await answering(alert, feedback)
    expect(changes).toMatchObject([
      {
        alert: { state: 'FED_BACK' },
        chronology: [],
        concerns: [
          {
            concernId: aConcernId(),
            state: 'FED_BACK',
            feedback: [{ lines: told('We will visit.') }],
          },
          { concernId: aConcernId(5), state: 'FED_BACK' },
        ],
      },
    ])
    expect(said()).toEqual([
      saidOf(westmarch, 'FEEDBACK_GIVEN', {
        practitioner: 'sw-1',
        subjects: [idOf(2), aConcernId(), aConcernId(5), `${westmarchCode}.C1`],
        codes: { version: '2' },
      }),
    ])
  })
})

describe('feedback on an outcome', () => {
  const feedback: Answer = { step: 'feedback', lines: told('We will visit.') }
  const closed = { ...decided, outcome: { ...given, code: 'ADVICE_GIVEN' as const } }

  it('waits for a second person where the outcome closed the alert too soon', async () => {
    const about = [related(1, 'H3'), related(2)]
    const { asked, result } = await answering(closed, feedback, { about })
    expect(asked).toEqual([[idOf(1), idOf(2)]])
    expect(result).toEqual({ kind: 'needs-second-person' })
    expect((await answering(decided, feedback, { about })).asked).toEqual([])
  })

  it('is given though its concern is not there', async () => {
    const { result, changes } = await answering(decided, feedback, { concern: null })
    expect([result.kind, changes[0]?.concerns]).toEqual(['answered', []])
  })
})

describe('an answer that is not taken', () => {
  it('to another authority’s alert is none', async () => {
    const { result, done } = await answering(anAlert(), outcome, { caller: northmoor })
    expect([result, done]).toEqual([{ kind: 'not-theirs' }, ['readAlert']])
  })

  it.each<[string, Alert | undefined, number]>([
    ['not-found', undefined, 1],
    ['changed-since-read', anAlert({ state: 'ACKNOWLEDGED' }), 2],
    ['out-of-order', anAlert(), 1],
  ])('is %s, and nothing is written', async (kind, alert, expectedVersion) => {
    const { result, changes } = await answering(alert, outcome, { expectedVersion })
    expect([result.kind, changes]).toEqual([kind, []])
  })

  it('has changed since it was read when somebody else came first', async () => {
    const { result } = await answering(
      anAlert(),
      { step: 'acknowledgement' },
      { committed: 'changed' },
    )
    expect(result).toEqual({ kind: 'changed-since-read' })
  })
})

it('says when', async () => {
  const { changes } = await answering(anAlert(), { step: 'acknowledgement' })
  expect(changes[0]?.alert.acknowledgement).toEqual({
    by: given.by,
    practitioner: 'sw-1',
    at: now.toISOString(),
  })
})
