import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal } from '../../../cli/evaluate/golden.ts'
import { InputError } from '../../../cli/evaluate/input-error.ts'
import { readPeople } from '../../../cli/evaluate/read-people.ts'
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
  execute(process.execPath, ['cli/hub.ts', 'evaluate', ...options]).then(
    ({ stderr }) => ({ code: 0, stderr }),
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
    [
      'queries and --self',
      ['--register', 'r', '--queries', 'q', '--self', '--out', 'o'],
      '--queries',
    ],
    ['a file that is not there', ['--register', 'gone', '--self', '--out', 'o'], 'cannot be read'],
  ])('refuses %s in a sentence', async (_, options, sentence) => {
    const { code, stderr } = await evaluate(...options)
    expect(code).toBe(2)
    expect(stderr).toContain(sentence)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })

  it('says which option is missing', async () => {
    const { code, stderr } = await evaluate()
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: '--register <file> is missing.\nhub evaluate --help says what it takes.\n',
    })
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

describe('a file of people', () => {
  const bytesOf = async (name: string, bytes: string | Buffer): Promise<string> => {
    const path = join(folder, name)
    await writeFile(path, bytes)
    return path
  }
  const plain = `${header}\nr1,Ren\u00e9,O’Hara,F,1985,4,,12,Mill Lane,,LS6 2AB,07700900123,,9434765919\n`
  const told = plain.replace('1985,4,,12', '1985.0,4.0,,12.0').replace('9434765919', '9434765919.0')
  const indexed = plain.replace('record_id', ',record_id').replace('r1,', '0,r1,')

  it.each([
    ['floats, as pandas writes them', told],
    ['NaN where nothing was', plain.replace('4,,12', '4,NaN,12')],
    ['the index of pandas', indexed],
    ['a mark of UTF-8', `\uFEFF${plain}`],
    ['Windows line ends', plain.replaceAll('\n', '\r\n')],
    ['quotation marks', plain.replaceAll(/[^,\n]+/g, '"$&"')],
    ['rows of nothing but commas', `${plain}${','.repeat(13)}\n\n`],
    ['columns without a name or a cell', plain.replaceAll('\n', ',,\n')],
    [
      'Windows-1252',
      Buffer.from(plain.replace('\u2019', '\x92'), 'latin1'), // the apostrophe that Excel writes
    ],
  ])('is read with %s', async (name, content) => {
    const [expected] = await readPeople(await bytesOf('plain.csv', plain))
    expect(await readPeople(await bytesOf(`${name}.csv`, content))).toEqual([expected])
  })

  it.each([
    ['columns that it does not know', plain.replace('sex,', 'gender,'), '“gender”'],
    [
      'all columns that it does not know',
      plain.replace(/phone,email/, 'tel,mail'),
      '“tel”, “mail”',
    ],
    ['a column twice', plain.replace('phone', 'email'), 'more than one column “email”'],
    ['no record_id', plain.replace('record_id', 'id'), 'has no column record_id'],
    ['semicolons', plain.replaceAll(',', ';'), 'separated by semicolons'],
    ['tabs', plain.replaceAll(',', '\t'), 'separated by tabs'],
    ['nothing', '', 'is empty'],
    ['UTF-16', Buffer.from(`\uFEFF${plain}`, 'utf16le'), 'is UTF-16'],
    ['UTF-16 without a mark', Buffer.from(plain, 'utf16le'), 'is UTF-16'],
    ['a workbook', Buffer.from('504b030414000600', 'hex'), 'is a workbook'],
    [
      'UTF-8 that is broken',
      Buffer.concat([Buffer.from(plain), Buffer.from('c3', 'hex')]),
      'in part',
    ],
    [
      'another encoding',
      Buffer.from(plain.replace('\u2019', '\x8d'), 'latin1'),
      'neither UTF-8 nor',
    ],
    ['more cells than columns', plain.replace('12,Mill', '12,13,Mill'), 'line 2 has more cells'],
    ['an open quotation mark', plain.replace('Mill', '"Mill'), 'not closed'],
    ['a cell under no name', plain.replaceAll('\n', ',\n').replace('9,\n', '9,x\n'), 'column 15'],
  ])('is refused by name for %s', async (name, content, sentence) => {
    const path = await bytesOf(`${name}.csv`, content)
    await expect(readPeople(path)).rejects.toThrow(InputError)
    await expect(readPeople(path)).rejects.toThrow(sentence)
  })

  it('that has no header is refused without repeating anybody’s data', async () => {
    const path = await bytesOf('headless.csv', plain.split('\n').slice(1).join('\n'))
    await expect(readPeople(path)).rejects.toThrow(/^[^“]*has no column record_id$/)
  })

  it('ends the command with code 2 and a sentence that names its strange columns', async () => {
    const path = await bytesOf('strange.csv', plain.replace('town', 'city'))
    const { code, stderr } = await evaluate('--register', path, '--self', '--out', folder)
    expect(code).toBe(2)
    expect(stderr).toContain('columns that are not known: “city”')
  })

  it('may have numbers that a spreadsheet spoilt, which count as missing and are told', async () => {
    const spoilt = plain.replace('1985,4,,12', '85,13,,5-Jun').replace('9434765919', '9.43477E+09')
    const path = await bytesOf('spoilt.csv', spoilt)
    const missing = await bytesOf(
      'missing.csv',
      plain.replace('1985,4,,12', ',,,').replace('9434765919', ''),
    )
    expect((await readPeople(path))[0]?.features).toEqual((await readPeople(missing))[0]?.features)
    const { stderr } = await evaluate('--register', path, '--self', '--out', folder)
    expect(stderr.match(/\w+(?= cannot be read in 1 row)/g)).toEqual([
      'birth_year',
      'birth_month',
      'house_number',
      'identifier',
    ])
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
