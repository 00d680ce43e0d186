/**
 * A copy in which no bytes are a view into a larger buffer: storing a view would store all of the buffer. What holds
 * no bytes is taken over as it is.
 */
export function withOwnBytes<Value>(value: Value): Value {
  return copied(value) as Value;
}

function copied(value: unknown): unknown {
  if (value instanceof Uint8Array) {
    return value.byteLength === value.buffer.byteLength ? value : value.slice();
  }
  if (Array.isArray(value)) {
    return value.map(copied);
  }
  if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copied(part)]));
  }
  return value;
}
