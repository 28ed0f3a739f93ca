import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import type { ReviewAnswer } from '../../../cli/estimation/review-answer.ts'
import { columns } from '../../../cli/evaluate/columns.ts'
import { defaultModel } from '../../../shared/matching/default-model.ts'
import { frozen, readFrozenModel } from '../../../shared/matching/frozen-model.ts'
import { plantedAnswers } from './estimation/planted-answers.ts'

const program = fileURLToPath(new URL('../../../cli/hub.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'calibrate-'))
afterAll(() => rmSync(folder, { recursive: true }))

const fileOf = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const current = frozen(defaultModel, 'area')
const model = fileOf('model.json', JSON.stringify(current))
const answersFile = (name: string, answers: readonly ReviewAnswer[]): string =>
  fileOf(name, answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''))

const calibrate = (name: string, answers: string, ...more: readonly string[]) => {
  const out = join(folder, `${name}.json`)
  const options = ['--model', model, '--answers', answers, '--out', out, ...more]
  return {
    out,
    ...spawnSync(process.execPath, [program, 'model', ...options], { encoding: 'utf8' }),
  }
}

/** Two people of the commonest names and one birthday, about whom nothing else is known: a person should look. */
const namesakes = (() => {
  const row = (id: string) => `${id},David,Smith,M,1984,7,23,,,,,,,\n`
  const head = `${columns.join(',')}\n`
  return [
    '--golden-register',
    fileOf('register.csv', head + row('r1')),
    '--golden-queries',
    fileOf('queries.csv', head + row('q1')),
    '--golden-truth',
    fileOf('truth.csv', 'left_id,right_id\n'),
  ]
})()

describe('a model calibrated by answers', () => {
  it('may be deployed, under a version of its own, and says how it relied before and after', () => {
    const answers = answersFile('lower.ndjson', plantedAnswers(-2))
    const { out, status, stdout, stderr } = calibrate('lower', answers, '--version', 'area-2')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const read = readFrozenModel(readFileSync(out, 'utf8'))
    if ('fault' in read) throw new Error(read.fault)
    expect(read.model.version).toMatch(/^area-2-[0-9a-f]{12}$/)
    const report = JSON.parse(stdout) as { version: string; shiftInBits: number; before: unknown[] }
    expect(report.version).toBe(read.model.version)
    expect(Math.abs(report.shiftInBits + 2)).toBeLessThan(0.25)
    expect(report.before).toHaveLength(6)
  })

  it('is refused when it does worse on the golden set, and then not written', () => {
    const answers = answersFile('higher.ndjson', plantedAnswers(5))
    const { out, status, stderr } = calibrate('higher', answers, ...namesakes)
    expect(stderr).toBe(
      'the new model is refused: it confirms 1 wrong matches, the current one 0\n',
    )
    expect(status).toBe(2)
    expect(() => readFileSync(out)).toThrow('ENOENT')
  })

  it('is taken when the golden set sees no harm in it', () => {
    const answers = answersFile('taken.ndjson', plantedAnswers(-2))
    expect(calibrate('taken', answers, ...namesakes).status).toBe(0)
  })

  it.each([
    [
      'too few',
      answersFile('few.ndjson', plantedAnswers(0).slice(0, 99)),
      '99 answers are too few',
    ],
    ['not answers', fileOf('odd.ndjson', '{"settled":"Canary"}\n'), 'line 1 is no answer'],
    ['not there', join(folder, 'gone.ndjson'), 'cannot be read'],
  ])('refuses answers that are %s, in a sentence', (_, answers, reason) => {
    const { status, stderr } = calibrate('refused', answers)
    expect(status).toBe(2)
    expect(stderr).toContain(reason)
    expect(stderr).not.toContain('Canary')
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
})
