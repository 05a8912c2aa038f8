const CALENDAR_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is an ISO 8601 date that exists. PostgreSQL knows no year 0. */
export function isCalendarDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = CALENDAR_DATE.exec(text) ?? [];
  return isDayOfYear(Number(year), Number(month), Number(day));
}

export function isDayOfYear(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
