import { describe, expect, it } from 'vitest'
import { decideLines } from '../../../cli/decide.ts'
import { decide } from '../../../shared/sharing/decide.ts'
import { decisionSchema } from '../../../shared/sharing/decision.ts'
import { latestPolicy } from '../../../shared/sharing/policies.ts'
import { someFacts } from '../sharing/facts.ts'

async function* inChunks(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

const run = async (
  input: string,
  size = 7,
): Promise<{ code: number; written: string; errors: string }> => {
  let written = ''
  let errors = ''
  const code = await decideLines(inChunks(input, size), latestPolicy, {
    write: (text) => {
      written += text
    },
    writeError: (text) => {
      errors += text
    },
  })
  return { code, written, errors }
}

const line = (differing: object = {}): string => JSON.stringify({ ...someFacts(), ...differing })

describe('decide', () => {
  it('answers each line with one decision, in order', async () => {
    const { code, written, errors } = await run(
      `${line({ id: 'a' })}\n${line({ id: 'b', harm: 'H0' })}\n`,
    )
    const decisions = written
      .trimEnd()
      .split('\n')
      .map((text) => decisionSchema.parse(JSON.parse(text)))
    expect(decisions).toEqual([
      decide(someFacts({ id: 'a' })),
      decide(someFacts({ id: 'b', harm: 'H0' })),
    ])
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
  })

  it.each([
    ['a last line without an end', line()],
    ['Windows line ends and blank lines', `\r\n${line()}\r\n\r\n`],
    ['a byte order mark', `\uFEFF${line()}\n`],
    ['a line separator inside a string', `${line({ id: 'a\u2028b' })}\n`],
  ])('takes %s', async (_what, input) => {
    const { code, written } = await run(input)
    expect(code).toBe(0)
    expect(written.split('\n')).toHaveLength(2)
  })

  it('writes nothing for nothing', async () => {
    expect(await run('')).toEqual({ code: 0, written: '', errors: '' })
  })

  it.each([
    ['a code it does not know', line({ harm: 'H9' }), 'line 2: /harm: '],
    ['a code in a list', line({ flags: ['DA', 'Canary'] }), 'line 2: /flags/1: '],
    ['a missing field', line({ consent: undefined }), 'line 2: /consent: '],
    ['a field it does not know', line({ risk: 9 }), 'line 2: /risk: '],
    [
      'a made-up key that may hold anything',
      line({ 'Canary, 4 Mill Lane': 1 }),
      'line 2: the whole line: ',
    ],
    ['what is not JSON', '{"id": Canary}', 'line 2: the whole line: not JSON'],
    ['what is not an object', '["Canary"]', 'line 2: the whole line: '],
    ['a fraction of a month', line({ childAgeMonths: 1.5 }), 'line 2: /childAgeMonths: '],
  ])('names line and field of %s, and no value', async (_what, faulty, expected) => {
    const { code, written, errors } = await run(`${line()}\n${faulty}\n${line()}\n`)
    expect(errors.startsWith(expected)).toBe(true)
    expect(errors).not.toContain('Canary')
    expect({ code, written }).toEqual({ code: 2, written: '' })
  })
})
