import { type Stack, Validations } from 'aws-cdk-lib'
import { importPlaces } from '../shared/config/import-places.ts'
import { keepingAccountOf } from './keeping-account.ts'
import { sealedLogBucketOf } from './names.ts'
import type { StageFile } from './stages/stage-file.ts'

type Edge = Pick<NonNullable<StageFile['edge']>, 'account' | 'backupVaultArn'>

const queueOfLastResort =
  'A queue of last resort has none behind it: what is in it is kept two weeks, and an alarm rings at the first message'
const topicsByName =
  'Topics by what their names begin with, so that one more authority changes no role; the operators’ own topic is none of them'
const queuesByName =
  'Queues of agencies’ systems by what their names begin with, for an agency’s key has no length of its own: of those that are not pushed to each queue refuses it'
const tablesByName =
  'Tables by the name that CloudFormation gives those of one stack: the lost ones, and the new ones that do not stand yet'
const ofPages =
  'People sign in at their organisations’ identity provider; the function opens the session’s cookie, and the API decides what may be done with it'

const objectsOfSealedLog =
  'Objects of the sealed log, to be read and put; nobody may take one away or put over it'

const objectsOfImports =
  'Objects of the bucket of imports, by what their names begin with: their ids are made with each import'

/** What names begin with in the bucket of imports. @see importPlaces */
const ofImports = Object.fromEntries([
  ...Object.values(importPlaces).map((place) => [
    `IAM5[Resource::hub-data:ExportsOutputFnGetAttImportsC5EA4F6FArnBBEA0D9A/${place}*]`,
    objectsOfImports,
  ]),
  [
    'IAM5[Resource::arn:aws:states:eu-west-2:<AWS::AccountId>:execution:hub-imports:*]',
    'The executions of the one state machine, whose names are made with each import',
  ],
]) as Readonly<Record<string, string>>

/**
 * What cdk-nag finds and we leave as it is, each with the reason. A finding that is not here fails a test.
 */
export const acknowledged: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'hub-edge': { SQS3: queueOfLastResort },
  'hub-keeping': { SQS3: queueOfLastResort },
  'hub-backup': {
    'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]':
      'What AWS Backup needs to back up a table changes with AWS Backup; the policy is theirs, only backup.amazonaws.com may take the role, and it cannot restore',
  },
  'hub-recovery': {
    'IAM5[Resource::arn:aws:dynamodb:eu-west-2:<AWS::AccountId>:table/hub-data-*]': tablesByName,
    'IAM5[Resource::arn:aws:dynamodb:eu-west-2:<AWS::AccountId>:table/hub-data-*/export/*]':
      tablesByName,
    'IAM5[Resource::arn:aws:kms:eu-west-2:<AWS::AccountId>:key/*]':
      'Keys by their aliases, which the condition names: they are made by another stack, and anew with a new hub',
    'IAM5[Resource::arn:aws:kms:eu-west-2:*:key/*]':
      'The key of a lost hub is in another account: it is opened only in the context of the match index, and only as its own policy says',
    'IAM5[Resource::<Exports25637AFB.Arn>/*]': 'The objects of the one bucket that is for exports',
  },
  'hub-console': {
    APIG2:
      'What a browser sends is read in the function, page by page, where it can be told in words what is wrong',
    APIG3: 'The edge stack associates the firewall; the rule looks in this stack only',
    APIG4: ofPages,
    COG4: ofPages,
    'IAM5[Resource::*]': 'X-Ray segments have no resource to name, and it is granted nothing else',
  },
  hub: {
    SQS3: queueOfLastResort,
    SF1: 'An execution’s history is kept by the service, in ids and codes; the functions’ logs say what failed. Its own log would take the right to change every log’s policy',
    SF2: 'What is woken begins no trace, here as elsewhere: it would be one of single steps',
    ...ofImports,
    APIG2:
      'Requests are validated in the function by the zod contract, which is stricter than a gateway model',
    APIG3: 'The edge stack associates the firewall; the rule looks in this stack only',
    'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]':
      'The gateway’s own role for writing logs, one an account, as AWS documents it; no function holds it',
    'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]':
      'CodeDeploy’s own role for moving an alias of a function, as AWS documents it; it can change no code',
    'IAM5[Resource::*]': 'X-Ray segments and the list of streams have no resource to name',
    'IAM5[Resource::arn:aws:sns:eu-west-2:<AWS::AccountId>:hub-alerts-*]': topicsByName,
    'IAM5[Resource::arn:aws:sns:eu-west-2:<AWS::AccountId>:hub-escalations-*]': topicsByName,
    'IAM5[Resource::arn:aws:sns:eu-west-2:<AWS::AccountId>:hub-changes-*]': topicsByName,
    'IAM5[Resource::arn:aws:sqs:eu-west-2:<AWS::AccountId>:hub-changes-*]': queuesByName,
    'IAM5[Resource::arn:aws:sqs:eu-west-2:<AWS::AccountId>:hub-outgoing-changes-*]': queuesByName,
    'IAM5[Resource::arn:aws:sqs:eu-west-2:<AWS::AccountId>:hub-outgoing-changes-*-refused]':
      queuesByName,
    'IAM5[Resource::hub-data:ExportsOutputFnGetAttAuditLogA5B7094EArn61A886D9/index/*]':
      'All indexes of the one table that it answers from: named one by one they make its policy longer than one may be',
    'IAM5[Resource::arn:aws:logs:eu-west-2:<AWS::AccountId>:log-group:/hub/api-access:*]':
      'The streams of the one log group that the gateway writes',
    'IAM5[Resource::<LeftBehind1C4DAEA9.Arn>/*]':
      'The objects of the one bucket into which the stream of watch-tables puts what it gave up on: put, and never read by the function',
    'IAM5[Action::kms:GenerateDataKey*]':
      'Granted by the CDK with an event source’s dead letters, on one key',
    'IAM5[Action::kms:ReEncrypt*]':
      'Granted by the CDK with an event source’s dead letters, on one key',
  },
}

/** Stacks of queues, of which there are as many as a deployment needs. */
const ofQueues = /^hub-(alerts|agencies|changes)/

const findingsOf = (stack: string): Readonly<Record<string, string>> =>
  ofQueues.test(stack) ? { SQS3: queueOfLastResort } : (acknowledged[stack] ?? {})

/** The names of what stands in another account have that account's number, or this one's. */
const ofSealedLog = ({ account, backupVaultArn }: Edge): Readonly<Record<string, string>> => ({
  [`IAM5[Resource::arn:aws:s3:::${sealedLogBucketOf(account)}/*]`]: objectsOfSealedLog,
  [`IAM5[Resource::arn:aws:kms:eu-west-2:${keepingAccountOf({ backupVaultArn })}:key/*]`]:
    'The key of the sealed log, in another account: the condition names the bucket for which alone it is used, and its own policy the roles',
})

export const acknowledgeFindings = (stacks: readonly Stack[], edge?: Edge): void => {
  for (const stack of stacks) {
    const found = {
      ...findingsOf(stack.stackName),
      ...(stack.stackName === 'hub' && edge !== undefined && ofSealedLog(edge)),
    }
    for (const [finding, reason] of Object.entries(found))
      Validations.of(stack).acknowledge({ id: `AwsSolutions::AwsSolutions-${finding}`, reason })
  }
}
