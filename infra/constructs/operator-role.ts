import { Duration } from 'aws-cdk-lib'
import { AccountRootPrincipal, Role } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import { roleNameOf } from '../grants.ts'
import type { HubResources } from '../hub-resources.ts'
import { applyGrants } from './apply-grants.ts'

/**
 * The role in which people write the directory, by the command `hub`. It trusts the account, so nobody may assume it whom the
 * account’s own administrators have not let.
 */
export const operatorRole = (parent: Construct, resources: HubResources): void => {
  const scope = new Construct(parent, 'Operator')
  const role = new Role(scope, 'Role', {
    roleName: roleNameOf('operator'),
    description:
      'Lets clients, agencies and authorities in and out, records agreements, and releases what stands aside',
    assumedBy: new AccountRootPrincipal(),
    maxSessionDuration: Duration.hours(1),
  })
  applyGrants(scope, role, { name: 'operator', resources })
}
