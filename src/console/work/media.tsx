import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Icon } from '../look/icon.tsx';
import { askForFile } from '../server/ask.ts';
import { useDesk } from '../server/desk.tsx';
import { useWords } from '../words/use-words.tsx';
import classes from './media.module.css';

type Stage = 'hidden' | 'loading' | 'blurred' | 'clear' | 'failed';

/** A picture that the texter sent: nobody has to see it. It is fetched when asked for, and then shown blurred first. */
export function Media({ talk, n, at, contentType }: { talk: string; n: number; at: number; contentType: string }) {
  const { t } = useWords();
  const { base } = useDesk();
  const [stage, setStage] = useState<Stage>('hidden');
  const [url, setUrl] = useState<string>();
  const picture = contentType.startsWith('image/');
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);

  async function open(): Promise<void> {
    setStage('loading');
    try {
      setUrl(URL.createObjectURL(await askForFile(`${base}/talks/${talk}/media`, { n, at })));
      setStage('blurred');
    } catch {
      setStage('failed');
    }
  }

  function hide(): void {
    setUrl(undefined);
    setStage('hidden');
  }

  return (
    <div className={classes.media}>
      {url && picture ? (
        <img src={url} alt={t('media.picture')} className={classes.picture} data-blurred={stage === 'blurred'} />
      ) : (
        <div className={classes.cover}>
          <Icon name="image" size={26} />
          <span>{picture ? t('media.hidden') : t('media.other', { type: contentType })}</span>
        </div>
      )}
      {stage === 'failed' && <p role="alert">{t('media.failed')}</p>}
      <div className={classes.choices}>
        {picture && (stage === 'hidden' || stage === 'loading' || stage === 'failed') && (
          <Button size="compact-sm" variant="default" loading={stage === 'loading'} onClick={() => void open()}>
            {t('media.open')}
          </Button>
        )}
        {stage === 'blurred' && (
          <Button size="compact-sm" variant="default" onClick={() => setStage('clear')}>
            {t('media.clear')}
          </Button>
        )}
        {(stage === 'blurred' || stage === 'clear') && (
          <Button size="compact-sm" variant="default" onClick={hide}>
            {t('media.hide')}
          </Button>
        )}
      </div>
    </div>
  );
}
