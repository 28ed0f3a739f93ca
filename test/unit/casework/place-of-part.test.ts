import { describe, expect, it } from 'vitest'
import { placeOfPart } from '../../../shared/casework/place-of-part.ts'
import type { WaitingPart } from '../../../shared/casework/read-uploads.ts'
import { withinPart } from '../../../shared/loading/parts.ts'
import type { LoadStep, RegisterLoad } from '../../../shared/register/load.ts'

const part = (after: string, upTo: string | undefined): WaitingPart => ({
  after,
  upTo,
  records: [],
  kept: ['B1', 'B2', 'B3'],
  purged: [],
})
const first = part('', 'B0')
const middle = part('B0', 'B9')
const last = part('B9', undefined)
const loadIn = (phase: RegisterLoad['phase'], position = ''): RegisterLoad =>
  ({ phase, position }) as RegisterLoad

type Found = [step: LoadStep, load: RegisterLoad | undefined, kind: string]

describe('a part of a load', () => {
  it.each<[string, WaitingPart, ...Found]>([
    ['the first begins a comparison', first, 'compare', undefined, 'here'],
    ['the first begins one anew', first, 'compare', loadIn('COMPARED'), 'here'],
    ['the first begins one after an application', first, 'compare', loadIn('APPLIED'), 'here'],
    ['what is half applied was compared', first, 'compare', loadIn('APPLYING', 'B5'), 'over'],
    ['the first begins to apply', first, 'apply', loadIn('COMPARED'), 'here'],
    ['what was applied is not again', first, 'apply', loadIn('APPLIED'), 'over'],
    ['it goes on within one', middle, 'apply', loadIn('APPLYING', 'B5'), 'here'],
    ['it goes on where one begins', middle, 'apply', loadIn('APPLYING', 'B0'), 'here'],
    ['one that is done is passed over', middle, 'apply', loadIn('APPLYING', 'B9'), 'behind'],
    ['the last is never passed over', last, 'apply', loadIn('APPLYING', 'Z'), 'here'],
    // Else everybody before it would be taken for gone.
    ['none but the first begins', middle, 'compare', loadIn('COMPARED'), 'over'],
    ['none but the first begins to apply', middle, 'apply', loadIn('COMPARED'), 'over'],
    ['none but the first begins at all', last, 'compare', undefined, 'over'],
    [
      'none is sent to a load that stands before it',
      last,
      'apply',
      loadIn('APPLYING', 'B5'),
      'over',
    ],
  ])('%s', (_what, one, ...[step, load, kind]) => {
    expect(placeOfPart(one, step, load).kind).toBe(kind)
  })

  it('is sent from where the load is', () => {
    expect(withinPart(middle, 'B1')).toMatchObject({
      after: 'B1',
      kept: ['B2', 'B3'],
      isLast: false,
    })
  })
})
