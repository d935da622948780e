import styles from './Unbroken.module.css';

/** A sentence in which no line ends within an interval: 5.85–6.04. */
export function Unbroken({ children }: { children: string }) {
  return children.split(interval).map((piece, at) =>
    at % 2 === 0 ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same interval may be there twice; places are what tells them apart
      <span key={at} className={styles['interval']}>
        {piece}
      </span>
    ),
  );
}

const interval = /([\d.,]+%?–[−\d.,]+%?)/;
