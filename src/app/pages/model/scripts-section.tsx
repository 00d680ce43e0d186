import type { ScriptHead } from '../../../contract/model-manifest';
import {
  DEFAULT_SCRIPT,
  NUMERAL_SCRIPTS,
  type NumeralScript,
  type NumeralScriptId,
} from '../../../contract/numeral-scripts';
import { wilsonInterval } from '../../../scoring/wilson-interval';
import { formatBytes } from '../../base/i18n/format-bytes';
import { formatCount } from '../../base/i18n/format-number';
import { t } from '../../base/i18n/i18n';
import { SCRIPTS_BYTES } from '../../work/queue/script-wish';
import type { CardManifest } from './card-files';
import { CardSection, TableFrame } from './card-section';
import { ShareCell } from './share-cell';
import tableStyles from './table.module.css';

/** One row a numeral script besides Latin: how many digits that were held back are read right, and what it was learned from. */
export function ScriptsSection({ manifest }: { readonly manifest: CardManifest }) {
  const rows = NUMERAL_SCRIPTS.filter(({ id }) => id !== DEFAULT_SCRIPT).flatMap((script) => {
    const head = manifest.heads?.find((each) => each.script === script.id);
    return head ? [{ script, head }] : [];
  });
  return (
    <CardSection
      title={t('model.scripts.title')}
      lead={t('model.scripts.lead', { size: formatBytes(SCRIPTS_BYTES), version: manifest.version })}
    >
      <TableFrame label={t('model.scripts.title')}>
        <table className={tableStyles.table}>
          <thead>
            <tr>
              <th scope="col">{t('model.scripts.script')}</th>
              <th scope="col">{t('model.accuracy.digits')}</th>
              <th scope="col" className={tableStyles.number}>
                {t('model.calibration.digits')}
              </th>
              <th scope="col">{t('model.data.set')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ script, head }) => (
              <ScriptRow key={script.id} script={script} head={head} manifest={manifest} />
            ))}
          </tbody>
        </table>
      </TableFrame>
    </CardSection>
  );
}

interface ScriptRowProps {
  readonly script: NumeralScript & { readonly id: NumeralScriptId };
  readonly head: ScriptHead;
  readonly manifest: CardManifest;
}

function ScriptRow({ script: { id, digits }, head, manifest: { dataSets = [] } }: ScriptRowProps) {
  const { testAccuracy: exact, testCount } = head;
  return (
    <tr>
      <th scope="row">
        {t(`script.${id}`)}
        <bdi className={tableStyles.more}>{digits.join(' ')}</bdi>
      </th>
      <td>
        <ShareCell exact={exact} wilson95={wilsonInterval(exact, testCount)} />
      </td>
      <td className={tableStyles.number}>{formatCount(testCount)}</td>
      <td className={tableStyles.words}>
        {head.dataSets.map((set) => dataSets.find((row) => row.id === set)?.title ?? set).join('; ')}
      </td>
    </tr>
  );
}
