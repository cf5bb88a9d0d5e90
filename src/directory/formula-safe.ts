// A cell that begins like this is run as a formula when someone opens the file in a spreadsheet, wide signs and those after
// blanks by some of them (OWASP, CSV injection). A plain number is none.
const RISKY = /^['\s\p{Cf}]*[=+\-@＝＋－＠]|^'*[\t\r\n]/u;
const NUMBER = /^-?\d+(?:\.\d+)?$/u;

/** A value as a cell that no spreadsheet runs: with an apostrophe before it, which spreadsheets read as "this is text". */
export function toSafeCell(value: string): string {
  return RISKY.test(value) && !NUMBER.test(value) ? `'${value}` : value;
}

/** The value of a cell that {@link toSafeCell} wrote. */
export function fromSafeCell(cell: string): string {
  return cell.startsWith("'") && RISKY.test(cell) ? cell.slice(1) : cell;
}
