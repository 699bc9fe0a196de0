import type { Chance } from './chance.js';

/* Invented companies, in the scripts and with the accents that a partner's list has. */

// prettier-ignore
const latinStems = [
  'Acorn', 'Alder', 'Amber', 'Årsund', 'Atlas', 'Aurora', 'Bellweather', 'Blåvand', 'Borealis', 'Brånemark', 'Cascade',
  'Cedar', 'Château Noir', 'Cobalt', 'Coração', 'Corvus', 'Düsterwald', 'Eastgate', 'Échelle', 'Elmwood', 'Ember',
  'Fjordline', 'Förster', 'Gävle', 'Glenmore', 'Granit', 'Harbour', 'Hélios', 'Hollow Oak', 'Iðunn', 'Ivory', 'Jökull',
  'Juniper', 'Kestrel', 'Köhler', 'Kraków', 'Lakeside', 'Łódź', 'Lumen', 'Maple', 'Méridien', 'Mistral', 'Niño', 'Nordhavn',
  'Northgate', 'Öresund', 'Orchard', 'Ostrava', 'Peregrine', 'Pioneer', 'Quartz', 'Quillon', 'Redwood', 'Río Claro',
  'Sable', 'São Bento', 'Sörensen', 'Stonebridge', 'Tamarack', 'Třebíč', 'Ústí', 'Vega', 'Vallée', 'Westmark', 'Wren',
  'Yarrow', 'Zephyr', 'Žižka',
];

// prettier-ignore
const latinFields = [
  'Analytics', 'Aviation', 'Bank', 'Biotech', 'Brewing', 'Construction', 'Consulting', 'Dairy', 'Energy', 'Foods',
  'Freight', 'Health', 'Holdings', 'Insurance', 'Interiors', 'Labs', 'Logistics', 'Marine', 'Media', 'Mining', 'Motors',
  'Networks', 'Optics', 'Paper', 'Pharma', 'Publishing', 'Rail', 'Retail', 'Robotics', 'Software', 'Steel', 'Systems',
  'Telecom', 'Textiles', 'Timber', 'Tools', 'Travel', 'Utilities', 'Water', 'Works',
];

const legalForms = [
  '',
  '',
  '',
  ' AB',
  ' AG',
  ' A/S',
  ' B.V.',
  ' GmbH',
  ' Inc.',
  ' Ltd',
  ' N.V.',
  ' Oy',
  ' S.A.',
  ' s.r.o.',
];

// prettier-ignore
const otherNames: readonly (readonly [stems: readonly string[], fields: readonly string[]])[] = [
  [['Αιγαίο', 'Όλυμπος', 'Ήλιος', 'Δωδώνη'], [' Ναυτιλία', ' Τρόφιμα', ' Λογισμικό']],
  [['Байкал', 'Ёлка', 'Київ', 'Полюс', 'Йота'], [' Логістика', ' Энергия', ' Софт']],
  [['さくら', 'ミライ', '東海', '富士見', 'アオゾラ'], ['商事', '電機', 'システムズ', '物流']],
  [['华南', '長城', '明月', '青松'], ['科技', '物流有限公司', '银行']],
  [['한빛', '푸른솔', '새벽'], [' 소프트', ' 물산', '전자']],
  [['النخيل', 'المنارة', 'الواحة'], [' للتقنية', ' القابضة']],
  [['כרמל', 'גלים'], [' תוכנה', ' אחזקות']],
  [['गंगा', 'हिमालय'], [' टेक', ' उद्योग']],
  [['สยาม', 'ดอยสูง'], ['โลจิสติกส์', 'เทค']],
  [['İstanbul', 'Ilgaz', 'Çınar', 'Şafak'], [' Lojistik', ' Yazılım', ' Gıda']],
];

/** The name of a company; one in eight is in another script than Latin, or Turkish. */
export function sampleName(chance: Chance): string {
  if (chance.happens(1 / 8)) {
    const [stems, fields] = chance.oneOf(otherNames);
    return chance.oneOf(stems) + chance.oneOf(fields);
  }
  return `${chance.oneOf(latinStems)} ${chance.oneOf(latinFields)}${chance.oneOf(legalForms)}`;
}
