import type { Connection } from './connect.ts';
import { eachMaster, readInfo } from './each-master.ts';

/** Whether two connections lead to one server, under whatever names: each start of a server has an id of its own. */
export async function shareServer(one: Connection, other: Connection): Promise<boolean> {
  const [ids, others] = await Promise.all([one, other].map(runIds));
  return ids?.some((id) => others?.includes(id)) ?? false;
}

async function runIds(connection: Connection): Promise<string[]> {
  const infos = await Promise.all(eachMaster(connection).map((server) => readInfo(server, 'server')));
  return infos.flatMap((info) => info.get('run_id') ?? []);
}
