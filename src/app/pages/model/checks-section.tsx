import { formatCount, formatShare } from '../../base/i18n/format-number';
import { type MessageId, t } from '../../base/i18n/i18n';
import type { CheckFigures, ShareFigures } from './card-files';
import { CardSection, MissingFigure, TableFrame } from './card-section';
import cardSectionStyles from './card-section.module.css';
import foldStyles from './fold.module.css';
import { ShareCell } from './share-cell';
import tableStyles from './table.module.css';

/** How the reader does where reading is hard, where a picture changes, and where nothing is to be read. */
export function ChecksSection({ checks }: { readonly checks: readonly CheckFigures[] }) {
  return (
    <CardSection title={t('model.checks.title')} lead={t('model.checks.lead')}>
      {checks.length === 0 && <MissingFigure />}
      {GROUPS.map((group) => {
        const rows = checks.filter((check) => check.group === group);
        return rows.length === 0 ? null : <CheckGroup key={group} group={group} checks={rows} />;
      })}
    </CardSection>
  );
}

type Group = Exclude<CheckFigures['group'], 'plates'>;

const GROUPS: readonly Group[] = ['hard', 'changed', 'damaged', 'empty', 'scripts'];

const TITLES: Readonly<Record<Group, MessageId>> = {
  hard: 'model.checks.hard',
  changed: 'model.checks.changed',
  damaged: 'model.checks.damaged',
  empty: 'model.checks.empty',
  scripts: 'model.scripts.title',
};

const LEADS: Readonly<Record<Group, MessageId>> = {
  hard: 'model.checks.hardLead',
  changed: 'model.checks.changedLead',
  damaged: 'model.checks.damagedLead',
  empty: 'model.checks.emptyLead',
  scripts: 'model.checks.scriptsLead',
};

function CheckGroup({ group, checks }: { readonly group: Group; readonly checks: readonly CheckFigures[] }) {
  return (
    <div className={cardSectionStyles.part}>
      <h3>{t(TITLES[group])}</h3>
      <p className={cardSectionStyles.lead}>{t(LEADS[group])}</p>
      <CheckList checks={checks} />
    </div>
  );
}

/** Each check folded up, with its share beside its name. */
export function CheckList({ checks }: { readonly checks: readonly CheckFigures[] }) {
  return checks.map((check) => (
    <details key={check.name} className={foldStyles.fold}>
      <summary>{t('model.checks.summary', { name: check.name, share: formatShare(check.exact) })}</summary>
      <CheckTable check={check} />
    </details>
  ));
}

function CheckTable({ check }: { readonly check: CheckFigures }) {
  const hasSure = check.withSureDigit !== undefined;
  return (
    <TableFrame label={check.name}>
      <table className={tableStyles.table}>
        <caption>{check.split}</caption>
        <thead>
          <tr>
            <th scope="col">{t('model.checks.part')}</th>
            <th scope="col">{t(check.group === 'empty' ? 'model.checks.nothingRead' : 'model.checks.share')}</th>
            {hasSure && (
              <th scope="col" className={tableStyles.number}>
                {t('model.checks.withSureDigit')}
              </th>
            )}
            <th scope="col" className={tableStyles.number}>
              {t('model.accuracy.count')}
            </th>
          </tr>
        </thead>
        <tbody>
          {check.parts.map((part) => (
            <CheckRow key={part.name} part={part} />
          ))}
        </tbody>
        <tfoot>
          <CheckRow part={{ ...check, name: t('model.checks.all') }} />
        </tfoot>
      </table>
    </TableFrame>
  );
}

function CheckRow({ part }: { readonly part: ShareFigures }) {
  return (
    <tr>
      <th scope="row">{part.name}</th>
      <td>
        <ShareCell exact={part.exact} wilson95={part.wilson95} />
      </td>
      {part.withSureDigit !== undefined && <td className={tableStyles.number}>{formatShare(part.withSureDigit)}</td>}
      <td className={tableStyles.number}>{formatCount(part.count)}</td>
    </tr>
  );
}
