import { File } from 'lucide-react';
import styles from './asset-grid.module.css';
import type { Asset } from './use-assets.ts';

/** Pictures as pictures, everything else by its name. */
export function AssetGrid({ assets }: { assets: readonly Asset[] }) {
  return (
    <ul className={styles.grid}>
      {assets.map((asset) => (
        <li key={asset.id}>
          <a className={styles.asset} href={asset.attributes.url}>
            <span className={styles.picture}>
              {asset.attributes.is_image ? (
                <img src={asset.attributes.url} alt="" loading="lazy" decoding="async" />
              ) : (
                <File size={28} aria-hidden />
              )}
            </span>
            <span className={styles.name}>{asset.attributes.filename}</span>
            <span className={styles.detail}>{detailOf(asset)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function detailOf({ attributes }: Asset): string {
  const { width, height, size } = attributes;
  const dimensions = width === null || height === null ? '' : `${width} × ${height} · `;
  return `${dimensions}${Math.max(1, Math.round(size / 1024)).toLocaleString()} kB`;
}
