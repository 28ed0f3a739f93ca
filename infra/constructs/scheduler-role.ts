import { ArnFormat, Stack } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'

/**
 * The role in which the clock wakes functions: one for all, for a stack takes five hundred resources. Nothing but the scheduler
 * of this account, for schedules of its default group, may assume it, and all that it may is to invoke them.
 */
export const schedulerRole = (parent: Construct): Role => {
  const { account } = Stack.of(parent)
  const sourceArn = Stack.of(parent).formatArn({
    service: 'scheduler',
    resource: 'schedule-group',
    resourceName: 'default',
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  })
  return new Role(parent, 'SchedulerRole', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: {
        StringEquals: { 'aws:SourceAccount': account, 'aws:SourceArn': sourceArn },
      },
    }),
  })
}
