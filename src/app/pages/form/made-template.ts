import type { PixelImage } from '../../../contract/image';
import type { FormTemplate } from '../../../forms/form-template';
import { formPrint } from '../../../forms/make-template';
import { toGray } from '../../../imaging/luminance';
import type { FormPlan } from './form-plan';

/** What a template is made of: the page that is shown, and what was marked on it. */
export interface TemplateParts {
  readonly id: string;
  readonly name: string;
  readonly page: PixelImage;
  readonly plan: FormPlan;
}

export function madeTemplate({ id, name, page, plan: { fields, rules } }: TemplateParts): FormTemplate {
  return { id, name, print: formPrint(toGray(page), fields), fields, rules };
}
