import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { leftOut, standIn } from '../../../shared/aws/dynamodb/rows/stand-in.ts'
import { storedSchema } from '../../../shared/aws/dynamodb/rows/stored-schema.ts'
import { asStored } from '../../../shared/kernel/aside.ts'
import { plainText } from '../../../shared/people/plain-text.ts'

const decided = [
  standIn(['H1', 'H2'], 'H2'),
  standIn(['DA', 'OTHER'], 'DA'),
  standIn(['a', 'b'], leftOut),
  standIn(['any'], 'any', leftOut),
]
const harm = z.enum(['H1', 'H2'])
const detail = z.enum(['a', 'b'])

/** What a row of this schema is read as, and stored again as. */
const passed = (schema: z.ZodType, stood: unknown) => {
  const read = storedSchema(schema, decided).parse(stood)
  return { read, again: asStored(read) }
}

describe('what the door would refuse, in a row', () => {
  it.each<readonly [string, z.ZodType, unknown]>([
    ['a text longer than it may be', z.strictObject({ text: z.string().max(3) }), { text: 'four' }],
    ['a form that it has not', z.strictObject({ code: z.string().regex(/^E/) }), { code: 'W06' }],
    ['a number out of bounds', z.strictObject({ count: z.int().max(3) }), { count: 4 }],
    ['a list too long', z.strictObject({ list: z.array(harm).max(1) }), { list: ['H1', 'H2'] }],
    [
      'fields that do not go together',
      z.strictObject({ from: z.number(), to: z.number() }).refine(({ from, to }) => from < to),
      { from: 2, to: 1 },
    ],
    [
      'a text as another release tidies it',
      z.strictObject({ text: plainText(3) }),
      { text: ' four ' },
    ],
  ])('is read as it stands: %s', (_, schema, stood) => {
    expect(schema.safeParse(stood).data).not.toEqual(stood)
    expect(passed(schema, stood)).toEqual({ read: stood, again: stood })
  })

  it.each<readonly [string, z.ZodType, unknown]>([
    ['of another type', z.strictObject({ text: z.string() }), { text: 1 }],
    ['that is not there', z.strictObject({ text: z.string() }), {}],
    ['that is no list', z.strictObject({ list: z.array(harm) }), { list: 'H1' }],
  ])('cannot be read where it is a field %s', (_, schema, stood) => {
    expect(storedSchema(schema, decided).safeParse(stood).success).toBe(false)
  })
})

describe('a code that is in no list here', () => {
  it.each<readonly [string, z.ZodType, object, object]>([
    ['has its stand-in', z.strictObject({ harm }), { harm: 'H9' }, { harm: 'H2' }],
    [
      'has it once among others',
      z.strictObject({ flags: z.array(z.enum(['DA', 'OTHER'])) }),
      { flags: ['DA', 'NEW', 'NEWER'] },
      { flags: ['DA'] },
    ],
    [
      'is left out of its list',
      z.strictObject({ list: z.array(z.enum(['any'])) }),
      { list: ['any', 'new'] },
      { list: ['any'] },
    ],
    [
      'is left out of its object',
      z.strictObject({ detail: detail.optional() }),
      { detail: 'c' },
      {},
    ],
    ['is null', z.strictObject({ detail: detail.nullable() }), { detail: 'c' }, { detail: null }],
    [
      'leaves its object out of the list',
      z.strictObject({ list: z.array(z.strictObject({ detail, n: z.number() })) }),
      {
        list: [
          { detail: 'c', n: 1, more: 2 },
          { detail: 'a', n: 3 },
        ],
      },
      { list: [{ detail: 'a', n: 3 }] },
    ],
    [
      'leaves its object out where that may be missing',
      z.strictObject({ inner: z.strictObject({ detail }).optional() }),
      { inner: { detail: 'c', more: 1 } },
      {},
    ],
    [
      'is a mark where the mark is there',
      z.strictObject({ isHidden: z.literal(true).optional() }),
      { isHidden: 'FROM_ALL' },
      { isHidden: true },
    ],
    [
      'is no mark where it says no',
      z.strictObject({ isHidden: z.literal(true).optional() }),
      { isHidden: false },
      {},
    ],
    [
      'leaves out what says that it is something else',
      z.strictObject({ keys: z.array(z.strictObject({ kty: z.literal('EC'), x: z.string() })) }),
      {
        keys: [
          { kty: 'OKP', x: '1' },
          { kty: 'EC', x: '2' },
        ],
      },
      { keys: [{ kty: 'EC', x: '2' }] },
    ],
  ])('%s, and is stored again as it stood', (...[, schema, stood, read]) => {
    const one = passed(schema, stood)
    expect(one.again).toEqual(stood)
    expect(JSON.parse(JSON.stringify(one.read))).toEqual(read)
  })

  it('makes the row unreadable where the field must be there and nothing may stand in', () => {
    const schema = storedSchema(z.strictObject({ detail }), decided)
    expect(schema.safeParse({ detail: 'c' }).error?.issues[0]?.message).toContain('does not know')
  })

  it('is refused to be left undecided', () => {
    expect(() => storedSchema(z.strictObject({ x: z.enum(['p', 'q']) }), decided)).toThrow('p,q')
  })

  it('goes where somebody has put another in its place', () => {
    const schema = storedSchema(z.strictObject({ harm, list: z.array(z.enum(['any'])) }), decided)
    const read = schema.parse({ harm: 'H9', list: ['new'] })
    expect(asStored({ ...read, harm: 'H1' as const })).toEqual({ harm: 'H1', list: ['new'] })
    expect(asStored({ ...read, list: ['any'] })).toEqual({ harm: 'H9', list: ['any', 'new'] })
  })
})

describe('one of two objects', () => {
  const given = z.discriminatedUnion('wasTold', [
    z.strictObject({ wasTold: z.literal(true), who: z.string() }),
    z.strictObject({ wasTold: z.literal(false), why: harm }),
  ])

  it.each([
    { wasTold: true, who: 'MOTHER', later: 1 },
    { wasTold: false, why: 'H9', later: 1 },
  ])('is told by what tells them apart: %j', (stood) => {
    const { read, again } = passed(z.strictObject({ given }), { given: stood })
    expect(read).toMatchObject({ given: { wasTold: stood.wasTold } })
    expect(again).toEqual({ given: stood })
  })
})
