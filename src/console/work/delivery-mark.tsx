import type { DeliveryState, TalkView } from '../../http/console-contract.ts';
import { Icon, type IconName } from '../look/icon.tsx';
import { useWords } from '../words/use-words.tsx';
import classes from './delivery-mark.module.css';

const ICONS: Record<DeliveryState, IconName> = {
  'held-back': 'clock',
  waiting: 'clock',
  sending: 'arrow',
  accepted: 'arrow',
  sent: 'check',
  delivered: 'checks',
  failed: 'alert',
  expired: 'alert',
  unknown: 'alert',
  dropped: 'close',
};
const BAD: ReadonlySet<DeliveryState> = new Set(['failed', 'expired', 'unknown']);

/** How far a text has come. */
export function DeliveryMark({ delivery }: { delivery: TalkView['deliveries'][string] | undefined }) {
  const { t } = useWords();
  if (!delivery) return null;
  const { state, code } = delivery;
  return (
    <p className={classes.mark} data-bad={BAD.has(state)}>
      <Icon name={ICONS[state]} size={13} />
      {t(`delivery.${state}`)}
      {code !== undefined && ` (${code})`}
    </p>
  );
}
