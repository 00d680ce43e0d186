import { Play, RotateCw, X } from 'lucide-react';
import { useEffect } from 'react';
import { formatBytes } from '../../base/i18n/format-bytes';
import { formatShare } from '../../base/i18n/format-number';
import { t } from '../../base/i18n/i18n';
import { localFailureWords } from '../../base/i18n/local-failure';
import { useStore } from '../../base/store/store';
import noticeStyles from '../../parts/page/notice.module.css';
import { useServices } from '../../work/session/services';
import { CardSection } from './card-section';
import type { ModelCard } from './load-model-card';
import type { SelfTestFailure, SelfTestStep } from './run-self-test';
import { SelfTestResult } from './self-test-result';
import { SELF_TEST } from './self-test-sample';
import styles from './self-test-section.module.css';
import { useSelfTest } from './use-self-test';

/** Lets visitors measure the reader in their own browser. */
export function SelfTestSection({ card }: { readonly card: ModelCard }) {
  const { announcement } = useServices();
  const { state, start, cancel } = useSelfTest();

  useEffect(() => {
    if (state.phase === 'done') {
      const { right, count } = state.report;
      announcement.set(t('model.test.done', { accuracy: formatShare(right / count, 1) }));
    }
  }, [state, announcement]);

  const lead = t('model.test.lead', { count: SELF_TEST.count, size: formatBytes(SELF_TEST.bytes) });
  return (
    <CardSection title={t('model.test.title')} lead={lead}>
      {state.phase === 'idle' || state.phase === 'canceled' || state.phase === 'done' || state.phase === 'failed' ? (
        <>
          {state.phase === 'done' && <SelfTestResult report={state.report} card={card} />}
          {state.phase === 'failed' && <Failure failure={state.failure} />}
          {state.phase === 'canceled' && <p role="status">{t('model.test.canceled')}</p>}
          <StartButton isFirst={state.phase === 'idle'} onStart={start} />
        </>
      ) : (
        <Progress step={state} onCancel={cancel} />
      )}
    </CardSection>
  );
}

function StartButton({ isFirst, onStart }: { readonly isFirst: boolean; readonly onStart: () => void }) {
  const Icon = isFirst ? Play : RotateCw;
  return (
    <div className="actions">
      <button type="button" className={isFirst ? 'button button--primary' : 'button'} onClick={onStart}>
        <Icon size={20} aria-hidden />
        {t(isFirst ? 'model.test.start' : 'model.test.again')}
      </button>
    </div>
  );
}

function Progress({ step, onCancel }: { readonly step: SelfTestStep; readonly onCancel: () => void }) {
  const { preparation } = useServices();
  const reader = useStore(preparation.state);
  const { value, words } = progressOf();
  return (
    <div className={`sheet ${styles.selfTest}`}>
      <progress value={value} max={1} aria-label={t('model.test.progress')} />
      <div className={styles.words}>
        <span>{words}</span>
        <button type="button" className="button" onClick={onCancel}>
          <X size={20} aria-hidden />
          {t('model.test.cancel')}
        </button>
      </div>
    </div>
  );

  function progressOf(): { readonly value: number | undefined; readonly words: string } {
    switch (step.phase) {
      case 'preparing':
        return {
          value:
            reader.phase === 'loading' && reader.totalBytes > 0 ? reader.loadedBytes / reader.totalBytes : undefined,
          words: t('model.test.preparing'),
        };
      case 'fetching':
        return { value: undefined, words: t('model.test.fetching') };
      case 'reading':
        return {
          value: step.done / step.total,
          words: t('model.test.reading', { done: step.done, total: step.total }),
        };
    }
  }
}

function Failure({ failure }: { readonly failure: SelfTestFailure }) {
  return (
    <div role="alert" className={`${noticeStyles.notice} ${noticeStyles.inline}`}>
      <p>{failureText(failure)}</p>
    </div>
  );
}

function failureText(failure: SelfTestFailure): string {
  switch (failure.kind) {
    case 'sample-missing':
      return t('model.test.missing');
    case 'sample-broken':
      return t('model.test.broken');
    default: {
      const { title, remedy } = localFailureWords(failure);
      return `${title}. ${remedy}`;
    }
  }
}
