import { type Stack, Validations } from 'aws-cdk-lib'

const queueOfLastResort =
  'A queue of last resort has none behind it: what is in it is kept two weeks, and an alarm rings at the first message'
const topicsByName =
  'Topics by what their names begin with, so that one more authority changes no role; the operators’ own topic is none of them'
const versionsOfOne = 'The versions of the one function the schedule wakes'
const ownAuthorisation =
  'Tokens are verified in the function, where the object and its owner are known; an authoriser would see neither. The catch-all, health, description and token routes are open on purpose'

/**
 * What cdk-nag finds and we leave as it is, each with the reason. A finding that is not here fails a test.
 */
export const acknowledged: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'hub-edge': { SQS3: queueOfLastResort },
  hub: {
    SQS3: queueOfLastResort,
    APIG2:
      'Requests are validated in the function by the zod contract, which is stricter than a gateway model',
    APIG3: 'The edge stack associates the firewall; the rule looks in this stack only',
    APIG4: ownAuthorisation,
    COG4: ownAuthorisation,
    'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]':
      'The gateway’s own role for writing logs, one an account, as AWS documents it; no function holds it',
    'IAM5[Resource::*]': 'X-Ray segments and the list of streams have no resource to name',
    'IAM5[Resource::arn:aws:sns:eu-west-2:<AWS::AccountId>:hub-alerts-*]': topicsByName,
    'IAM5[Resource::arn:aws:sns:eu-west-2:<AWS::AccountId>:hub-escalations-*]': topicsByName,
    'IAM5[Action::kms:GenerateDataKey*]':
      'Granted by the CDK with an event source’s dead letters, on one key',
    'IAM5[Action::kms:ReEncrypt*]':
      'Granted by the CDK with an event source’s dead letters, on one key',
    'IAM5[Resource::<TidyRegisterFunction40408AEC.Arn>:*]': versionsOfOne,
    'IAM5[Resource::<RotateIndexFunctionA09D389E.Arn>:*]': versionsOfOne,
    'IAM5[Resource::<WatchClocksFunction2E2971C1.Arn>:*]': versionsOfOne,
    'IAM5[Resource::<PublishMessagesFunction94CDCEA4.Arn>:*]': versionsOfOne,
    'IAM5[Resource::<ExpireConcernsFunction59EB513C.Arn>:*]': versionsOfOne,
    'IAM5[Resource::<SealAuditFunction2B2A029C.Arn>:*]': versionsOfOne,
  },
}

/** Stacks of queues, of which there are as many as a deployment needs. */
const ofQueues = /^hub-(alerts|agencies)/

const findingsOf = (stack: string): Readonly<Record<string, string>> =>
  ofQueues.test(stack) ? { SQS3: queueOfLastResort } : (acknowledged[stack] ?? {})

export const acknowledgeFindings = (stacks: readonly Stack[]): void => {
  for (const stack of stacks)
    for (const [finding, reason] of Object.entries(findingsOf(stack.stackName)))
      Validations.of(stack).acknowledge({ id: `AwsSolutions::AwsSolutions-${finding}`, reason })
}
