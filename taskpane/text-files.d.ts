/** Samples are built in as text. */
declare module "*.txt" {
  const text: string;
  export default text;
}
declare module "*.css";
