import { describe, expect, it } from 'vitest'
import type { Alert } from '../../../shared/alerts/alert.ts'
import { entriesOfAssessment } from '../../../shared/assessing/entries-of-assessment.ts'
import { childIdSchema } from '../../../shared/kernel/ids.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAlert } from '../../builders/an-alert.ts'
import { anAssessment } from '../../builders/an-assessment.ts'

const [one, two] = ['E06000991.C1', 'E08000992.C2'].map((id) => childIdSchema.parse(id))
const matched = [one, two].flatMap((childId, at) =>
  childId === undefined
    ? []
    : [
        {
          childId,
          relationship: 'MOTHER',
          authority: at === 0 ? ('E06000991' as const) : ('E08000992' as const),
        },
      ],
)
const telling = (content: Partial<Alert['content']> = {}): Alert =>
  anAlert({
    content: {
      ...anAlert().content,
      harm: 'H3',
      factors: ['3B', '3A'],
      reason: 'As redacted.',
      children: matched.slice(0, 1).map(({ childId }) => ({ childId, relationship: 'MOTHER' })),
      referrer: { ...anAlert().content.referrer, agencyName: '[protected]' },
      ...content,
    },
  })
const facts = {
  entryId: aConcernId(),
  kind: 'CONCERN',
  eventOn: '2026-11-01',
  isOngoing: false,
  recordedAt: '2026-11-23T10:00:00.000Z',
  source: { kind: 'agency', name: 'Turning Tide' },
  harm: 'H2',
  factors: ['2B'],
}
const entries = (alerts: readonly Alert[], change = {}) =>
  entriesOfAssessment(
    aStoredConcern({}, { incidentOn: '2026-11-01' }),
    anAssessment({}, { matched, ...change }),
    alerts,
  )

describe('the chronology of each matched child', () => {
  it('holds codes and dates alone where nobody was told', () => {
    expect(entries([])).toEqual({
      shown: [],
      withheld: [
        { childId: one, entry: facts },
        { childId: two, entry: facts },
      ],
    })
  })

  it('holds what its authority was told, and for another child nothing of it', () => {
    expect(entries([telling()])).toEqual({
      shown: [
        {
          childId: one,
          entry: {
            ...facts,
            source: { kind: 'agency', name: '[protected]' },
            harm: 'H3',
            factors: ['3B', '3A'],
            hasPreviousRemoval: false,
            reason: 'As redacted.',
          },
        },
      ],
      withheld: [{ childId: two, entry: facts }],
    })
  })

  it('says what kinds of statement it holds, each once', () => {
    const narrative: Alert['content']['narrative'] = [
      { kind: 'FACT', text: 'Seen.' },
      { kind: 'OPINION', text: 'Thought.' },
      { kind: 'FACT', text: 'Heard.' },
    ]
    const { shown } = entries([telling({ narrative, banners: ['PREVIOUS_REMOVAL'] })])
    expect(shown[0]?.entry).toMatchObject({
      nature: ['FACT', 'OPINION'],
      statements: narrative,
      hasPreviousRemoval: true,
    })
  })

  it('says that an entry corrects another', () => {
    const { shown, withheld } = entries([telling()], { corrects: aConcernId(5) })
    const correction = { kind: 'CORRECTION', corrects: aConcernId(5) }
    expect(shown[0]?.entry).toMatchObject(correction)
    expect(withheld[0]?.entry).toEqual({ ...facts, ...correction })
  })

  it('holds nothing to be read under a child that the alert does not name', () => {
    expect(entries([telling({ children: [] })]).shown).toEqual([])
  })
})
