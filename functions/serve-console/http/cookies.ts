/** What a cookie of the console is called and how a browser may use it, by where the console stands. */
export const cookieKind = (url: URL) => {
  const isSecure = url.protocol === 'https:'
  const prefix = isSecure ? '__Host-' : ''
  const kept = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
  return {
    nameOf: (name: string): string => `${prefix}hub-${name}`,
    set: (name: string, value: string, seconds: number): string =>
      `${prefix}hub-${name}=${value}; Max-Age=${seconds}; ${kept}`,
    clear: (name: string): string => `${prefix}hub-${name}=; Max-Age=0; ${kept}`,
  }
}
