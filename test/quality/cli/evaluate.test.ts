import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal } from '../../../cli/evaluate/golden.ts'
import { link } from '../../../cli/evaluate/link.ts'
import { readPairs, readPeople } from '../../../cli/evaluate/read-people.ts'
import { bandReport, qualityReport } from '../../../cli/evaluate/report.ts'
import { wilson } from '../../../cli/evaluate/strata.ts'
import { truthOf } from '../../../cli/evaluate/truth.ts'

const execute = promisify(execFile)
const shared = (name: string): string => resolve('..', 'shared', 'data', 'matching', `${name}.csv`)
const truthIds = (name: string) => readPairs(shared(name), ['left_id', 'right_id'])
const header =
  'record_id,given_names,family_name,sex,birth_year,birth_month,birth_day,house_number,street,town,postcode,phone,email,identifier'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evaluate-'))
})
afterAll(() => rm(folder, { recursive: true }))

const evaluate = (...options: readonly string[]) =>
  execute(process.execPath, ['cli/evaluate.ts', ...options]).then(
    () => ({ code: 0, stderr: '' }),
    (error: { code: number; stderr: string }) => ({ code: error.code, stderr: error.stderr }),
  )

const fileOf = async (name: string, ...rows: readonly string[]): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, [header, ...rows, ''].join('\n'))
  return path
}

describe('quality on the development sets, without labels', () => {
  it('links a register with real households: nobody confirmed wrongly, few missed', async () => {
    const files = {
      register: await readPeople(shared('ons_dev_register')),
      queries: await readPeople(shared('ons_dev_queries')),
    }
    const { linked } = link(files, { seed: 1 })
    const truth = truthOf(await truthIds('ons_dev_truth'), files)
    const bands = bandReport(linked.links, [...files.queries.keys()], truth)
    const { pairs } = qualityReport(linked, truth)
    expect(bands.wrongAutomatic).toBe(0)
    expect(bands.automaticRecall).toBeGreaterThanOrEqual(0.93)
    expect(bands.missedRate).toBeLessThanOrEqual(0.0025)
    expect(bands.reviewRate).toBeLessThanOrEqual(0.08)
    expect(pairs.best.f1).toBeGreaterThanOrEqual(0.99)
    expect(pairs.atPosterior99.precision).toBeGreaterThanOrEqual(0.9995)
    expect(pairs.atPosterior99.recall).toBeGreaterThanOrEqual(0.955)
  })

  it('links a small file of thin records to itself', async () => {
    const register = await readPeople(shared('fake1000'))
    const files = { register, queries: register }
    const { linked } = link(files, { seed: 1 })
    const { pairs, pairsCompleteness } = qualityReport(
      linked,
      truthOf(await truthIds('fake1000_truth'), files),
    )
    expect(pairsCompleteness).toBeGreaterThanOrEqual(0.93)
    expect(pairs.best.f1).toBeGreaterThanOrEqual(0.92)
    expect(pairs.recallWithoutFalse).toBeGreaterThanOrEqual(0.75)
    expect(pairs.atPosterior99.recall).toBeGreaterThanOrEqual(0.55)
  })
})

describe('the evaluate command', () => {
  it('writes links, best first, and a report', async () => {
    const ann = 'Ann,Thackeray,F,1984,7,23,14,Mill Road,,LS6 2AB,07700900123,,'
    const register = await fileOf(
      'r.csv',
      `r1,${ann}`,
      'r2,Imran,Quill,M,1990,11,2,3,Quay,,PL1 1AA,,,',
    )
    const queries = await fileOf('q.csv', `q1,${ann}`, 'q2,Zoe,,,,,,,,,,,,')
    const out = join(folder, 'out')
    const result = await evaluate('--register', register, '--queries', queries, '--out', out)
    expect(result).toEqual({ code: 0, stderr: '' })
    const [head, ...links] = (await readFile(join(out, 'links.csv'), 'utf8')).trim().split('\n')
    expect(head).toBe('query_id,register_id,weight,posterior,band')
    expect(links.filter((line) => line.startsWith('q1,r2') || line.startsWith('q2'))).toEqual([])
    const report: unknown = JSON.parse(await readFile(join(out, 'report.json'), 'utf8'))
    expect(report).toMatchObject({ register: 2, queries: 2 })
  })

  it.each([
    ['no register', [], 'usage'],
    ['queries and --self', ['--register', 'r', '--queries', 'q', '--self', '--out', 'o'], 'usage'],
    ['a file that is not there', ['--register', 'gone', '--self', '--out', 'o'], 'cannot be read'],
  ])('refuses %s in a sentence', async (_, options, sentence) => {
    const { code, stderr } = await evaluate(...options)
    expect(code).toBe(2)
    expect(stderr).toContain(sentence)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('refuses a repeated id without repeating it', async () => {
    const register = await fileOf(
      'twice.csv',
      'canary,Ann,Lee,,,,,,,,,,,',
      'canary,Bo,Lee,,,,,,,,,,,',
    )
    const { code, stderr } = await evaluate('--register', register, '--self', '--out', folder)
    expect(code).toBe(2)
    expect(stderr).not.toContain('canary')
  })
})

describe('a new model', () => {
  it.each([
    ['one more wrong match', { missed: 1, wrongAutomatic: 1 }, 'confirms 1 wrong'],
    ['one more person missed', { missed: 6, wrongAutomatic: 0 }, 'misses 6'],
  ])('is refused for %s', (_, next, reason) => {
    expect(refusal({ missed: 5, wrongAutomatic: 0 }, next)).toContain(reason)
  })

  it('is taken when it does as well', () => {
    const same = { missed: 5, wrongAutomatic: 0 }
    expect(refusal(same, same)).toBeUndefined()
  })
})

describe('an interval', () => {
  // Newcombe 1998, table I: 81 of 263.
  it('is Wilson’s', () => {
    const [low, high] = wilson(81, 263)
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.2553', '0.3662'])
  })
})
