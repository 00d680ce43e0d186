import { I18nProvider, Trans } from '@lingui/react';
import type { ReactElement } from 'react';
import { isolated, type MessageId, type MessageValues, speakerOf } from './i18n';

interface MessageProps {
  readonly id: MessageId;
  readonly values?: MessageValues;
  /** What stands for `<0>` and so on in the message. */
  readonly components: Readonly<Record<number, ReactElement>>;
}

/** A message with elements in it, in the language that `t` says it in. */
export function Message({ id, values = {}, components }: MessageProps) {
  return (
    <I18nProvider i18n={speakerOf(id)}>
      <Trans id={id} values={isolated(values)} components={components} />
    </I18nProvider>
  );
}
