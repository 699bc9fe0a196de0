/** Lets the reader save a file, as a link to it would. */
export function downloadFile(file: File, document: Document): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // the download has its own hold of the file by then
  URL.revokeObjectURL(url);
}
