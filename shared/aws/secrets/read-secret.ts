import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager'

/** A secret as it now stands, by its ARN. */
export type ReadSecret = (arn: string) => Promise<string>

/** Secrets of Secrets Manager that are text. @throws Error when it is not */
export const readSecretOf =
  (client: SecretsManagerClient): ReadSecret =>
  async (arn) => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }))
    if (SecretString === undefined) throw new Error('the secret is not text')
    return SecretString
  }
