import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../shared/audit/canonical-json.ts'
import { leafOf } from '../../../shared/audit/leaf-text.ts'
import { sealableEntrySchema } from '../../../shared/audit/sealed-leaf.ts'

describe('canonical JSON', () => {
  it('writes the sample of RFC 8785 §3.2.2 as §3.2.3 has it', () => {
    const sample: unknown = JSON.parse(
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
        '"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
    )
    expect(canonicalJson(sample)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('sorts members by UTF-16 code units, as the second sample of RFC 8785 §3.2.3', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6']
    const text = canonicalJson(Object.fromEntries(names.map((name) => [name, 0])))
    expect([...text.matchAll(/"([^"]+)"/g)].map(([, name]) => name)).toEqual([
      '\\r',
      '1',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\u{1f600}',
      '\ufb33',
    ])
  })

  it('leaves out what is undefined', () => {
    expect(canonicalJson({ b: undefined, a: [{ c: undefined }] })).toBe('{"a":[{}]}')
  })

  it.each([
    [new Date(0)],
    [new Set(['a'])],
    [Buffer.from('a')],
    [Number.NaN],
    [1n],
    ['\ud800'],
    [{ '\udc00': 1 }],
    [[undefined]],
  ])('refuses %o, which it could not say exactly', (value) => {
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ code: 'internal' }))
  })
})

describe('a leaf', () => {
  const entry = {
    entryId: '0190a6f0-7b3c-7def-8abc-0123456789ab',
    at: '2026-11-24T09:00:00.000Z',
    action: 'ALERT_READ',
    subjects: ['a', 'b'],
  }
  const leafFor = (value: object): string =>
    leafOf({
      schema: 1,
      entry: sealableEntrySchema.parse(value),
      salt: Buffer.alloc(32).toString('base64'),
      standsUnder: ['SUBJECT#a', 'SUBJECT#b'],
      indexFields: { day: '2026-11-24#0' },
    }).toString('hex')

  it('is the same whatever order the fields come in', () => {
    expect(leafFor(Object.fromEntries(Object.entries(entry).toReversed()))).toBe(leafFor(entry))
  })

  it('differs with any field, known to this version or not', () => {
    const others = [{ subjects: ['b', 'a'] }, { action: 'ALERTS_LISTED' }, { new: 'field' }]
    const all = [entry, ...others.map((other) => ({ ...entry, ...other }))].map(leafFor)
    expect(new Set(all).size).toBe(4)
  })

  it.each([{ entryId: undefined }, { entryId: 'entry-1' }, { at: undefined }, { at: 'today' }])(
    'is of an entry with an id and a moment: %o is none',
    (change) => {
      expect(sealableEntrySchema.safeParse({ ...entry, ...change }).success).toBe(false)
    },
  )

  // Computed apart from this code: printf '\0%s' '{"action":…}' | sha256sum. A change here breaks every receipt ever given.
  it('never changes for a row once sealed', () => {
    expect(leafFor(entry)).toBe('efa698484fb08e7c260caeb4e752a6a86f3accf9f4fd938d42ec82398d54f519')
  })
})
