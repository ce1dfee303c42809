/** A calendar day `YYYY-MM-DD` in the notice's time zone; never an instant. */
export type CalendarDate = string;
