import { Dropdown, Field, makeStyles, Option, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { SetUp, SetUpScript } from '../../../../electron/contract/set-up.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { useText } from '../../../ui/use-text.ts';
import { Quiet } from '../../../ui/words.tsx';
import { Row } from '../../../ui/row.tsx';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '16px' },
  script: {
    width: '100%',
    '& textarea': {
      fontFamily: tokens.fontFamilyMonospace,
      fontSize: tokens.fontSizeBase200,
      maxHeight: 'none',
      whiteSpace: 'pre',
    },
  },
});

/** The generated script, for the tool that the person has. */
export function Scripts({ setUp }: { readonly setUp: SetUp }) {
  const styles = useStyles();
  const { t } = useText();
  const [kind, setKind] = useState<SetUpScript['kind'] | undefined>(setUp.scripts[0]?.kind);
  const script = setUp.scripts.find((one) => one.kind === kind);
  if (script === undefined) return null;
  const words = t(`setUp:register.kind.${script.kind}`);
  return (
    <div className={styles.box}>
      <Quiet measure={90}>{t('setUp:register.scriptLead')}</Quiet>
      {setUp.cloud === 'usGovL5' && <Quiet measure={90}>{t('setUp:register.noAzureCli')}</Quiet>}
      <Row gap={16} align="end">
        <Dropdown
          aria-label={t('setUp:register.script')}
          value={words}
          selectedOptions={[script.kind]}
          onOptionSelect={(_, data) =>
            setKind(setUp.scripts.find((one) => one.kind === data.optionValue)?.kind)
          }
        >
          {setUp.scripts.map((one) => (
            <Option key={one.kind} value={one.kind}>
              {t(`setUp:register.kind.${one.kind}`)}
            </Option>
          ))}
        </Dropdown>
        <CopyButton
          appearance="primary"
          label={t('setUp:register.copyScript')}
          value={() => script.text}
        />
      </Row>
      <Field label={t('setUp:register.scriptLabel', { kind: words })}>
        <Textarea className={styles.script} readOnly rows={9} value={script.text} />
      </Field>
    </div>
  );
}
