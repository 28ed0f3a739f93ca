import type { Templates } from './synth.ts'

type Statement = {
  readonly Effect: 'Allow' | 'Deny'
  readonly Action: string | readonly string[]
  readonly Resource: unknown
  readonly Condition?: unknown
}
type PolicyProperties = {
  readonly PolicyDocument: { readonly Statement: readonly Statement[] }
  readonly Roles: readonly { readonly Ref: string }[]
}

/** A resource by the name its stack gave it, or `*`; whatever the reader could not name stands as it is. */
const nameOf = (resource: unknown): string => {
  const whole = JSON.stringify(resource)
  if (whole === '"*"') return 'ANY RESOURCE'
  const id =
    /(?:FnGetAtt|OutputRef|Fn::GetAtt":\["|"Ref":")([A-Za-z]+?)[0-9A-F]{8}/.exec(whole)?.[1] ??
    whole
  if (whole.includes(':hub-sealed-log-')) return 'SealedLog of the keeping account'
  if (whole.includes(':kms:') && whole.includes(':key/*')) return 'Sealed of the keeping account'
  const index = /\/index\/(\w+)/.exec(whole)?.[1]
  const isStream = whole.includes('StreamArn') ? ' stream' : ''
  return index === undefined ? `${id}${isStream}` : `${id}/${index}`
}

const linesOf = (role: string, { Effect, Action, Resource, Condition }: Statement): string[] => {
  const via = JSON.stringify(Condition ?? '').match(/"kms:ViaService":"(\w+)/)?.[1]
  const rows = JSON.stringify(Condition ?? '').match(/"dynamodb:LeadingKeys":\[([^\]]+)/)?.[1]
  const of = rows === undefined ? '' : `(of ${rows.replaceAll('"', '').replaceAll(',', ', ')}) `
  const how = `${of}${Effect === 'Deny' ? 'NEVER ' : ''}${via === undefined ? '' : `(by ${via}) `}`
  const actions = [Action].flat().toSorted()
  return [Resource]
    .flat()
    .map((resource) => `${role} | ${nameOf(resource)} | ${how}${actions.join(' ')}`)
}

/** What every role of the hub may and may never do, one line a resource, as the templates say it. */
export const grantMatrixOf = (templates: Templates): string[] =>
  ['hub', 'hub-console']
    .flatMap((stack) => Object.values(templates[stack]?.findResources('AWS::IAM::Policy') ?? {}))
    .flatMap((policy) => {
      const { PolicyDocument, Roles } = policy['Properties'] as PolicyProperties
      const role = Roles[0]?.Ref.replace(/Role[0-9A-F]{8}$/, '') ?? '?'
      return PolicyDocument.Statement.flatMap((statement) => linesOf(role, statement))
    })
    .toSorted()
