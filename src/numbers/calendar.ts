/** The order of day, month and year in a date. */
export type DateOrder = 'day-month-year' | 'month-day-year' | 'year-month-day';
export const DATE_ORDERS: readonly DateOrder[] = ['day-month-year', 'month-day-year', 'year-month-day'];

/** Years in two digits may be of this or the last century. */
const YEARS = { first: 1900, last: 2099 } as const;
/** Where no year is written, the 29th of February exists. */
const ANY_YEAR = '2000';

/**
 * Whether a text is a day of the calendar in one of the orders: with slashes, dashes or points, the year may be
 * missing then, or six or eight digits.
 */
export function isDateText(text: string, orders: readonly DateOrder[] = DATE_ORDERS): boolean {
  return orders.some((order) => partings(text, order).some((parts) => isCalendarDate(parts, [order])));
}

/** The ways to part a text into three parts of a date, in the order they are written. */
function partings(text: string, order: DateOrder): readonly (readonly [string, string, string])[] {
  const marked = /^(\d{1,4})([-/.])(\d{1,2})(?:\2(\d{1,4})?)?$/.exec(text);
  const isYearFirst = order === 'year-month-day';
  if (marked) {
    const [, first = '', , second = '', third = ANY_YEAR] = marked;
    return [isYearFirst && marked[4] === undefined ? [ANY_YEAR, first, second] : [first, second, third]];
  }
  if (!/^(\d{6}|\d{8})$/.test(text)) return [];
  const yearDigits = text.length - 4;
  const [first, second] = isYearFirst ? [yearDigits, 2] : [2, 2];
  return [[text.slice(0, first), text.slice(first, first + second), text.slice(first + second)]];
}

/** Whether three parts of a date, as written, are a day of the calendar from 1900 to 2099 in one of the orders. */
export function isCalendarDate(
  [first, second, third]: readonly [string, string, string],
  orders: readonly DateOrder[] = DATE_ORDERS,
): boolean {
  return orders.some((order) => {
    switch (order) {
      case 'day-month-year':
        return isDay(first, second, third);
      case 'month-day-year':
        return isDay(second, first, third);
      case 'year-month-day':
        // '12.3.4' is no day of the year 12.
        return (first.length === 4 || second.length + third.length === 4) && isDay(third, second, first);
      default:
        return false;
    }
  });
}

function isDay(dayText: string, monthText: string, yearText: string): boolean {
  if (dayText.length > 2 || monthText.length > 2 || (yearText.length !== 2 && yearText.length !== 4)) return false;
  const [day, month] = [Number(dayText), Number(monthText)];
  const year = Number(yearText) + (yearText.length === 2 ? 2000 : 0);
  if (year < YEARS.first || year > YEARS.last || month < 1 || month > 12 || day < 1) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= lengths[month - 1]!;
}
