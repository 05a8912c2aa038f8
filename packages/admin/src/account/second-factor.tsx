import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { words } from '#words/words.ts';
import type { Account } from './account.ts';
import styles from './account-screen.module.css';
import { TurnOffDialog } from './turn-off-dialog.tsx';
import { TurnOnDialog } from './turn-on-dialog.tsx';

export function SecondFactor({ account }: { account: Account }) {
  const [act, setAct] = useState<'on' | 'off' | null>(null);
  const isOn = account.is_2fa_active;
  return (
    <div className={styles.state}>
      <span>{isOn ? words.account.factorOn : words.account.factorOff}</span>
      <Button onPress={() => setAct(isOn ? 'off' : 'on')}>
        {isOn ? words.account.turnOff : words.account.turnOn}
      </Button>
      {act === 'on' && <TurnOnDialog onClose={() => setAct(null)} />}
      {act === 'off' && <TurnOffDialog onClose={() => setAct(null)} />}
    </div>
  );
}
