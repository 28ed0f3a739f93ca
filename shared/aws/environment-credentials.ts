/** What signs a request. */
type Credentials = {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/**
 * The credentials of the function's own role, as Lambda sets them for the life of a container: nowhere else is looked.
 * @throws Error when the environment has none
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 */
export const environmentCredentials = async (): Promise<Credentials> => {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = process.env
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw new Error('the environment has no AWS credentials')
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken !== undefined && { sessionToken }),
  }
}

/** Stands in the bundles in place of the SDK's chain of providers, which asks files, single sign-on and other services. */
export const defaultProvider = () => environmentCredentials
