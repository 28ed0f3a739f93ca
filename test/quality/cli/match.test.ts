import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'

const program = fileURLToPath(new URL('../../../cli/hub.ts', import.meta.url))

const answerSchema = z.strictObject({
  id: z.string(),
  band: z.enum(['confirmed', 'possible', 'many', 'none']),
  confirmed: z.array(z.string()),
  candidates: z.array(
    z.strictObject({
      id: z.string(),
      bits: z.number(),
      posterior: z.number().min(0).max(1),
      guards: z.array(z.string()),
      comparisons: z.record(z.string(), z.strictObject({ level: z.string(), bits: z.number() })),
    }),
  ),
})

const start = (lines: readonly unknown[], ...options: readonly string[]) =>
  spawnSync(process.execPath, [program, 'match', ...options], {
    input: lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
    encoding: 'utf8',
  })

const answersOf = (lines: readonly unknown[], ...options: readonly string[]) =>
  start(lines, ...options)
    .stdout.trim()
    .split('\n')
    .map((line) => answerSchema.parse(JSON.parse(line)))

const millLane = { houseNumber: '12', street: 'Mill Lane', town: 'Ennerby', postcode: 'QM3 5DU' }
const wilhelmina = {
  names: [{ given: 'Wilhelmina', family: 'Oakeshott' }],
  dateOfBirth: '1991-07-04',
  sex: 'F',
  addresses: [millLane],
}
const somebodyElse = { names: [{ given: 'Zebedee', family: 'Thrupp' }], dateOfBirth: '1950-02-11' }
const lineOf = (id: string, query: object, ...register: readonly object[]) => ({
  id,
  register: register.map((person, at) => ({ id: `r${at + 1}`, person })),
  query: { person: query },
})
const small = ['--background', '200']

describe('the match command', () => {
  it('confirms who agrees, and answers each line by itself', () => {
    const [same, other] = answersOf(
      [lineOf('a', wilhelmina, wilhelmina), lineOf('b', somebodyElse, wilhelmina)],
      ...small,
    )
    expect(same).toMatchObject({ id: 'a', band: 'confirmed', confirmed: ['r1'] })
    expect(other).toEqual({ id: 'b', band: 'none', confirmed: [], candidates: [] })
  })

  it('answers many where two people of the register are as likely', () => {
    const name = [{ given: 'Wilhelmina', family: 'Oakeshott' }]
    const [first, second] = ['1991-07-04', '1991-07-05'].map((dateOfBirth) => ({
      names: name,
      dateOfBirth,
    }))
    const [answer] = answersOf(
      [lineOf('a', { names: name, dateOfBirth: '1991-07' }, first ?? {}, second ?? {})],
      ...small,
    )
    expect(answer).toMatchObject({ band: 'many', confirmed: [] })
    expect(answer?.candidates.map(({ id }) => id)).toEqual(['r1', 'r2'])
  })

  it('confirms of two registered people the one who is meant', () => {
    const brother = {
      ...wilhelmina,
      names: [{ given: 'Ferdinand', family: 'Oakeshott' }],
      sex: 'M',
    }
    const [answer] = answersOf([lineOf('a', wilhelmina, brother, wilhelmina)], ...small)
    expect(answer).toMatchObject({ band: 'confirmed', confirmed: ['r2'] })
  })

  it('gives comparisons whose bits sum to those of the candidate, to the last of them', () => {
    const candidates = answersOf(
      [lineOf('a', wilhelmina, wilhelmina), lineOf('b', wilhelmina, { ...wilhelmina, sex: 'M' })],
      ...small,
    ).flatMap((answer) => answer.candidates)
    const sums = candidates.map(({ comparisons }) =>
      Object.values(comparisons).reduce((sum, { bits }) => sum + bits, 0),
    )
    expect(sums).toEqual(candidates.map(({ bits }) => bits))
    expect(sums.length).toBeGreaterThan(1)
  })

  it('finds people of the background, whose ids say so', () => {
    const everywhere = Array.from({ length: 40 }, (_, year) =>
      lineOf(`${year}`, {
        names: [{ given: 'David', family: 'Smith' }],
        dateOfBirth: `${1950 + year}`,
      }),
    )
    const ids = answersOf(everywhere).flatMap(({ candidates }) => candidates.map(({ id }) => id))
    expect(ids.length).toBeGreaterThan(0)
    expect(ids.filter((id) => !/^background-\d+$/.test(id))).toEqual([])
  })
})

describe('a line about a child', () => {
  const home = { ...millLane, postcode: 'QM3 5DV' }
  const child = { name: { given: 'Percival', family: 'Thrupp' }, dateOfBirth: '2016-02-03' }
  const twin = { ...child, name: { given: 'Ottoline', family: 'Thrupp' }, addresses: [home] }
  const lines = [
    {
      id: 'a',
      register: [
        { id: 'r1', child: { ...child, addresses: [home] } },
        { id: 'r2', child: twin },
      ],
      query: { child: { ...child, addresses: [home] } },
    },
    { id: 'b', register: [{ id: 'r1', child: twin }], query: { child } },
  ]

  it('is matched among children, as an adult among adults', () => {
    const [known, unknown] = answersOf(lines, ...small)
    expect(known).toMatchObject({ band: 'confirmed', confirmed: ['r1'] })
    expect(known?.candidates[0]?.comparisons).toHaveProperty('own-name')
    expect(unknown?.band).not.toBe('confirmed')
  })
})

describe('a line with faults', () => {
  it('says by its place which value it left out', () => {
    const told = { ...wilhelmina, sex: 'canary', nhsNumbers: ['1234567890'] }
    const { status, stdout, stderr } = start([lineOf('a', told, wilhelmina)], ...small)
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ band: 'confirmed' })
    expect(stderr.trim().split('\n')).toEqual([
      'line 1: /query/person/sex cannot be read and is left out',
      'line 1: /query/person/nhsNumbers/0 cannot be read and is left out',
    ])
  })

  it('gives an error in its place, and all others are answered', () => {
    const { status, stdout } = start(['canary', lineOf('b', wilhelmina, wilhelmina)], ...small)
    const [error, answer] = stdout
      .trim()
      .split('\n')
      .map((each): unknown => JSON.parse(each))
    expect(status).toBe(2)
    expect(error).toEqual({ id: null, error: 'the line: is no JSON' })
    expect(answer).toMatchObject({ id: 'b', band: 'confirmed' })
  })
})

describe('the waterfall', () => {
  const explained = start(
    [
      lineOf('a', wilhelmina, { ...wilhelmina, dateOfBirth: '1991-04-07' }),
      lineOf('b', somebodyElse, wilhelmina),
    ],
    ...small,
    '--explain',
  ).stdout

  it('names level, bits and running total of each comparison', () => {
    expect(explained).toMatch(/^ +given name +exact +\+\d+\.\d +[+−]\d+\.\d +█+$/m)
    expect(explained).toMatch(/^ +date of birth +day month swapped +\+/m)
  })

  it('tells of everybody in the line’s register, also of whom no look-up found', () => {
    expect(explained).toMatch(/^b: none\n {2}r1: −/m)
    expect(explained).toContain('no look-up led here')
  })

  it('holds no value of anybody', () => {
    expect(explained).not.toMatch(/Oakeshott|Thrupp|1991|Mill Lane/)
  })
})

describe('the match command, called otherwise', () => {
  it('says how it is called', () => {
    const { status, stdout } = start([], '--help')
    expect(status).toBe(0)
    expect(stdout).toContain('--explain')
  })

  it.each([
    ['an option that there is not', ['--canary']],
    ['a background that is no number', ['--background', 'canary']],
    ['a file that is not there', ['/nowhere/canary']],
  ])('refuses %s', (_, options) => {
    const { status, stdout, stderr } = start([], ...options)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).not.toBe('')
  })
})
