// A small typed client over fetch: paths, parameters, bodies and answers are those of the document.
import type { paths } from "./generated/crm";

type Method = "get" | "post" | "put" | "patch" | "delete";
type Operation<P extends keyof paths, M extends Method> = M extends keyof paths[P] ? NonNullable<paths[P][M]> : never;
type Parameters<O, In extends string> = O extends { parameters: infer All } ? (In extends keyof All ? All[In] : undefined) : undefined;
type Body<O> = O extends { requestBody: { content: infer C } } ? C[keyof C] : undefined;
type Content<R> = R extends { content: infer C } ? C[keyof C] : undefined;
type Success<O> = O extends { responses: infer R } ? { [S in keyof R]: S extends 200 | 201 | 202 ? Content<R[S]> : never }[keyof R] : never;

export interface Request<O> {
  path?: Parameters<O, "path">;
  query?: Parameters<O, "query">;
  body?: Body<O>;
  headers?: Record<string, string>;
}

export class Client {
  constructor(private readonly base: string, private readonly key: string) {}

  async send<P extends keyof paths & string, M extends Method & keyof paths[P]>(
    method: M, path: P, request: Request<Operation<P, M>> = {},
  ): Promise<Success<Operation<P, M>>> {
    const address = Object.entries(request.path ?? {}).reduce((a, [name, value]) => a.replace(`{${name}}`, encodeURIComponent(String(value))), path as string);
    const query = new URLSearchParams(Object.entries(request.query ?? {}).filter(([, v]) => v !== undefined).map(([n, v]) => [n, String(v)]));
    const answer = await fetch(this.base + address + (query.size > 0 ? `?${query}` : ""), {
      method: method.toUpperCase(),
      headers: {
        Authorization: `Bearer ${this.key}`,
        "Content-Type": method === "patch" ? "application/merge-patch+json" : "application/json",
        ...request.headers,
      },
      body: request.body === undefined ? undefined : JSON.stringify(request.body),
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    }
    return (text.length > 0 ? JSON.parse(text) : undefined) as Success<Operation<P, M>>;
  }
}
