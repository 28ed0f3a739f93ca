const shared = /^(no-?reply|none|noemail|unknown|info|admin|reception|enquiries|test)$/

/**
 * One spelling of a personal mail address: lower case, no "+tag", Google's two names as one. Role mailboxes are missing:
 * many people share them.
 */
export const emailOf = (text: string): string | undefined => {
  const [local = '', domain = '', ...more] = text.slice(0, 254).trim().toLowerCase().split('@')
  const [name = ''] = local.split('+')
  if (name === '' || domain === '' || more.length > 0 || shared.test(name)) return undefined
  return `${name}@${domain === 'googlemail.com' ? 'gmail.com' : domain}`
}
