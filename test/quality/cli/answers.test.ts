import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { weightAtOf } from '../../../cli/estimation/answered-weight.ts'
import { type ReviewAnswer, reviewAnswerSchema } from '../../../cli/estimation/review-answer.ts'
import { northmoor, westmarch } from '../../../infra/stages/local.ts'
import type { Assessment } from '../../../shared/assessing/assessment.ts'
import { defaultModel } from '../../../shared/matching/default-model.ts'
import { matchPerson } from '../../../shared/matching/match.ts'
import type { MatchRecord } from '../../../shared/matching/match-record.ts'
import { weightsOf } from '../../../shared/matching/scoring/weights.ts'
import { settleIdentity } from '../../../shared/matching/settle-identity.ts'
import { aConcernId } from '../../builders/a-stored-concern.ts'
import { anAssessment } from '../../builders/an-assessment.ts'
import { aCandidate, aPerson, aRequest } from '../../unit/matching/a-person.ts'

const program = fileURLToPath(new URL('../../../cli/hub.ts', import.meta.url))
const answers = (input: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [program, 'answers', ...args], { input, encoding: 'utf8' })

const authority = westmarch
const ids = { herself: `${authority}.A1`, sister: `${authority}.A2`, elsewhere: `${northmoor}.A3` }
const common = [{ given: 'Susan', family: 'Smith' }]
const { guards: _, ...found } = matchPerson(
  aRequest({
    query: aPerson({ names: common, dateOfBirth: '1984', phones: [] }),
    candidates: [
      aCandidate(ids.herself, { names: common }),
      aCandidate(ids.sister, { names: common, dateOfBirth: '1984-11-30' }),
      aCandidate(ids.elsewhere, { names: common, dateOfBirth: '1984-02-01' }),
    ],
  }),
)
const asked: MatchRecord = {
  ...found,
  confirmed: [...found.confirmed],
  candidates: found.candidates.map((each) => ({
    ...each,
    guards: [...each.guards],
    explanation: [...each.explanation],
  })),
}
const answered = settleIdentity(asked, {
  authority,
  personIds: [ids.herself],
  asked: Object.values(ids),
})

const assessmentOf = (match: MatchRecord, number: number): Assessment =>
  anAssessment(
    { match: match.band },
    { number, cause: 'identified', matches: [{ person: 'subject', kind: 'adult', match }] },
  )

const lines = (...assessments: readonly unknown[]): string =>
  assessments.map((assessment) => `${JSON.stringify(assessment)}\n`).join('')
const read = (text: string): readonly ReviewAnswer[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => reviewAnswerSchema.parse(JSON.parse(line)))

describe('the answers of reviewers', () => {
  it('are listed once for each candidate answered, whatever repeats them', () => {
    const first = assessmentOf(asked, 1)
    const second = assessmentOf(answered, 2)
    const third = { ...second, number: 3, cause: 'consent-changed' }
    const { status, stdout, stderr } = answers(lines(third, first, second), '--stdin')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(asked.candidates).toHaveLength(3)
    const settled = read(stdout).map((answer) => answer.settled)
    expect(settled.toSorted()).toEqual(['other', 'same'])
  })

  it('give the last answer where one was given again, and each concern its own', () => {
    const again = settleIdentity(answered, {
      authority,
      personIds: [ids.sister],
      asked: Object.values(ids),
    })
    const other = { ...assessmentOf(answered, 2), concernId: aConcernId(2) }
    const { stdout } = answers(
      lines(assessmentOf(again, 3), assessmentOf(answered, 2), other),
      '--stdin',
    )
    expect(read(stdout)).toHaveLength(4)
    const { stdout: one } = answers(lines(assessmentOf(again, 3)), '--stdin')
    const { stdout: both } = answers(
      lines(assessmentOf(again, 3), assessmentOf(answered, 2)),
      '--stdin',
    )
    expect(both).toBe(one)
  })

  it('are of each adult of a concern by themselves, and of no child', () => {
    const [subject] = assessmentOf(answered, 2).matches
    if (subject === undefined) throw new Error('the subject was matched')
    const matches = [
      subject,
      { ...subject, person: 'otherAdults/0' },
      { ...subject, person: 'children/0', kind: 'child' },
    ]
    const { stdout } = answers(lines({ ...assessmentOf(answered, 2), matches }), '--stdin')
    expect(read(stdout)).toHaveLength(4)
  })

  it('weigh again what the match had weighed, by levels and bits alone', () => {
    const listed = read(answers(lines(assessmentOf(answered, 2)), '--stdin').stdout)
    for (const answer of listed) {
      const weight = weightAtOf(answer, weightsOf(defaultModel))(0)
      expect(Math.abs(weight - answer.weight)).toBeLessThan(0.3)
    }
    expect(listed.some(({ bits }) => bits.rarity < -1)).toBe(true)
    expect(listed.some(({ bits }) => bits.rivals < -0.5)).toBe(true)
  })

  it('hold no value, no id, and bits to a tenth only', () => {
    const { stdout } = answers(lines(assessmentOf(answered, 2)), '--stdin')
    expect(stdout).not.toMatch(/Susan|Smith|1984|E0600|A1/)
    for (const { weight, bits } of read(stdout))
      for (const value of [weight, bits.rarity, bits.household, bits.rivals])
        expect(value).toBe(Math.round(value * 10) / 10)
  })

  it('go on past a row that is no assessment, and say where it is', () => {
    const { status, stdout, stderr } = answers(
      `Canary\n${lines(assessmentOf(answered, 2))}`,
      '--stdin',
    )
    expect(status).toBe(1)
    expect(stderr).toBe('line 1: not an assessment: the whole of it\n')
    expect(read(stdout)).toHaveLength(2)
  })

  it('are not asked for in any other way', () => {
    const { status, stderr } = answers('', '--tabel', 'T')
    expect(status).toBe(2)
    expect(stderr).toContain('hub answers --help says what it takes.')
  })
})
