import { describe, expect, it } from 'vitest'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import { assessAgain } from '../../../shared/casework/assess-again.ts'
import type { StoredConcern } from '../../../shared/concerns/stored-concern.ts'
import { aConcernId, aStoredConcern } from '../../builders/a-stored-concern.ts'
import { anAssessment } from '../../builders/an-assessment.ts'
import { assessingWith, knownFamily, unknownFamily } from '../../builders/assessing.ts'
import { aTrace, now } from '../../builders/ports.ts'

const held = aStoredConcern({ state: 'HELD', assessments: 1 }, { harm: 'H1', consent: undefined })
/** Of before the family was on the register. */
const before = anAssessment({ harm: 'H1', consent: null, match: 'NONE', openStatus: null })
const input = { concernId: aConcernId(), cause: 'household-changed' } as const

const again = ({
  stored = held,
  previous = before,
  ...read
}: Omit<Parameters<typeof assessingWith>[1], 'stored'> & {
  readonly stored?: StoredConcern | null
  readonly previous?: typeof before | null
} = {}) => {
  const trace = aTrace()
  const { deps, commits } = assessingWith(trace, { stored: stored ?? undefined, ...read })
  const latestAssessment = trace.port('latestAssessment', () => previous ?? undefined)
  return { deps: { ...deps, latestAssessment }, commits, ...trace }
}

describe('a concern, after a change of its household', () => {
  it('is decided again on the children who are there now', async () => {
    const { deps, commits, said } = again({ family: await knownFamily() })
    expect(await assessAgain(input, deps)).toEqual({ kind: 'reassessed' })
    expect(commits).toMatchObject([
      {
        concern: { version: 2, assessments: 2 },
        assessment: {
          number: 2,
          cause: 'household-changed',
          joined: [{ childId: `${westmarch}.C1` }],
        },
      },
    ])
    expect(said()[0]).toMatchObject({ action: 'CONCERN_REASSESSED', at: now.toISOString() })
  })

  it.each(['household-changed', 'late-match'] as const)(
    'is left where that says no more than before (%s)',
    async (cause) => {
      const { deps, commits } = again({ family: unknownFamily })
      expect(await assessAgain({ ...input, cause }, deps)).toEqual({ kind: 'left' })
      expect(commits).toEqual([])
    },
  )

  it.each(['RECEIVED', 'FED_BACK', 'WITHDRAWN'] as const)(
    'is left when it is %s',
    async (state) => {
      const { deps, commits } = again({ stored: { ...held, state } })
      expect(await assessAgain(input, deps)).toEqual({ kind: 'left' })
      expect(commits).toEqual([])
    },
  )

  it('gains the alert of an authority that turns out to hold a child, when it was told elsewhere', async () => {
    const stored = aStoredConcern(
      { state: 'ALERTED', assessments: 1 },
      { authority: northmoor, harm: 'H3' },
    )
    const { deps, commits } = again({ stored, family: await knownFamily() })
    expect(await assessAgain(input, deps)).toEqual({ kind: 'reassessed' })
    expect(commits[0]?.alerts.map(({ authority }) => authority)).toContain(westmarch)
  })

  it('is left when it is not there, or was never assessed', async () => {
    const family = await knownFamily()
    expect(await assessAgain(input, again({ stored: null, family }).deps)).toEqual({ kind: 'left' })
    expect(await assessAgain(input, again({ previous: null, family }).deps)).toEqual({
      kind: 'left',
    })
  })

  it('is decided again on what has moved, five times, and then left for later', async () => {
    const family = await knownFamily()
    const moved = again({ family, answers: ['changed', 'committed'] })
    expect(await assessAgain(input, moved.deps)).toEqual({ kind: 'reassessed' })
    expect(moved.commits).toHaveLength(2)
    const moving = again({ family, answers: ['changed'] })
    await expect(assessAgain(input, moving.deps)).rejects.toMatchObject({ code: 'store-busy' })
    expect(moving.commits).toHaveLength(5)
  })
})
