// One digit throughout after the prefix, or a run up the keyboard: typed to get past a required field.
const invented = /^\+\d{2,4}?(\d)\1{7,}$|1234567/

const international = (dialled: string): string => {
  if (dialled.startsWith('+')) return dialled.slice(1)
  if (dialled.startsWith('00')) return dialled.slice(2)
  if (dialled.startsWith('44') && dialled.length >= 11) return dialled
  if (dialled.startsWith('0')) return `44${dialled.slice(1)}`
  return /^[1237]\d{9}$/.test(dialled) ? `44${dialled}` : dialled
}

/**
 * E.164, read as a British number unless it says otherwise; "+44 (0)" is put right. Undefined when it cannot be a
 * subscriber's number.
 * @see ITU-T E.164; Ofcom, National Telephone Numbering Plan
 */
export const phoneOf = (text: string): string | undefined => {
  const [spoken = ''] = text.slice(0, 40).toLowerCase().split(/x|ext/)
  const dialled = spoken.trim().replace(/[^0-9+]/g, '')
  const digits = international(dialled.replace(/(?!^)\+/g, '')).replace(/^440/, '44')
  const number = `+${digits}`
  const rightLength = digits.startsWith('44') ? /^44[1-9]\d{8,9}$/ : /^[1-9]\d{8,14}$/
  return rightLength.test(digits) && !invented.test(number) ? number : undefined
}
