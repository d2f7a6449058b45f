/** The smallest page there is: what the framework and the server cost by themselves. */
export default function Hello() {
  return <p>Hello, world</p>;
}
