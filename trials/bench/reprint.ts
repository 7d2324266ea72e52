/** The program that `openftz assess` is measured against: parses JSON lines and prints them again, and nothing else. */
import { once } from "node:events";

let rest = "";
for await (const chunk of process.stdin.setEncoding("utf8")) {
  const lines = `${rest}${chunk as string}`.split("\n");
  rest = lines.pop() ?? "";
  let out = "";
  for (const line of lines) out += `${JSON.stringify(JSON.parse(line))}\n`;
  if (!process.stdout.write(out)) await once(process.stdout, "drain");
}
