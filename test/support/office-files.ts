import { zipSync } from 'fflate';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The smallest packages an office program would call a Word or an Excel file. */
export const wordFile = zipSync({
  '[Content_Types].xml': bytesOf('<Types/>'),
  'word/document.xml': bytesOf('<w:document/>'),
});
export const excelFile = zipSync({
  '[Content_Types].xml': bytesOf('<Types/>'),
  'xl/workbook.xml': bytesOf('<workbook/>'),
});
export const macroFile = zipSync({ 'xl/workbook.xml': bytesOf('<workbook/>'), 'xl/vbaProject.bin': bytesOf('x') });
