import { describe, expect, it } from 'vitest'
import { readTrial } from '../../infra/read-trial.ts'
import { localTrial } from '../../local/seed/trial.ts'
import { authorityCodes } from '../../shared/agencies/authorities.ts'
import { resourcesOf, templatesOf } from './synth.ts'

describe('the trial of a model, in the context of a deployment', () => {
  it('is on the registers of the councils that are named, or of all', () => {
    expect(readTrial('100', 'E06000991,E10000993')).toEqual({
      matches: 100,
      authorities: ['E06000991', 'E10000993'],
    })
    expect(readTrial('0', '')).toEqual({ matches: 0, authorities: [] })
    expect(readTrial('100', 'ALL').authorities).toEqual(authorityCodes)
  })

  it.each([
    ['100', 'E06000991,E06000001', 'names E06000001, whom this hub does not serve'],
    ['a few', 'ALL', 'trialMatches is a whole number'],
    ['-1', 'ALL', 'trialMatches is a whole number'],
  ])('of %s matches on %s is refused at synthesis', (matches, authorities, reason) => {
    expect(() => readTrial(matches, authorities)).toThrow(reason)
  })

  it('is on one council of the local stage, which is served', () => {
    expect(localTrial.authorities).toHaveLength(1)
    expect(readTrial(String(localTrial.needed), localTrial.authorities.join(','))).toEqual({
      matches: localTrial.needed,
      authorities: localTrial.authorities,
    })
  })

  it('is told to each function that matches, and to no other', () => {
    const functions = resourcesOf(templatesOf('production'), 'AWS::Lambda::Function')
    const told = Object.values(functions).flatMap(
      ({ Properties: { FunctionName, Environment } }) =>
        JSON.stringify(Environment ?? {}).includes('TRIAL_AUTHORITIES') ? [FunctionName] : [],
    )
    expect(told.toSorted()).toEqual(
      ['assess-concern', 'preview-concern', 'review-concerns', 'watch-clocks'].map(
        (name) => `hub-${name}`,
      ),
    )
  })
})
