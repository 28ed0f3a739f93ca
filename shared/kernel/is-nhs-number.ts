/**
 * Ten digits whose last is the modulus 11 check digit (weights 10 to 2; 11 becomes 0, 10 is never issued).
 * Repeated single digits satisfy the sum but are never issued, so they are refused too.
 * @see NHS Data Model and Dictionary, NHS NUMBER
 */
export const isNhsNumber = (value: string): boolean => {
  if (!/^\d{10}$/.test(value) || /^(\d)\1{9}$/.test(value)) return false
  const digits = [...value].map(Number)
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === digits[9]
}
