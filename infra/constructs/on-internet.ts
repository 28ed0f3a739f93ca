import { CfnOutput } from 'aws-cdk-lib'
import {
  BasePathMapping,
  DomainName,
  type DomainNameProps,
  EndpointType,
  type RestApiBase,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigateway'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import type { Construct } from 'constructs'

type Named = Pick<DomainNameProps, 'domainName' | 'mtls'> & {
  readonly api: RestApiBase
  /** Below which it stands. */
  readonly basePath: string
  readonly certificateArn: string
}

/** Gives an API a name of its own. `id` begins the names of what this makes. */
export const onInternet = (
  scope: Construct,
  id: string,
  { api, basePath, certificateArn, ...named }: Named,
): void => {
  const domain = new DomainName(scope, `${id}Domain`, {
    ...named,
    certificate: Certificate.fromCertificateArn(scope, `${id}Certificate`, certificateArn),
    endpointType: EndpointType.REGIONAL,
    securityPolicy: SecurityPolicy.TLS_1_2,
  })
  new BasePathMapping(scope, `${id}Mapping`, {
    domainName: domain,
    restApi: api,
    basePath,
    stage: api.deploymentStage,
  })
  new CfnOutput(scope, `${id}DomainTarget`, { value: domain.domainNameAliasDomainName })
}
