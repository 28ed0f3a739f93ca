import type { Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import { stage as england } from '../../infra/stages/england.ts'
import { stage as local } from '../../infra/stages/local.ts'
import { type StageFile, stageFileSchema } from '../../infra/stages/stage-file.ts'
import { agencyTypeNames } from '../../shared/codes/agency-types.ts'
import { functionNames } from '../../shared/config/functions.ts'
import { resourcesOf, type Templates, templatesOfFile } from './synth.ts'

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))
const partOf = (template: Template | undefined, part: 'Resources' | 'Outputs'): object =>
  (template?.toJSON() as Partial<Record<typeof part, object>> | undefined)?.[part] ?? {}
const countOf = (...args: Parameters<typeof partOf>): number => Object.keys(partOf(...args)).length
const mostOf = (counts: readonly number[]): number => Math.max(...counts)

describe('a stage file', () => {
  const [first, ...others] = local.directory.authorities

  it.each<[string, unknown]>([
    ['an authority twice', [first, first, ...others]],
    ['two authorities of one key', [first, ...others.map((one) => ({ ...one, key: first.key }))]],
    ['no authority', []],
    ['what is no code', [{ ...first, code: 'E0600000' }]],
    [
      'a pace that is longer than the policy’s',
      [
        { ...first, pace: [{ from: '2026-01-01', times: { H3: { acknowledge: { hours: 5 } } } }] },
        ...others,
      ],
    ],
  ])('does not name %s', (_, authorities) => {
    const file = { ...local, directory: { ...local.directory, authorities } }
    expect(stageFileSchema.safeParse(file).success).toBe(false)
  })

  it.each([
    ['a wildcard', 'turning-tide', ['*.turning-tide.example']],
    ['capitals', 'turning-tide', ['Turning-Tide.example']],
    ['any of the agency that it rehearses with', 'rehearsal', ['hub.example']],
  ])('registers no mail domain that is %s', (_, key, mailDomains) => {
    const { authorities, agencies } = local.directory
    const directory = {
      authorities,
      agencies: agencies.map((one) => (one.key === key ? { ...one, mailDomains } : one)),
    }
    expect(stageFileSchema.safeParse({ ...local, directory }).success).toBe(false)
  })

  it('rehearses with one authority, which is told from a queue in clear, and one agency', () => {
    const { authorities, agencies } = local.directory
    const rehearses = (one: object): boolean => 'rehearsal' in one
    const isTaken = (directory: unknown): boolean =>
      stageFileSchema.safeParse({ ...local, directory }).success
    expect(isTaken({ authorities, agencies })).toBe(true)
    expect(isTaken({ authorities: authorities.filter((one) => !rehearses(one)), agencies })).toBe(
      false,
    )
    expect(isTaken({ authorities, agencies: agencies.filter((one) => !rehearses(one)) })).toBe(
      false,
    )
    const all = (change: object) =>
      authorities.map((one) => (rehearses(one) ? { ...one, ...change } : one))
    expect(
      isTaken({ authorities: authorities.map((one) => ({ ...one, rehearsal: true })), agencies }),
    ).toBe(false)
    expect(isTaken({ authorities: all({ delivery: { mode: 'poll' } }), agencies })).toBe(false)
    expect(isTaken({ authorities: all({ until: '2027-01-01' }), agencies })).toBe(false)
  })

  it('puts a model on trial only where somebody is served', () => {
    const trial = { needed: 100, authorities: ['E06000001'] }
    expect(stageFileSchema.safeParse({ ...local, trial }).success).toBe(false)
    expect(stageFileSchema.safeParse({ ...local, trial: { ...trial, needed: -1 } }).success).toBe(
      false,
    )
    expect(stageFileSchema.parse(local).trial.authorities).toHaveLength(1)
  })
})

describe('all of England, with six hundred agencies', () => {
  const agencies = Array.from({ length: 600 }, (_, at) => ({
    key: `agency-${at}`,
    name: `Agency ${at}`,
    type: agencyTypeNames[at % agencyTypeNames.length] ?? 'substance-misuse',
  }))
  const all600 = [...england.directory.agencies, ...agencies]
  const file: StageFile = { ...england, directory: { ...england.directory, agencies: all600 } }
  const templates: Templates = templatesOfFile(file)
  const all = Object.values(templates)

  it('stands within what CloudFormation takes of a stack', () => {
    // And the one that is no place, by which the hub rehearses.
    expect(file.directory.authorities).toHaveLength(153 + 1)
    expect(mostOf(all.map((one) => countOf(one, 'Resources')))).toBeLessThanOrEqual(500)
    expect(mostOf(all.map((one) => countOf(one, 'Outputs')))).toBeLessThanOrEqual(200)
    expect(mostOf(all.map((one) => bytes(one.toJSON())))).toBeLessThanOrEqual(1_000_000)
  })

  it('tells no function more than one kilobyte, and gives none a policy of more than four', () => {
    const functions = Object.values(resourcesOf(templates, 'AWS::Lambda::Function'))
    const told = functions.map(({ Properties }) => bytes(Properties['Environment'] ?? {}))
    expect(mostOf(told)).toBeLessThanOrEqual(1_000)
    const policies = Object.values(resourcesOf(templates, 'AWS::IAM::Policy'))
    expect(policies.length).toBeGreaterThanOrEqual(functionNames.length)
    const sizes = policies.map(({ Properties }) => bytes(Properties['PolicyDocument']))
    expect(mostOf(sizes)).toBeLessThanOrEqual(4_000)
  })

  it('takes one more authority and one more agency, and touches nothing else', () => {
    const [first] = file.directory.authorities
    const more: StageFile = {
      ...file,
      directory: {
        authorities: [
          { ...first, code: 'E06000068', name: 'Newly Made', key: 'newly-made' } as const,
          ...file.directory.authorities,
        ],
        agencies: [{ key: 'newly-made', name: 'Newly made', type: 'domestic-abuse' }, ...all600],
      },
    }
    const next = templatesOfFile(more)
    const changed = Object.keys(next).filter(
      (name) => JSON.stringify(next[name]?.toJSON()) !== JSON.stringify(templates[name]?.toJSON()),
    )
    expect(changed).toHaveLength(2)
    for (const name of changed) {
      expect(partOf(next[name], 'Resources')).toMatchObject(partOf(templates[name], 'Resources'))
    }
  })
})

describe('what a function is told of a trial', () => {
  it('is told to each that matches, and to no other', () => {
    const functions = resourcesOf(templatesOfFile(local), 'AWS::Lambda::Function')
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
