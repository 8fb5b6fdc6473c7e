/** How long something may take: open hours and minutes, or business days; never a mixture. */
export type Unit = 'minutes' | 'hours' | 'days';
export type Target = { amount: number; unit: Unit };

export const UNITS: { value: Unit; label: string }[] = [
  { value: 'minutes', label: 'open minutes' },
  { value: 'hours', label: 'open hours' },
  { value: 'days', label: 'business days' },
];

/** Reads what the model has: `PT4H`, `PT90M`, `PT1H30M`, `P2D`. Undefined if it is none. */
export function readTarget(text: string): Target | undefined {
  const days = /^P([1-9]\d*)D$/.exec(text);
  if (days) {
    return { amount: Number(days[1]), unit: 'days' };
  }
  const time = /^PT(?=\d)(?:([1-9]\d*)H)?(?:([1-9]\d*)M)?$/.exec(text);
  if (!time) {
    return undefined;
  }
  const [, hours, minutes] = time;
  return minutes ? { amount: Number(hours ?? 0) * 60 + Number(minutes), unit: 'minutes' } : { amount: Number(hours), unit: 'hours' };
}

/** What the model is to have; undefined if the amount is no whole number from 1 on. Half an hour is given in minutes. */
export function writeTarget({ amount, unit }: Target): string | undefined {
  if (!Number.isFinite(amount) || amount <= 0 || amount > 9999) {
    return undefined;
  }
  if (unit === 'hours' && !Number.isInteger(amount)) {
    return writeTarget({ amount: Math.round(amount * 60), unit: 'minutes' });
  }
  if (!Number.isInteger(amount)) {
    return undefined;
  }
  return unit === 'days' ? `P${amount}D` : unit === 'hours' ? `PT${amount}H` : minutes(amount);
}

/** For people: "4 open hours". */
export function sayTarget(text: string): string {
  const target = readTarget(text);
  if (!target) {
    return text;
  }
  const words = UNITS.find(({ value }) => value === target.unit)!.label;
  return `${target.amount} ${target.amount === 1 ? words.slice(0, -1) : words}`;
}

function minutes(amount: number): string {
  const hours = Math.floor(amount / 60);
  const rest = amount % 60;
  return `PT${hours ? `${hours}H` : ''}${rest ? `${rest}M` : ''}`;
}
