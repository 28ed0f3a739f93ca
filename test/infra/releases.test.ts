import { describe, expect, it } from 'vitest'
import { everyFunction } from '../../shared/config/functions.ts'
import { fallback, routes } from '../../shared/config/routes.ts'
import { type Resource, resourcesOf, templatesOf } from './synth.ts'

const templates = templatesOf('production')
const text = (value: unknown): string => JSON.stringify(value)
const all = (type: string): readonly (Resource & { readonly UpdatePolicy?: object })[] =>
  Object.values(resourcesOf(templates, type))

const aliases = all('AWS::Lambda::Alias')
const answering = new Set<string>([
  fallback,
  ...Object.values(routes).map((route) => route.function),
])

/** What the document of an API calls, method by method. */
const calledBy = ({ Properties }: Resource): readonly unknown[] =>
  Object.values(
    (Properties['Body'] as { paths?: Record<string, object> } | undefined)?.paths ?? {},
  ).flatMap((methods): readonly unknown[] => Object.values(methods))

describe('a function', () => {
  it('is called by the name of the version in use, whoever calls it', () => {
    expect(aliases).toHaveLength(everyFunction.length)
    expect(new Set(aliases.map(({ Properties }) => Properties['Name']))).toEqual(new Set(['live']))
    const called = [
      ...all('AWS::Lambda::EventSourceMapping').map(({ Properties }) => Properties['FunctionName']),
      ...all('AWS::Scheduler::Schedule').map(
        ({ Properties }) => (Properties['Target'] as { readonly Arn: unknown }).Arn,
      ),
      ...all('AWS::ApiGateway::RestApi').flatMap(calledBy),
      ...all('AWS::ApiGateway::Method')
        .filter(({ Properties }) => text(Properties['Integration']).includes('AWS_PROXY'))
        .map(({ Properties }) => text(Properties['Integration'])),
    ]
    expect(called.length).toBeGreaterThan(350)
    expect(called.filter((target) => !/Live|:live"/.test(text(target)))).toEqual([])
  })

  it('may be called by the API in that version alone', () => {
    const targets = all('AWS::Lambda::Permission').map(({ Properties }) =>
      text(Properties['FunctionName']),
    )
    expect(targets.filter((target) => !target.includes('Live'))).toEqual([])
  })

  it('keeps the versions that ran before, to go back to', () => {
    const versions = all('AWS::Lambda::Version')
    expect(versions).toHaveLength(everyFunction.length)
    for (const { DeletionPolicy, UpdateReplacePolicy } of versions)
      expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['RetainExceptOnCreate', 'Retain'])
  })
})

describe('a new version', () => {
  const gradual = aliases.filter(({ UpdatePolicy }) => UpdatePolicy !== undefined)
  const groups = all('AWS::CodeDeploy::DeploymentGroup')

  it('of what answers requests is given one in ten of them first, and of what else there is all at once', () => {
    expect(gradual).toHaveLength(answering.size)
    expect(groups).toHaveLength(answering.size)
    expect(new Set(groups.map(({ Properties }) => Properties['DeploymentConfigName']))).toEqual(
      new Set(['CodeDeployDefault.LambdaCanary10Percent5Minutes']),
    )
    for (const name of ['SealAudit', 'AssessConcern', 'WatchClocks'])
      expect(text(gradual)).not.toContain(`"${name}Function`)
  })

  it('is taken back by itself when it logs a failure, or crashes', () => {
    for (const { Properties } of groups) {
      expect(Properties['AutoRollbackConfiguration']).toEqual({
        Enabled: true,
        Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM'],
      })
      expect(text(Properties['AlarmConfiguration'])).toContain('failuresAlarm')
      expect(text(Properties['AlarmConfiguration'])).toContain('ErrorsAlarm')
    }
  })
})
