import { Download, FolderOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import type { FormTemplate } from '../../../forms/form-template';
import { t } from '../../base/i18n/i18n';
import { madeTemplate, type TemplateParts } from './made-template';

/** Templates as files: saved, and opened again. */
export function TemplateFiles({
  onOpen,
  ...parts
}: TemplateParts & { readonly onOpen: (template: FormTemplate) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [isBroken, setBroken] = useState(false);
  const save = async () => {
    const [{ templateText }, { saveFile }] = await Promise.all([
      import('../../../forms/template-file'),
      import('../../base/browser/save-file'),
    ]);
    const text = templateText(madeTemplate(parts));
    saveFile(`${parts.name}.form.json`, new Blob([text], { type: 'application/json' }));
  };
  const open = async (file: File) => {
    const { parseTemplate } = await import('../../../forms/template-file');
    const template = parseTemplate(await file.text());
    setBroken(template === null);
    if (template) onOpen(template);
  };
  return (
    <>
      <div className="actions">
        <button type="button" className="button" disabled={parts.plan.fields.length === 0} onClick={() => void save()}>
          <Download size={20} aria-hidden />
          {t('form.save')}
        </button>
        <button type="button" className="button" onClick={() => input.current?.click()}>
          <FolderOpen size={20} aria-hidden />
          {t('form.open')}
        </button>
      </div>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('form.open')}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = '';
          if (file) void open(file);
        }}
      />
      <p role="status">{isBroken && t('form.broken')}</p>
    </>
  );
}
