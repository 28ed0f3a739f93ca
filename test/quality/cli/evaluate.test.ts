import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal } from '../../../cli/evaluate/golden.ts'
import { wilson } from '../../../cli/evaluate/strata.ts'

const execute = promisify(execFile)
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
