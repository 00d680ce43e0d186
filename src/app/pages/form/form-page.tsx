import { ArrowLeft } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { RecognitionFailure } from '../../../contract/failure';
import type { PixelImage } from '../../../contract/image';
import type { FormTemplate } from '../../../forms/form-template';
import { t } from '../../base/i18n/i18n';
import { localFailureWords } from '../../base/i18n/local-failure';
import { FailureSheet } from '../../parts/page/failure-sheet';
import { usePageTitle } from '../../parts/page/use-page-title';
import { openPicture } from '../../work/queue/open-picture';
import { useServices } from '../../work/session/services';
import { FieldList } from './field-list';
import { FieldsOverPage } from './fields-over-page';
import styles from './form-page.module.css';
import type { FormPlan } from './form-plan';
import { FormReader } from './form-reader';
import { printPage, straightPage } from './straight-page';
import { TemplateFiles } from './template-files';

/** Marks the fields of a form once, in a picture of one, and reads any number of others with them. */
export function FormPage({ id }: { readonly id: string }) {
  usePageTitle(t('result.form'));
  const { queue, history } = useServices();
  const [page, setPage] = useState<PixelImage | null>(null);
  const [name, setName] = useState('');
  const [plan, setPlan] = useState<FormPlan>({ fields: [], rules: [] });
  const [failure, setFailure] = useState<RecognitionFailure | null>(null);

  useEffect(() => {
    let isOver = false;
    void openPicture(id, { queue, history }).then((result) => {
      if (isOver) return;
      if (!result.ok) return setFailure(result.failure);
      setName(result.value.name.replace(/\.\w+$/, ''));
      setPage(straightPage(result.value.pixels));
    });
    return () => {
      isOver = true;
    };
  }, [id, queue, history]);

  const open = (template: FormTemplate) => {
    setName(template.name);
    setPage(printPage(template.print));
    setPlan(template);
  };

  return (
    <div className={`page ${styles.form}`} aria-busy={!page && !failure}>
      <div className={styles.head}>
        <Link href={`/result/${id}`} className="button button--quiet" state={window.history.state}>
          <ArrowLeft size={20} aria-hidden />
          {t('result.back')}
        </Link>
        <h1 tabIndex={-1}>{t('result.form')}</h1>
      </div>
      {failure && <FailureSheet words={localFailureWords(failure)} detail={failure.detail} />}
      {page && (
        <>
          <p className={styles.lead}>{t('form.lead')}</p>
          <div className={styles.columns}>
            <FieldsOverPage page={page} fields={plan.fields} onChange={(fields) => setPlan({ ...plan, fields })} />
            <div className={styles.side}>
              <FieldList plan={plan} onChange={setPlan} />
              <TemplateFiles id={id} name={name} page={page} plan={plan} onOpen={open} />
            </div>
          </div>
          <FormReader id={id} name={name} page={page} plan={plan} />
        </>
      )}
    </div>
  );
}
