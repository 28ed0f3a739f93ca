import { CfnOutput } from 'aws-cdk-lib'
import {
  BasePathMapping,
  DomainName,
  EndpointType,
  type RestApi,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigateway'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import type { Construct } from 'constructs'
import type { Stage } from '../stage.ts'

type Named = NonNullable<NonNullable<Stage['edge']>['console']>

/** Gives the console a name of its own: beside the API’s, a browser would be asked for the certificate that systems show there. */
export const consoleOnInternet = (scope: Construct, api: RestApi, named: Named): void => {
  const domain = new DomainName(scope, 'ConsoleDomain', {
    domainName: named.domainName,
    certificate: Certificate.fromCertificateArn(scope, 'ConsoleCertificate', named.certificateArn),
    endpointType: EndpointType.REGIONAL,
    securityPolicy: SecurityPolicy.TLS_1_2,
  })
  new BasePathMapping(scope, 'ConsoleMapping', {
    domainName: domain,
    restApi: api,
    basePath: 'console',
    stage: api.deploymentStage,
  })
  new CfnOutput(scope, 'ConsoleDomainTarget', { value: domain.domainNameAliasDomainName })
}
