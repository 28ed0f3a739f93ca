import { describe, expect, it } from 'vitest'
import { keyOfSealedLog } from '../../infra/names.ts'
import { templatesOf } from './synth.ts'

type Json = Record<string, unknown>
const production = templatesOf('production')
const local = templatesOf('local')

const isPlainHttpDenial = (statement: unknown): boolean =>
  JSON.stringify(statement).includes('"aws:SecureTransport":"false"')

/** The key of a sealed log that stands in another account is told by what it encrypts. */
const isOfSealedLog = (statement: unknown): boolean =>
  (statement as { readonly Sid?: unknown } | null)?.Sid === keyOfSealedLog

/** The emulator has one account: there the sealed log's bucket, and the log of its readers, stand in the hub's. */
const isOwnBucket = (id: string): boolean => /^(SealedLog|AccessLog)/.test(id)

/** A reference to that bucket, or to one of its objects. */
const sealedLogOf = (value: unknown): string | undefined => {
  const whole = JSON.stringify(value)
  if (/^"hub-sealed-log-\d{12}"$|^\{"Ref":"SealedLog[0-9A-F]{8}"\}$/.test(whole))
    return 'the sealed log'
  if (!/hub-sealed-log-|ExportsOutput(FnGetAtt|Ref)SealedLog/.test(whole)) return undefined
  const isReference = /^"arn:aws:s3:::|^\{"(Fn::ImportValue|Fn::Join|Fn::GetStackOutput)"/.test(
    whole,
  )
  if (isReference) return whole.includes('/*') ? 'objects of the sealed log' : 'the sealed log'
  return undefined
}

/** A policy statement list without the denials of plain HTTP; a list left empty is dropped with its policy. */
const withoutDenials = (value: unknown): unknown => {
  if (Array.isArray(value))
    return value
      .filter((item) => !isPlainHttpDenial(item) && !isOfSealedLog(item))
      .map(withoutDenials)
  const sealedLog = sealedLogOf(value)
  if (sealedLog !== undefined) return sealedLog
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !isOwnBucket(key))
      .map(([key, inner]) => [key, withoutDenials(inner)]),
  )
}

const hasStatements = (resource: unknown): boolean => {
  const document = (resource as { Properties?: { PolicyDocument?: { Statement?: unknown[] } } })
    .Properties?.PolicyDocument
  return document?.Statement === undefined || document.Statement.length > 0
}

const emptyPolicies = (resources: Json): Json =>
  Object.fromEntries(Object.entries(resources).filter(([, resource]) => hasStatements(resource)))

/** Versions are given out at once where CodeDeploy is not: neither its own resources, nor that an alias waits for it. */
const releasedAtOnce = (resources: Json): Json =>
  Object.fromEntries(
    Object.entries(resources)
      .filter(([id]) => !id.startsWith('Releases'))
      .map(([id, resource]) => {
        const { UpdatePolicy: _gradual, ...rest } = resource as Json
        return [id, rest]
      }),
  )

// The parts of a sweep beside the first.
const inOnePart = (resources: Json): Json =>
  Object.fromEntries(Object.entries(resources).filter(([name]) => !/EveryMinute[1-7]/.test(name)))

// Exports that only the edge stack imports.
const withoutExports = (outputs: unknown): Json =>
  Object.fromEntries(
    Object.entries(outputs ?? {}).filter(([name]) => !name.startsWith('ExportsOutput')),
  )

/** A template with every allowed difference taken out, each named once; whatever is left must be equal. */
const comparable = (template: Json): string => {
  const { Parameters: _synthesizer, Rules: _checks, Outputs: outputs, ...rest } = template
  const resources = inOnePart(
    releasedAtOnce(emptyPolicies(withoutDenials(rest['Resources']) as Json)),
  )
  return JSON.stringify(
    { ...rest, Resources: resources, Outputs: withoutDenials(withoutExports(outputs)) },
    null,
    1,
  )
    .replaceAll(/http:\/\/[a-z0-9.-]*localhost:4566\/v1/g, 'https://api.hub.example/v1') // the API's own address
    .replaceAll(
      /http:\/\/[a-z0-9.-]*localhost:4566\/console/g,
      'https://console.hub.example/console',
    ) // the console's own
    .replaceAll('http://127.0.0.1:4567', 'https://login.hub.example') // nobody's identity provider
    .replaceAll(/,?\\"http:\/\/127\.0\.0\.1:4566[^"\\]*\\"/g, '') // its address by number
    .replaceAll('"RECEIVERS": "loopback-too"', '"RECEIVERS": "internet"') // a receiver under test
    .replaceAll('"ACCESS_LOG": ""', '"ACCESS_LOG": "/hub/api-access"') // the gateway's log, where it keeps one
    .replaceAll(
      /http:\/\/127\.0\.0\.1:4566\/_aws\/execute-api\/[0-9a-f]{8}\/v1/g,
      'https://api.hub.example/v1',
    ) // where it calls itself
    .replaceAll(
      /("rate\(5 minutes\)",\s*"ScheduleExpressionTimezone": "Etc\/UTC",\s*"State": )"DISABLED"/g,
      '$1"ENABLED"',
    ) // a demo tells one story
    .replaceAll('hub.localhost/audit', 'api.hub.example/audit')
    .replaceAll(/\s*\{\s*"Key": "ms-custom-id",\s*"Value": "[0-9a-f]{8}"\s*\},?/g, '') // its pinned id
    .replaceAll(/"DisableExecuteApiEndpoint": true/g, '"DisableExecuteApiEndpoint": false') // no domain stands before it
    .replaceAll(/\{\\"number\\":0,\\"of\\":\d\}/g, 'a part of a sweep')
    .replaceAll(/cdk-hnb659fds-assets-[^"]*/g, 'assets')
    .replaceAll(/(Deployment[A-Za-z0-9]*?)[0-9a-f]{32}/g, '$1') // its hash follows the API's definition
    .replaceAll(/(CurrentVersion[0-9A-F]{8})[0-9a-f]{32}/g, '$1') // its hash follows what the function is told
}

describe('the local stage', () => {
  it('leaves out the edge stack and the backups, and nothing else', () => {
    const onlyInProduction = Object.keys(production).filter((name) => !(name in local))
    expect(onlyInProduction).toEqual(['hub-backup', 'hub-edge'])
    expect(Object.keys(local).filter((name) => !(name in production))).toEqual([])
  })

  it.each(Object.keys(local))('%s differs from production only as infra/stage.ts says', (name) => {
    const before = comparable(production[name]?.toJSON() ?? {}).split('\n')
    const after = comparable(local[name]?.toJSON() ?? {}).split('\n')
    expect(before.length).toBeGreaterThan(20)
    expect(after).toEqual(before)
  })
})
