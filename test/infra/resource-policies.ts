import { plainId, readable } from './readable.ts'
import { type Resource, resourcesOf, type Templates } from './synth.ts'

type Document = { readonly Statement: readonly Readonly<Record<string, unknown>>[] }

/** Where each type keeps what others may do with it. */
const documents: Readonly<Record<string, string>> = {
  'AWS::KMS::Key': 'KeyPolicy',
  'AWS::SNS::TopicPolicy': 'PolicyDocument',
  'AWS::SQS::QueuePolicy': 'PolicyDocument',
  'AWS::S3::BucketPolicy': 'PolicyDocument',
  'AWS::ApiGateway::RestApi': 'Policy',
  'AWS::DynamoDB::Table': 'ResourcePolicy',
  'AWS::IAM::Role': 'AssumeRolePolicyDocument',
}

/** Every part of a statement, those too that nobody thought of. */
const lineOf = ({
  Effect,
  Principal,
  Action,
  Resource: on,
  Condition,
  Sid: _,
  ...rest
}: Readonly<Record<string, unknown>>): string =>
  [
    readable(Effect),
    readable(Principal),
    readable(Action),
    ...(on === undefined ? [] : [`on ${readable(on)}`]),
    Condition === undefined ? 'always' : `if ${readable(Condition)}`,
    ...(Object.keys(rest).length > 0 ? [readable(rest)] : []),
  ].join(' | ')

const linesOfDocument = (
  id: string,
  property: string,
  { Properties }: Resource,
): readonly string[] => {
  const document = Properties[property] as Document | undefined
  const statements = document?.Statement.map(lineOf) ?? ['no policy of its own']
  return statements.map((line) => `${plainId(id)} | ${line}`)
}

const sectionOf = (templates: Templates, type: string, property: string): readonly string[] => [
  `# ${type}`,
  ...Object.entries(resourcesOf(templates, type))
    .flatMap(([id, resource]) => linesOfDocument(id, property, resource))
    .toSorted(),
  '',
]

const permissionsOf = (templates: Templates): readonly string[] => [
  '# AWS::Lambda::Permission',
  ...Object.values(resourcesOf(templates, 'AWS::Lambda::Permission'))
    .map(({ Properties: { FunctionName, Principal, Action, ...rest } }) =>
      [FunctionName, Principal, Action, rest].map(readable).join(' | '),
    )
    .toSorted(),
  '',
]

/** What roles may do beside the statements of the grant matrix. */
const attachedOf = (templates: Templates): readonly string[] => [
  '# AWS::IAM::Role, attached',
  ...Object.entries(resourcesOf(templates, 'AWS::IAM::Role')).flatMap(
    ([
      id,
      {
        Properties: { ManagedPolicyArns, Policies },
      },
    ]) =>
      [ManagedPolicyArns, Policies]
        .flat()
        .filter((policy) => policy !== undefined)
        .map((policy) => `${plainId(id)} | ${readable(policy)}`),
  ),
  '',
]

/** Every type of resource: one that is new may carry a policy that no section above shows. */
const typesOf = (templates: Templates): readonly string[] => [
  '# types',
  ...new Set(
    Object.values(templates)
      .flatMap((template) =>
        Object.values(template.toJSON()['Resources'] as Readonly<Record<string, Resource>>),
      )
      .map(({ Type }) => Type)
      .toSorted(),
  ),
]

/** What the policy of each resource lets others do with it or refuses them, one line a statement. */
export const resourcePoliciesOf = (templates: Templates): readonly string[] => [
  ...Object.entries(documents).flatMap(([type, property]) => sectionOf(templates, type, property)),
  ...permissionsOf(templates),
  ...attachedOf(templates),
  ...typesOf(templates),
]
