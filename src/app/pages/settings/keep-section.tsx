import { useState } from 'react';
import { formatBytes } from '../../base/i18n/format-bytes';
import { t } from '../../base/i18n/i18n';
import { KEEP_CHOICES, KEEP_COUNTS, type Retention, retentionOf } from '../../base/settings/settings';
import { useStore } from '../../base/store/store';
import choicesStyles from '../../parts/page/choices.module.css';
import sectionStyles from '../../parts/page/section.module.css';
import { useUploads } from '../../work/history/use-history';
import { applyRetention } from '../../work/retention/follow-retention';
import { beyondRetention } from '../../work/retention/plan-retention';
import { useServices } from '../../work/session/services';
import styles from './keep-section.module.css';

/** How much of the history stays. A choice that deletes something is asked about first. */
export function KeepSection() {
  const services = useServices();
  const { settings, session, history } = services;
  const profileId = session.profile?.id ?? '';
  const current = retentionOf(useStore(settings.state), profileId);
  const [draft, setDraft] = useState<Retention | null>(null);
  const [outcome, setOutcome] = useState('');
  const list = useUploads();
  const chosen = draft ?? current;
  const uploads = list.phase === 'ready' ? list.uploads : [];
  const going = beyondRetention(uploads, chosen, Date.now()).filter((upload) => !history.held.unsaved.has(upload.id));
  const size = formatBytes(going.reduce((sum, upload) => sum + upload.size, 0));

  const choose = (change: Partial<Retention>) => {
    const next = { ...chosen, ...change };
    setOutcome('');
    setDraft(isSame(next, current) ? null : next);
  };
  const apply = async () => {
    settings.change({ ...chosen, keepOf: profileId });
    setDraft(null);
    const count = await applyRetention(services);
    setOutcome(count > 0 ? t('keep.deleted', { count }) : t('keep.saved'));
  };

  return (
    <fieldset className={`sheet ${sectionStyles.section}`}>
      <legend className={sectionStyles.title}>{t('keep.title')}</legend>
      <div className={choicesStyles.choices}>
        {KEEP_CHOICES.map((keep) => (
          <label key={keep} className={choicesStyles.item}>
            <input type="radio" name="keep" checked={keep === chosen.keep} onChange={() => choose({ keep })} />
            {t(`keep.${keep}`)}
          </label>
        ))}
      </div>
      {chosen.keep === 'last' && (
        <CountField
          label={t('keep.last.count')}
          value={chosen.keepLast}
          range={KEEP_COUNTS.last}
          onChange={(keepLast) => choose({ keepLast })}
        />
      )}
      {chosen.keep === 'days' && (
        <CountField
          label={t('keep.days.count')}
          value={chosen.keepDays}
          range={KEEP_COUNTS.days}
          onChange={(keepDays) => choose({ keepDays })}
        />
      )}
      {(chosen.keep === 'last' || chosen.keep === 'days') && <p>{t('keep.words')}</p>}
      {chosen.keep === 'nothing' && <p>{t('keep.nothing.words')}</p>}
      {draft && (
        <div className={sectionStyles.confirm}>
          {going.length > 0 && <p role="status">{t('keep.confirm', { count: going.length, size })}</p>}
          <div className="actions">
            <button type="button" className="button button--primary" onClick={() => void apply()}>
              {going.length > 0 ? t('keep.delete', { count: going.length }) : t('keep.apply')}
            </button>
            <button type="button" className="button" onClick={() => setDraft(null)}>
              {t('keep.cancel')}
            </button>
          </div>
        </div>
      )}
      <p role="status" className={sectionStyles.note}>
        {outcome}
      </p>
    </fieldset>
  );
}

function isSame(a: Retention, b: Retention): boolean {
  return a.keep === b.keep && a.keepLast === b.keepLast && a.keepDays === b.keepDays;
}

interface CountFieldProps {
  readonly label: string;
  readonly value: number;
  readonly range: { readonly fewest: number; readonly most: number };
  readonly onChange: (value: number) => void;
}

function CountField({ label, value, range, onChange }: CountFieldProps) {
  // What is being typed may be no number yet.
  const [typed, setTyped] = useState(String(value));
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <input
        className="control"
        type="number"
        inputMode="numeric"
        min={range.fewest}
        max={range.most}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          const count = Number(currentTarget.value);
          if (Number.isInteger(count) && count >= range.fewest && count <= range.most) {
            onChange(count);
          }
        }}
        onBlur={() => setTyped(String(value))}
      />
    </label>
  );
}
