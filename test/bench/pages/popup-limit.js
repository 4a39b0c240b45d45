/* The least that a page of the extension can do: one read, one text. The key to read is behind the hash. */
const opening = indexedDB.open('kontor');
opening.addEventListener('success', () => {
  const reading = opening.result.transaction('kept').objectStore('kept').get(decodeURIComponent(location.hash.slice(1)));
  reading.addEventListener('success', () => {
    const { amount } = reading.result.value.available;
    document.body.append(new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 }).format(amount / 100));
  });
});
