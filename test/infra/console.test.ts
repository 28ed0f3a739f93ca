import { describe, expect, it } from 'vitest'
import { resourcesOf, templatesOf } from './synth.ts'

const templates = templatesOf('production')
const { 'hub-console': own } = templates
const text = JSON.stringify(own?.toJSON())

type Statement = { readonly Action: string | readonly string[]; readonly Resource: unknown }

const statements = (): readonly Statement[] =>
  Object.entries(resourcesOf(templates, 'AWS::IAM::Policy'))
    .filter(([id]) => id.startsWith('hub-console/'))
    .flatMap(
      ([, { Properties }]) =>
        (Properties['PolicyDocument'] as { readonly Statement: readonly Statement[] }).Statement,
    )

describe('the console', () => {
  it('may touch its own table, its own keys and its own log, and nothing of the hub’s', () => {
    const touched = statements()
      .filter(({ Resource }) => JSON.stringify(Resource) !== '"*"')
      .flatMap(({ Resource }) => [Resource].flat())
      .map(
        (resource) =>
          /"Fn::GetAtt":\["([A-Za-z]+?)[0-9A-F]{8}"/.exec(JSON.stringify(resource))?.[1],
      )
    expect(new Set(touched)).toEqual(
      new Set(['Console', 'ConsoleTable', 'ConsoleSigning', 'ConsoleCookies', 'ServeConsoleLog']),
    )
  })

  it('may do with everything no more than send its traces', () => {
    const anywhere = statements().filter(({ Resource }) => JSON.stringify(Resource) === '"*"')
    expect(anywhere.map(({ Action }) => Action)).toEqual([
      ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'],
    ])
  })

  it('takes from other stacks the key of the logs and where alarms ring', () => {
    const imported = new Set(text.match(/hub-(?!console)[a-z]+:ExportsOutput[A-Za-z]+/g))
    expect([...imported].toSorted()).toEqual([
      'hub-keys:ExportsOutputFnGetAttLogs',
      'hub-operations:ExportsOutputRefOperations',
    ])
  })

  it('signs people in at the provider that the stage names, and at none of this machine', () => {
    expect(text).toContain('https://login.hub.example')
    const everywhere = JSON.stringify(Object.values(templates).map((one) => one.toJSON()))
    expect(everywhere).not.toMatch(/localhost|127\.0\.0\.1/)
  })

  it('stands behind the firewall, under a name of its own', () => {
    const associations = resourcesOf(templates, 'AWS::WAFv2::WebACLAssociation')
    expect(Object.keys(associations)).toHaveLength(2)
    const domains = Object.values(resourcesOf(templates, 'AWS::ApiGateway::DomainName'))
    expect(domains.map(({ Properties }) => Properties['DomainName'])).toEqual([
      'api.hub.example',
      'console.hub.example',
    ])
  })
})
