import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { westmarch } from '../../../infra/stages/local.ts'
import { assess } from '../../../shared/assessing/assess.ts'
import type { Assessment } from '../../../shared/assessing/assessment.ts'
import { conclude } from '../../../shared/sharing/conclude.ts'
import { aStoredConcern } from '../../builders/a-stored-concern.ts'
import { aMatch } from '../../builders/an-assessment.ts'
import { nobodyAround, noSendersPast } from '../../builders/no-past.ts'
import { now } from '../../builders/ports.ts'

const program = fileURLToPath(new URL('../../../cli/hub.ts', import.meta.url))
const replay = (input: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [program, 'replay', ...args], { input, encoding: 'utf8' })

const stored = aStoredConcern({}, { consent: { status: 'REFUSED' } })
const matches = [{ person: 'subject', kind: 'adult', match: aMatch('POSSIBLE') } as const]
const { assessment: assessed } = assess(
  stored,
  { holder: westmarch, matches, around: nobodyAround, sender: noSendersPast },
  { now, cause: 'received' },
)
const review: Assessment = { ...assessed, recipients: [] }
const { concernId, decision, facts } = review
const timedOut: Assessment = {
  ...review,
  number: 2,
  cause: 'lapsed',
  concluded: 'SHARE_MINIMAL',
  decision: conclude(decision, facts, 'SHARE_MINIMAL'),
}

const lines = (...assessments: readonly unknown[]): string =>
  assessments.map((assessment) => `${JSON.stringify(assessment)}\n`).join('')

describe('replay of an export', () => {
  it('counts what it decided again', () => {
    const { status, stdout, stderr } = replay(lines(review, timedOut), '--stdin')
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: '2 assessments replayed, 0 differences\n',
      stderr: '',
    })
  })

  it('names a difference by concern, number and fields, and fails', () => {
    const tampered = { ...timedOut, decision: { ...timedOut.decision, decision: 'SHARE' } }
    const { status, stdout } = replay(lines(review, tampered), '--stdin')
    expect(stdout).toBe(
      `concern ${concernId}, assessment 2: decision\n2 assessments replayed, 1 differences\n`,
    )
    expect(status).toBe(1)
  })

  it('counts a line that is no assessment as a difference, and repeats nothing of it', () => {
    const odd = { ...timedOut, facts: { ...timedOut.facts, harm: 'Canary', Canary: 1 } }
    const { status, stdout } = replay(`${lines(review, odd)}Canary\n`, '--stdin')
    expect(stdout).toBe(
      'line 2: not an assessment: /facts/harm, /facts/Canary\nline 3: not an assessment: the whole of it\n1 assessments replayed, 2 differences\n',
    )
    expect(status).toBe(1)
  })

  it.each([[['--stdin', '--table', 'T']], [['--tabel', 'T']], [['T']]])(
    'says how it is called when called as %j',
    (args) => {
      const { status, stdout, stderr } = replay('', ...args)
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toContain('hub replay --help says what it takes.')
    },
  )
})
