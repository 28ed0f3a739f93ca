import type { IAlarm } from 'aws-cdk-lib/aws-cloudwatch'
import {
  LambdaApplication,
  LambdaDeploymentConfig,
  LambdaDeploymentGroup,
} from 'aws-cdk-lib/aws-codedeploy'
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import type { HubFunction } from './hub-function.ts'

/**
 * Gives a new version one request in ten for five minutes, then all; when the alarm on what it logs or on crashes rings meanwhile, the
 * version before has all of them again, and the deployment fails. Only for what answers requests: whatever a stream or the clock
 * wakes does all of its work with one version.
 */
export const releaseGradually = (
  scope: Construct,
  id: string,
  { functions, errors }: { readonly functions: readonly HubFunction[]; readonly errors: IAlarm },
): void => {
  const releases = new Construct(scope, id)
  const application = new LambdaApplication(releases, 'Application', { applicationName: 'hub' })
  const role = new Role(releases, 'Role', {
    assumedBy: new ServicePrincipal('codedeploy.amazonaws.com'),
    managedPolicies: [
      ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSCodeDeployRoleForLambdaLimited'),
    ],
  }).withoutPolicyUpdates()
  for (const { node, alias, failures, answersRequests } of functions)
    if (answersRequests)
      new LambdaDeploymentGroup(releases, node.id, {
        application,
        alias,
        role,
        alarms: [failures, errors],
        deploymentConfig: LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
      })
}
