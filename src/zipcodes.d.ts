/** The package's table alone: its index would load Canada and 2 s of sorting too. */
declare module 'zipcodes/lib/codes.js' {
  interface ZipCode {
    zip: string;
    latitude: number;
    longitude: number;
    city: string;
    state: string;
    country: string;
  }
  const table: { codes: Record<string, ZipCode> };
  export default table;
}
