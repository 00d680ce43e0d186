import { describe, expect, it } from 'vitest';
import { isSoftwareRenderer } from './webgl-renderer';

describe('isSoftwareRenderer', () => {
  it.each([
    ['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)', true],
    ['llvmpipe (LLVM 15.0.7, 256 bits)', true],
    ['ANGLE (Microsoft, Microsoft Basic Render Driver (0x0000008C) Direct3D11)', true],
    ['ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)', false],
    ['ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0)', false],
    ['Apple GPU', false],
    ['Adreno (TM) 640', false],
    ['', false],
  ])('%s: %s', (name, isSoftware) => {
    expect(isSoftwareRenderer(name)).toBe(isSoftware);
  });
});
