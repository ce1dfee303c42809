/**
 * Run as a child process with TZ set: prints the machine's zone as it took effect and a digest of
 * everything the built-in notice says over all its days. Equal digests mean that no answer depends on the
 * machine's zone.
 */
import { createHash } from 'node:crypto';
import { allowancesOn } from '@/lib/notice/allowances';
import { builtinPack } from '@/lib/notice/builtin';
import { addDays, dateIn } from '@/lib/notice/days';
import { explain } from '@/lib/notice/explain';
import { AUDIENCES } from '@/lib/notice/explanation';

let index = 0;
const hash = createHash('sha256');
for (let day = '2023-08-01'; day <= '2027-12-31'; day = addDays(day, 1)) {
  const midnight = new Date(`${day}T00:00:00+08:00`).getTime();
  for (const instant of [midnight - 1, midnight, midnight + 86_399_999]) {
    hash.update(dateIn(new Date(instant), builtinPack.timeZone));
  }
  // One audience a day in turn is explained whole; the rules are asked for all of them.
  const audience = AUDIENCES[index++ % AUDIENCES.length] ?? 'budget-unit';
  hash.update(JSON.stringify(explain(builtinPack, { today: day, audience })));
  for (const each of AUDIENCES) {
    hash.update(JSON.stringify(allowancesOn(builtinPack, { today: day, audience: each })));
  }
}
// The local hour of one instant proves that TZ was heeded.
const localHour = new Date(Date.UTC(2023, 8, 11, 0)).getHours();
process.stdout.write(JSON.stringify({ localHour, digest: hash.digest('hex') }));
