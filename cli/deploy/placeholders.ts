import type { StageFile } from '../../infra/stages/stage-file.ts'

/** Domains that RFC 2606 and RFC 6761 keep for examples. */
const nobodysDomain = /(?:^|\.)(?:example|invalid|localhost|test)$/
/** Accounts that stand for any in AWS's own documentation. */
const nobodysAccount = /1{4}2{4}3{4}|4{4}5{4}6{4}|123456789012|0{12}/
const noCertificate = /0{8}-0{4}-0{4}-0{4}-0{12}/

/** What of a stage is nobody's yet: an example that was copied and not filled in, by the names of its fields. */
export const placeholdersIn = ({ edge }: StageFile): readonly string[] => {
  if (edge === undefined) return ['edge']
  const { domainName, certificateArn, account, operationsSubscription, backupVaultArn } = edge
  const { clientCertificateArn, console } = edge
  const isNobodysCertificate = (arn: string): boolean =>
    noCertificate.test(arn) || !arn.includes(account)
  const isNobodys = {
    'edge.domainName': nobodysDomain.test(domainName),
    'edge.account': nobodysAccount.test(account),
    'edge.certificateArn': isNobodysCertificate(certificateArn),
    'edge.operationsSubscription': nobodysDomain.test(new URL(operationsSubscription).hostname),
    'edge.clientCertificateArn':
      clientCertificateArn !== undefined && !clientCertificateArn.includes(account),
    ...(console !== undefined && {
      'edge.console.domainName': nobodysDomain.test(console.domainName),
      'edge.console.certificateArn': isNobodysCertificate(console.certificateArn),
      'edge.console.issuer': nobodysDomain.test(new URL(console.issuer).hostname),
    }),
    // A copy in the hub's own account would be lost with it.
    'edge.backupVaultArn': nobodysAccount.test(backupVaultArn) || backupVaultArn.includes(account),
  }
  return Object.entries(isNobodys).flatMap(([field, holds]) => (holds ? [field] : []))
}
