import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { decideLines } from '../../../cli/hub/decide.ts'
import { decide } from '../../../shared/sharing/decide.ts'
import { decisionSchema } from '../../../shared/sharing/decision.ts'
import { factsSchema } from '../../../shared/sharing/facts.ts'
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

/** The contract of the command: names and order of what is read and of what is written. */
const inputs =
  'id purpose harm consent whyNotSought body dutyInForce match flags factors openStatus youngestMonths anyAdolescent combination threeInThree underWatch knownRemoval highRisk protectedHousehold subjectRole recognisedLegitimateInterestInForce'
const outputs =
  'id rule decision harmAfter raisedBy tellParent asked asksSenderLead dueInWorkingDays onTimeout identityReview leadsOnly basis policyVersion'

const keysOf = (written: string): string =>
  Object.keys(z.record(z.string(), z.unknown()).parse(JSON.parse(written))).join(' ')

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

  it('writes each field at its place, and null where there is none', async () => {
    const { written } = await run(line({ id: 'x', match: 'NONE', factors: [] }))
    expect(written).toBe(
      `{"id":"x","rule":"R10","decision":"SHARE","harmAfter":"H2","raisedBy":[],"tellParent":"yes","asked":null,"asksSenderLead":false,"dueInWorkingDays":null,"onTimeout":null,"identityReview":false,"leadsOnly":false,"basis":{"article6":["6(1)(c)"],"schedule1":"para-2","article10":null,"confidence":"consent","statute":["Children Act 2004, s.16LA"]},"policyVersion":"${latestPolicy.version}"}\n`,
    )
    expect(keysOf(written)).toBe(outputs)
  })

  it('reads these fields and no others, in any order', async () => {
    expect(Object.keys(factsSchema.shape).toSorted()).toEqual(inputs.split(' ').toSorted())
    const backwards = Object.fromEntries(Object.entries(someFacts()).toReversed())
    expect(await run(JSON.stringify(backwards))).toEqual(await run(line()))
  })

  it.each([
    [
      'nothing',
      {
        consent: null,
        whyNotSought: null,
        openStatus: null,
        subjectRole: null,
        youngestMonths: null,
      },
    ],
    ['an unborn child', { youngestMonths: -1 }],
    ['a question', { consent: 'REFUSED', openStatus: 'PROTECTION_PLAN', match: 'MANY' }],
  ])('takes what says %s', async (_what, differing) => {
    const { code, written } = await run(line(differing))
    expect(code).toBe(0)
    expect(keysOf(written)).toBe(outputs)
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

  it('names every fault of every line', async () => {
    const { code, written, errors } = await run(
      `${line({ harm: 'H9', body: 'NHS' })}\n${line()}\n${line({ risk: 1 })}\n`,
    )
    const places = errors
      .trimEnd()
      .split('\n')
      .map((text) => text.split(': ', 2).join(': '))
    expect(places).toEqual(['line 1: /harm', 'line 1: /body', 'line 3: /risk'])
    expect({ code, written }).toEqual({ code: 2, written: '' })
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
    [
      'a field of the table before',
      line({ agreementInForce: true }),
      'line 2: /agreementInForce: ',
    ],
    ['a field that is never null', line({ match: null }), 'line 2: /match: '],
    ['a fraction of a month', line({ youngestMonths: 1.5 }), 'line 2: /youngestMonths: '],
    ['a month before any', line({ youngestMonths: -2 }), 'line 2: /youngestMonths: '],
  ])('names line and field of %s, and no value', async (_what, faulty, expected) => {
    const { code, written, errors } = await run(`${line()}\n${faulty}\n${line()}\n`)
    expect(errors.startsWith(expected)).toBe(true)
    expect(errors).not.toContain('Canary')
    expect({ code, written }).toEqual({ code: 2, written: '' })
  })
})
