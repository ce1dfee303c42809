import { readRows } from './border';
import { DEFAULT_SETTINGS } from './default-settings';
import type { Settings } from './model';
import { settingSchema, settingsShape } from './rows';

/** A setting's value out of its row; the default where there is none, or none that can be read. */
export function readSetting<K extends keyof Settings>(key: K, row: unknown): Settings[K] {
  const [known] = readRows(settingSchema, [row]);
  const value = settingsShape[key].safeParse(known?.value);
  return value.success ? (value.data as Settings[K]) : DEFAULT_SETTINGS[key];
}
