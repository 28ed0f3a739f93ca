import { describe, expect, it } from 'vitest'
import type { Alert } from '../../../shared/alerts/alert.ts'
import type { Answer } from '../../../shared/alerts/answers/answer-alert.ts'
import type { RelatedAlert } from '../../../shared/alerts/answers/prior-alerts.ts'
import { type GiveAnswerDeps, giveAnswer } from '../../../shared/casework/give-answer.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { alertIdSchema, childIdSchema } from '../../../shared/kernel/ids.ts'
import { aConcernId, anId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { northmoor, westmarch } from '../../builders/clients.ts'
import { aTrace, byOf, now, refusalOf, saidOf } from '../../builders/ports.ts'
import { told } from '../../builders/told.ts'

type Change = Parameters<GiveAnswerDeps['commit']>[0]
const idOf = (number: number) => alertIdSchema.parse(anId(number))
const related = (number: number, harm: Alert['harm'] = 'H2'): RelatedAlert => ({
  alertId: idOf(number),
  authority: 'E06000991',
  harm,
  raisedAt: '2026-11-01T10:00:00.000Z',
})
const outcome: Answer = { step: 'outcome', code: 'ASSESSMENT_S17', priorItemsRead: [] }
const closing: Answer = { step: 'outcome', code: 'ADVICE_GIVEN', priorItemsRead: [] }
const given = { by: 'westmarch-case-system', at: '2026-11-23T09:00:00.000Z' }
const decided = anAlert({ state: 'DECIDED', outcome: { ...given, code: 'ASSESSMENT_S17' } })

const answering = async (
  alert: Alert | undefined,
  answer: Answer,
  {
    caller = westmarch,
    expectedVersion = 1,
    about = [],
    committed = 'committed',
    concern = aStoredConcern({ state: 'ALERTED' }),
  }: {
    caller?: typeof westmarch
    expectedVersion?: number
    about?: readonly RelatedAlert[]
    committed?: 'committed' | 'changed'
    concern?: StoredConcern | null
  } = {},
) => {
  const { recording, port, done, keep, said } = aTrace()
  const changes: Change[] = []
  const asked: unknown[] = []
  const result = await giveAnswer(
    { by: byOf(caller), alertId: idOf(2), answer, expectedVersion },
    {
      ...recording,
      readAlert: port('readAlert', () => alert),
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
  it('is committed with its entry and changes no concern', async () => {
    const { result, changes, said, done } = await answering(anAlert(), { step: 'acknowledgement' })
    expect(result).toMatchObject({
      kind: 'answered',
      alert: { state: 'ACKNOWLEDGED', version: 2 },
      priorAlertIds: [],
    })
    expect(changes).toMatchObject([{ alert: { version: 2 }, concerns: [], chronology: [] }])
    expect(done).toEqual(['readAlert', 'related', 'commit'])
    expect(said()).toEqual([
      saidOf(westmarch, 'ALERT_ACKNOWLEDGED', {
        subjects: [idOf(2), aConcernId()],
        codes: { version: '2' },
      }),
    ])
  })

  it('given twice is answered as it stands, and nothing is written', async () => {
    const alert = anAlert({ state: 'ACKNOWLEDGED', version: 2, acknowledgement: given })
    const { result, changes } = await answering(alert, { step: 'acknowledgement' })
    expect(result).toMatchObject({ kind: 'already-answered', alert, priorAlertIds: [] })
    expect(changes).toEqual([])
  })
})

describe('an outcome', () => {
  const acknowledged = anAlert({ state: 'ACKNOWLEDGED' })
  const child = { childId: childIdSchema.parse('E06000991.C1'), relationship: 'MOTHER' }
  const ofChild = { ...acknowledged, content: { ...acknowledged.content, children: [child] } }

  it('stands in the chronology of its children, under its own entry', async () => {
    const { changes } = await answering(ofChild, outcome)
    expect(changes).toMatchObject([
      {
        alert: { state: 'DECIDED' },
        concerns: [],
        chronology: [
          { childId: 'E06000991.C1', entry: { kind: 'OUTCOME', outcome: 'ASSESSMENT_S17' } },
        ],
      },
    ])
    expect(changes[0]?.chronology[0]?.entry.entryId).toBe(changes[0]?.entries[0]?.entryId)
  })

  it('is recorded under every earlier alert that was read for it, and by whom', async () => {
    const { said, result } = await answering(
      acknowledged,
      { ...outcome, practitioner: 'W-1', priorItemsRead: [idOf(0)] },
      { about: [related(0), related(2)] },
    )
    expect(result).toMatchObject({ kind: 'answered', priorAlertIds: [idOf(0)] })
    expect(said()).toEqual([
      saidOf(westmarch, 'OUTCOME_RECORDED', {
        subjects: [idOf(2), aConcernId(), idOf(0)],
        codes: {
          version: '2',
          outcome: 'ASSESSMENT_S17',
          priorItemsRead: '1',
          practitioner: 'W-1',
        },
      }),
    ])
  })

  it('asks what is unread only where it closes the alert', async () => {
    const about = [related(1), related(2)]
    expect((await answering(acknowledged, outcome, { about })).done).not.toContain('unreadAmong')
    expect((await answering(acknowledged, closing, { about })).asked).toEqual([[idOf(1), idOf(2)]])
  })

  const grave = { about: [related(1, 'H3'), related(2)] }
  const first: Answer = {
    step: 'outcome',
    code: 'ADVICE_GIVEN',
    practitioner: 'W-1',
    priorItemsRead: [],
  }

  it('that closes too soon is proposed, and stands in no chronology', async () => {
    const { changes, said } = await answering(ofChild, first, grave)
    expect(changes).toMatchObject([{ alert: { state: 'ACKNOWLEDGED' }, chronology: [] }])
    expect(said()).toMatchObject([{ action: 'OUTCOME_PROPOSED', codes: { practitioner: 'W-1' } }])
  })

  it('is confirmed by a second person, and recorded with both', async () => {
    const proposed = { ...given, code: 'ADVICE_GIVEN' as const, practitioner: 'W-1' }
    const { said } = await answering(
      { ...acknowledged, outcomeProposed: proposed },
      { ...first, practitioner: 'W-2' },
      grave,
    )
    expect(said()).toMatchObject([
      { action: 'OUTCOME_RECORDED', codes: { practitioner: 'W-2', proposedBy: 'W-1' } },
    ])
  })
})

describe('feedback', () => {
  const feedback: Answer = { step: 'feedback', lines: told('We will visit.') }

  it('reaches every concern that the alert tells of, in the same commit, and no chronology', async () => {
    const child = { childId: childIdSchema.parse('E06000991.C1'), relationship: 'MOTHER' }
    const content = { ...decided.content, children: [child] }
    const notice = { concernId: aConcernId(5), at: decided.raisedAt, content }
    const alert = { ...decided, content, furtherNotices: [notice] }
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
        subjects: [idOf(2), aConcernId(), aConcernId(5)],
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
  it('to another authority’s alert leaves an entry', async () => {
    const { result, done, said } = await answering(anAlert(), outcome, { caller: northmoor })
    expect([result, done]).toEqual([{ kind: 'not-theirs' }, ['readAlert', 'record']])
    expect(said()).toEqual([refusalOf(northmoor, 'alert.answer')])
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
  expect(changes[0]?.alert.acknowledgement).toEqual({ by: given.by, at: now.toISOString() })
})
