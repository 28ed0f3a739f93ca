import { beforeAll, describe, expect, it } from 'vitest'
import { eastvale } from '../../../infra/stages/local.ts'
import { seedConcerns } from '../../../local/seed/concerns.ts'
import type { AssessmentCommit } from '../../../shared/assessing/commit-plan.ts'
import { ruleIds } from '../../../shared/sharing/decision.ts'
import { seededHub } from './seeded-hub.ts'

const secondsAfter = (instant: Date, seconds: number): Date =>
  new Date(instant.getTime() + seconds * 1000)

const answerOf = ({ assessment: { facts, decision } }: AssessmentCommit) => ({
  rule: decision.rule,
  decision: decision.decision,
  match: facts.match,
  raisedBy: decision.raisedBy,
})

/** What tells whoever mends a concern of the seed why it was decided otherwise. */
const explained = (commit: AssessmentCommit | undefined): string =>
  JSON.stringify({ facts: commit?.assessment.facts, joined: commit?.assessment.joined })

describe.each([
  { today: new Date('2026-11-27T10:00:00Z') },
  { today: new Date('2027-06-01T09:00:00Z'), seed: 20_261_803 },
  { today: new Date('2028-02-29T12:00:00Z'), seed: 20_262_050 },
])('the concerns of seed $seed on $today', (request) => {
  const { today } = request
  const concerns = seedConcerns(request)
  const commits = new Map<string, AssessmentCommit>()
  const alertsOf = (key: string) => commits.get(key)?.alerts ?? []
  const askedBy = (key: string) => commits.get(key)?.raised ?? []

  beforeAll(async () => {
    const assess = await seededHub(request)
    for (const [at, concern] of concerns.entries())
      commits.set(concern.key, await assess(concern, secondsAfter(today, at)))
  }, 180_000)

  it.each(concerns)('$key is answered as it expects', ({ key, expects }) => {
    const commit = commits.get(key)
    const found = commit && answerOf(commit)
    expect(found, explained(commit)).toEqual({ raisedBy: [], ...expects })
  })

  it('meet every row of the table that a concern can meet', () => {
    const met = new Set(
      [...commits.values()].flatMap(({ assessment: { decision } }) => [
        decision.rule,
        ...decision.raisedBy,
      ]),
    )
    expect(ruleIds.filter((id) => id !== 'R0' && !met.has(id))).toEqual([])
  })

  it('tell both councils of a family that two of them know', () => {
    const told = alertsOf('r9-known-to-two-authorities').map(({ authority }) => authority)
    expect(new Set(told).size).toBe(2)
  })

  it('tell the council where a family that moved is said to be, and the one that knows it', () => {
    const why = alertsOf('r11-moved-to-another-council').flatMap((alert) => alert.why)
    expect(why.toSorted()).toEqual(['HOLDS_THE_CHILD', 'WHERE_THE_CHILD_IS'])
  })

  it('tell the council where an unknown family is, at early help, child in need and significant harm', () => {
    for (const key of [
      'r15-unknown-family-asks-for-help',
      'r10-unknown-family',
      'r9-unknown-family',
    ])
      expect(alertsOf(key)).toMatchObject([{ why: ['WHERE_THE_CHILD_IS'], children: [] }])
  })

  it('find the child of a partner whom nobody knows', () => {
    const [alert] = alertsOf('r9-partner-nobody-knows')
    expect(alert?.children.length).toBeGreaterThan(0)
  })

  it('ask the council who it is, beside what is told, while its model is on trial', () => {
    const key = 'r11-council-where-the-model-is-on-trial'
    expect(alertsOf(key)).toMatchObject([{ authority: eastvale }])
    const asked = askedBy(key)
    expect(asked.length).toBeGreaterThan(0)
    for (const one of asked) expect(one).toMatchObject({ kind: 'identity', authority: eastvale })
  })

  it('raise no second alarm for what was sent twice', () => {
    expect(alertsOf('r10-sent-again-after-it-broke')).toEqual([])
    expect(commits.get('r10-sent-again-after-it-broke')?.changed).toHaveLength(1)
  })

  it('share nothing from a decision that holds', () => {
    const held = [...commits.values()].filter(
      ({ assessment }) => assessment.decision.decision === 'HOLD',
    )
    expect(held.length).toBeGreaterThan(0)
    expect(held.flatMap(({ alerts }) => alerts)).toEqual([])
  })
})
