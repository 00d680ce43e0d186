import { formatCount } from '../../base/i18n/format-number';
import { type MessageId, t } from '../../base/i18n/i18n';
import { CardSection, TableFrame } from './card-section';
import foldStyles from './fold.module.css';
import type { ModelCard } from './load-model-card';
import type { LayerSummary, NetworkSummary } from './summarize-layers';
import tableStyles from './table.module.css';

/** The networks layer by layer, computed from the shipped files. */
export function NetworksSection({ card: { classifier, locator, line, plates } }: { readonly card: ModelCard }) {
  return (
    <CardSection title={t('model.build.title')} lead={t('model.build.lead')}>
      <NetworkTable name={t('model.build.locator')} summary={locator.summary} />
      <NetworkTable name={t('model.build.classifier')} summary={classifier.summary} />
      <NetworkTable name={t('model.build.line')} summary={line.summary} />
      {plates && <NetworkTable name={t('model.build.plateFinder')} summary={plates.finder.summary} />}
      {plates && <NetworkTable name={t('model.build.plateReader')} summary={plates.reader.summary} />}
    </CardSection>
  );
}

function NetworkTable({ name, summary }: { readonly name: string; readonly summary: NetworkSummary }) {
  const { layers, parameters } = summary;
  return (
    <details className={foldStyles.fold}>
      <summary>{t('model.build.summary', { name, layers: layers.length, parameters })}</summary>
      <TableFrame label={name}>
        <table className={tableStyles.table}>
          <thead>
            <tr>
              <th scope="col">{t('model.build.layer')}</th>
              <th scope="col">{t('model.build.kind')}</th>
              <th scope="col">{t('model.build.output')}</th>
              <th scope="col" className={tableStyles.number}>
                {t('model.build.parameters')}
              </th>
            </tr>
          </thead>
          <tbody>
            {layers.map((layer) => (
              <tr key={layer.name}>
                <th scope="row">{layer.name}</th>
                <td>{kindWords(layer)}</td>
                <td>{layer.output}</td>
                <td className={tableStyles.number}>{formatCount(layer.parameters)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                {t('model.build.total')}
              </th>
              <td className={tableStyles.number}>{formatCount(parameters)}</td>
            </tr>
          </tfoot>
        </table>
      </TableFrame>
    </details>
  );
}

const KINDS: Readonly<Record<string, MessageId>> = {
  InputLayer: 'model.build.kind.InputLayer',
  Conv2D: 'model.build.kind.Conv2D',
  MaxPooling2D: 'model.build.kind.MaxPooling2D',
  ZeroPadding2D: 'model.build.kind.ZeroPadding2D',
  UpSampling2D: 'model.build.kind.UpSampling2D',
  Add: 'model.build.kind.Add',
  GlobalAveragePooling2D: 'model.build.kind.GlobalAveragePooling2D',
  Dense: 'model.build.kind.Dense',
};

function kindWords({ kind, detail }: LayerSummary): string {
  const words = KINDS[kind] ? t(KINDS[kind]) : kind;
  return detail ? `${words}, ${detail}` : words;
}
