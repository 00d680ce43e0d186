import { formatBytes } from '../../base/i18n/format-bytes';
import { t } from '../../base/i18n/i18n';
import { PLATES_BYTES } from '../../work/queue/plates-bytes';
import type { CheckFigures } from './card-files';
import { CardSection } from './card-section';
import { CheckList } from './checks-section';
import type { ModelCard } from './load-model-card';

interface PlatesSectionProps {
  readonly plates: NonNullable<ModelCard['plates']>;
  readonly checks: readonly CheckFigures[];
}

/** The two networks that read number plates and codes with letters, and what was measured with them. */
export function PlatesSection({ plates, checks }: PlatesSectionProps) {
  const { version } = plates.reader.manifest;
  return (
    <CardSection
      title={t('model.plates.title')}
      lead={t('model.plates.lead', { size: formatBytes(PLATES_BYTES), version })}
    >
      {checks.length > 0 && <p>{t('model.checks.platesLead')}</p>}
      <CheckList checks={checks} />
    </CardSection>
  );
}
