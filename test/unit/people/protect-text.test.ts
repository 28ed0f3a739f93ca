import { describe, expect, it } from 'vitest'
import { withoutContacts, withoutPostcodes } from '../../../shared/people/protect-text.ts'
import { ordinarySentences } from '../../builders/ordinary-sentences.ts'

describe('whatever looks like a contact', () => {
  it.each([
    ...[
      'NM3 1ZZ',
      'nm31zz',
      'NM3-1ZZ',
      'nm3 . 1zz',
      'N M 3 1 Z Z',
      'NM 3 1ZZ',
      'ＮＭ３ １ＺＺ',
      'NМ3 1ZZ',
    ],
    ...[
      'NM3\u200b1ZZ',
      'NM3 IZZ',
      'GIR 0AA',
      '07700 900123',
      '0770-090-0123',
      '+44 (0)7700 900123',
    ],
    ...['０７７００ ９００１２３', '0\u200b7700900123', 'O77OO 9OO 123', '07700/900123'],
    ...[
      'oh seven seven double oh nine double oh one two three',
      'iris@example.org',
      'iris @ example.org',
    ],
    ...[
      'iris (at) example.org',
      'iris at example dot org',
      'iris dot m at example.org',
      'iris@exa\u200bmple.org',
    ],
  ])('is taken out: %s', (contact) => {
    expect(withoutContacts(`He wrote: ${contact}, then left.`)).toBe(
      'He wrote: [protected], then left.',
    )
  })

  it.each([
    ...[
      'M1 2nd exit',
      'on 01/02/2026 at 10:30',
      '2026-11-24',
      '9998002710',
      'is 4 2nd',
      '3 A levels',
    ],
    ...['he is at home. Then', 'one two three four', 'R16 GP', 'B12 and D3'],
  ])('is not this: %s', (words) => {
    expect(withoutContacts(words)).toBe(words)
  })

  it('is in no ordinary sentence', () => {
    const changed = ordinarySentences.filter((sentence) => withoutContacts(sentence) !== sentence)
    expect(changed).toEqual([])
  })

  it('is one that only its neighbour hid, until that was struck', () => {
    expect(withoutContacts('Call 900123s07700NM31ZZ')).toBe('Call 9[protected]')
  })

  it('is a postcode alone where that is asked', () => {
    expect(withoutPostcodes('NM3 1ZZ, 07700 900123')).toBe('[protected], 07700 900123')
  })
})
