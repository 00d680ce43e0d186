import { mkdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { PLATE_SCENE } from '../../e2e/plate-scene';

/** A car in a street with its number plate, seen a little from the side, as a photo of 1200 x 800 pixels. */
async function makePlateScene(): Promise<void> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800">
    <defs>
      <linearGradient id="sky" x2="0" y2="1"><stop stop-color="#b9cbd8"/><stop offset="1" stop-color="#dfe3e0"/></linearGradient>
      <linearGradient id="road" x2="0" y2="1"><stop stop-color="#8a8986"/><stop offset="1" stop-color="#5f5e5c"/></linearGradient>
      <linearGradient id="body" x2="0" y2="1"><stop stop-color="#8d2f2b"/><stop offset="1" stop-color="#5e1c1a"/></linearGradient>
    </defs>
    <rect width="1200" height="800" fill="url(#sky)"/>
    <rect x="40" y="60" width="330" height="420" fill="#a48f7a"/><rect x="820" y="20" width="340" height="460" fill="#90877f"/>
    ${windowsOf(70, 100)}${windowsOf(860, 70)}
    <rect y="470" width="1200" height="330" fill="url(#road)"/>
    <ellipse cx="600" cy="668" rx="400" ry="36" fill="#333" opacity="0.6"/>
    <path d="M330 420 Q390 270 480 262 L725 262 Q815 272 868 420 Z" fill="#6d2522"/>
    <path d="M372 408 Q412 300 484 290 L718 290 Q786 300 824 408 Z" fill="#39434a"/>
    <rect x="270" y="405" width="656" height="238" rx="46" fill="url(#body)"/>
    <rect x="292" y="440" width="104" height="62" rx="16" fill="#c9c2a8"/><rect x="802" y="440" width="104" height="62" rx="16" fill="#c9c2a8"/>
    <rect x="300" y="600" width="600" height="36" rx="14" fill="#2c2c2c"/>
    <g transform="translate(476 508) skewY(-2.2)">
      <rect x="-8" y="-6" width="266" height="86" rx="6" fill="#1c1c1c"/>
      <rect width="250" height="62" rx="5" fill="#e9e8e2" stroke="#222" stroke-width="3"/>
      <text x="125" y="49" text-anchor="middle" textLength="222" font-family="DejaVu Sans" font-weight="bold" font-size="48" fill="#1b1b20">${PLATE_SCENE.plate}</text>
      <text x="125" y="76" text-anchor="middle" font-family="DejaVu Sans" font-size="13" fill="#c8c8c8">CITY MOTORS</text>
    </g>
  </svg>`;
  mkdirSync(path.dirname(PLATE_SCENE.path), { recursive: true });
  await sharp(Buffer.from(svg)).flatten().blur(0.8).jpeg({ quality: 82 }).toFile(PLATE_SCENE.path);
}

function windowsOf(left: number, top: number): string {
  return Array.from({ length: 9 }, (_, index) => {
    const [x, y] = [left + (index % 3) * 92, top + Math.floor(index / 3) * 112];
    return `<rect x="${x}" y="${y}" width="58" height="78" fill="#55626b"/>`;
  }).join('');
}

await makePlateScene();
