import { Text, VisuallyHidden } from '@mantine/core';
import { useParams } from 'wouter';
import { Icon } from '../look/icon.tsx';
import { useWords } from '../words/use-words.tsx';
import { RecordDetail } from './record-detail.tsx';
import { RecordList } from './record-list.tsx';
import classes from './records-screen.module.css';

/** What people reported: the list, and the one that is being seen to. */
export default function RecordsScreen() {
  const { t } = useWords();
  const { record } = useParams();
  return (
    <div className={classes.records} data-open={record !== undefined}>
      <VisuallyHidden component="h1">{t('records.title')}</VisuallyHidden>
      <div className={classes.list}>
        <RecordList open={record} />
      </div>
      <div className={classes.detail}>
        {record === undefined ? (
          <div className={classes.nothing}>
            <Icon name="clipboard" size={36} />
            <Text>{t('records.choose')}</Text>
          </div>
        ) : (
          <RecordDetail key={record} id={record} />
        )}
      </div>
    </div>
  );
}
