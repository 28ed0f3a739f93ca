// One digit throughout after the prefix, or a run up the keyboard: typed to get past a required field.
const invented = /^\+\d{2,4}?(\d)\1{7,}$|1234567/

/**
 * Numbers that no household has: 03, 084 and 087 are organisations' and helplines', 0800 and 0808 are free to call, 09 is
 * paid for, and +800 is free in every country.
 */
const ofOrganisations = /^\+44(?:3\d{9}|80[08]\d{6,7}|8[47]\d{8}|9\d{9})$|^\+800/

const international = (dialled: string): string => {
  if (dialled.startsWith('+')) return dialled.slice(1)
  if (dialled.startsWith('00')) return dialled.slice(2)
  if (dialled.startsWith('44') && dialled.length >= 11) return dialled
  if (dialled.startsWith('0')) return `44${dialled.slice(1)}`
  return /^[1237]\d{9}$/.test(dialled) ? `44${dialled}` : dialled
}

/**
 * E.164, read as a British number unless it says otherwise; "+44 (0)" is put right. Undefined when it cannot be a
 * subscriber's number, or is an organisation's.
 * @see ITU-T E.164; Ofcom, National Telephone Numbering Plan
 */
export const phoneOf = (text: string): string | undefined => {
  const [spoken = ''] = text.slice(0, 40).toLowerCase().split(/x|ext/)
  const dialled = spoken.trim().replace(/[^0-9+]/g, '')
  const digits = international(dialled.replace(/(?!^)\+/g, '')).replace(/^440/, '44')
  const number = `+${digits}`
  const rightLength = digits.startsWith('44') ? /^44[1-9]\d{8,9}$/ : /^[1-9]\d{8,14}$/
  const isTheirs = rightLength.test(digits) && !invented.test(number)
  return isTheirs && !ofOrganisations.test(number) ? number : undefined
}
