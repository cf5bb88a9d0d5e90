import type { DeskService, Staff } from './desk-service.ts';
import type { CommandResult } from './desk-view.ts';

/**
 * A supervisor takes somebody's conversation for themselves: refused before anything is moved where they could not hold it,
 * so that nobody is left between two advocates.
 */
export async function takeOver(
  desk: Pick<DeskService, 'queue' | 'reassign' | 'claim'>,
  staff: Staff,
  talk: string,
): Promise<CommandResult<{ fence: number }>> {
  const { live } = await desk.queue(staff);
  const card = live.find((one) => one.talk === talk);
  if (card === undefined || card.owner?.id === staff.id) return desk.claim(staff, talk);
  if (staff.shift !== 'on') return { outcome: 'not-on-shift' };
  if (live.filter(({ owner }) => owner?.id === staff.id).length >= staff.loadCap) return { outcome: 'load-cap' };
  const moved = await desk.reassign(staff, talk, { account: staff.id });
  return moved.outcome === 'done' ? desk.claim(staff, talk) : moved;
}
