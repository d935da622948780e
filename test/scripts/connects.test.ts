import { describe, expect, test } from 'vitest';
import { internetCalls, isComplete } from '../../scripts/checks/connects.ts';

const unix = '41  connect(3, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X0"}, 20) = 0';
const loopback = '41  connect(3, {sa_family=AF_INET, sin_port=htons(1), sin_addr=inet_addr("127.0.0.1")}, 16) = 0';
const loopback6 = '41  connect(3, {sa_family=AF_INET6, inet_pton(AF_INET6, "::1", &sin6_addr)}, 28) = 0';
const outside = '41  connect(3, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("8.8.8.8")}, 16) = 0';
const resumed = '41  sendto(3, ""..., 1, 0, {sa_family=AF_INET6, inet_pton(AF_INET6, "2001::1", &sin6_addr)}, 28) = 1';
const record = [unix, loopback, loopback6, outside, resumed, '41  +++ exited with 0 +++'].join('\n');

describe('the network trace', () => {
  test('finds every internet address, loopback apart where a driver needs it', () => {
    expect(internetCalls(record, { allowLoopback: true })).toEqual([outside, resumed]);
    expect(internetCalls(record, { allowLoopback: false })).toEqual([loopback, loopback6, outside, resumed]);
  });

  test('does not take an empty record for a clean one', () => {
    expect(isComplete('')).toBe(false);
    expect(isComplete(unix)).toBe(false);
    expect(isComplete(record)).toBe(true);
  });
});
