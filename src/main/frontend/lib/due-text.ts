const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * "due in 12 min", "late by 2 h": the same words as `Times.due` in Java, which renders them first. Rounded down, so nobody is promised time
 * that is not there.
 *
 * @param millis from now until the due instant; negative once late
 */
export function dueText(millis: number): string {
  return millis > 0 ? `due in ${span(millis)}` : `late by ${span(-millis)}`;
}

function span(millis: number): string {
  if (millis < MINUTE) {
    return 'less than 1 min';
  }
  if (millis < HOUR) {
    return `${Math.floor(millis / MINUTE)} min`;
  }
  if (millis < DAY) {
    const minutes = Math.floor((millis % HOUR) / MINUTE);
    return `${Math.floor(millis / HOUR)} h${minutes > 0 ? ` ${minutes} min` : ''}`;
  }
  if (millis < 2 * DAY) {
    return `${Math.floor(millis / HOUR)} h`;
  }
  return `${Math.floor(millis / DAY)} days`;
}
