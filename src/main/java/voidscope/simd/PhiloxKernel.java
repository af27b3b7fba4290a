package voidscope.simd;

import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.OR;
import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/// [PhiloxFill] for whole registers of blocks. A 64-bit lane carries one 32-bit word, the blocks of
/// even and of odd number in two registers: a lane's upper half may hold rubbish, which the mask
/// before each product and the joining at the end take away.
final class PhiloxKernel {
  private static final VectorSpecies<Float> FLOAT = Lanes.FLOAT;
  private static final VectorSpecies<Long> S = Lanes.LONG;
  private static final int L = Lanes.LENGTH;
  private static final LongVector EVEN = LongVector.zero(S).addIndex(2);
  private static final LongVector ODD = EVEN.add(1);

  private PhiloxKernel() {}

  /// A register each of the words of the blocks from `block` on, to at, at+16, at+32 and at+48, as
  /// far as these lie below n.
  static void fill(long key, long step, int slot, int at, int block, int n, float[] out) {
    LongVector word = LongVector.broadcast(S, PhiloxFill.WORD);
    LongVector up = LongVector.broadcast(S, 1L << 32);
    LongVector m0 = LongVector.broadcast(S, PhiloxFill.M0);
    LongVector m1 = LongVector.broadcast(S, PhiloxFill.M1);
    LongVector first = LongVector.broadcast(S, block);
    LongVector a0 = first.add(EVEN);
    LongVector b0 = first.add(ODD);
    LongVector a1 = LongVector.broadcast(S, slot & PhiloxFill.WORD);
    LongVector b1 = a1;
    LongVector a2 = LongVector.broadcast(S, step & PhiloxFill.WORD);
    LongVector b2 = a2;
    LongVector a3 = LongVector.broadcast(S, step >>> 32);
    LongVector b3 = a3;
    int k0 = (int) key;
    int k1 = (int) (key >>> 32);
    for (int round = 0; round < PhiloxFill.ROUNDS; round++) {
      LongVector w0 = LongVector.broadcast(S, k0 & PhiloxFill.WORD);
      LongVector w1 = LongVector.broadcast(S, k1 & PhiloxFill.WORD);
      LongVector p0 = word.and(a0).mul(m0);
      LongVector p1 = word.and(a2).mul(m1);
      a0 = p1.lanewise(LSHR, 32).lanewise(XOR, a1).lanewise(XOR, w0);
      a2 = p0.lanewise(LSHR, 32).lanewise(XOR, a3).lanewise(XOR, w1);
      a1 = p1;
      a3 = p0;
      LongVector q0 = word.and(b0).mul(m0);
      LongVector q1 = word.and(b2).mul(m1);
      b0 = q1.lanewise(LSHR, 32).lanewise(XOR, b1).lanewise(XOR, w0);
      b2 = q0.lanewise(LSHR, 32).lanewise(XOR, b3).lanewise(XOR, w1);
      b1 = q1;
      b3 = q0;
      k0 += PhiloxFill.W0;
      k1 += PhiloxFill.W1;
    }
    word.and(a0).add(up.mul(b0)).reinterpretAsFloats().intoArray(out, at);
    if (at + PhiloxFill.BLOCKS < n) {
      word.and(a1).add(up.mul(b1)).reinterpretAsFloats().intoArray(out, at + PhiloxFill.BLOCKS);
    }
    if (at + 2 * PhiloxFill.BLOCKS < n) {
      word.and(a2).add(up.mul(b2)).reinterpretAsFloats().intoArray(out, at + 2 * PhiloxFill.BLOCKS);
    }
    if (at + 3 * PhiloxFill.BLOCKS < n) {
      word.and(a3).add(up.mul(b3)).reinterpretAsFloats().intoArray(out, at + 3 * PhiloxFill.BLOCKS);
    }
  }

  /// Signed noise from the words that stand as the bits of floats: in a pass of its own, within the
  /// compiler's budget.
  static void signed(int n, float[] out) {
    IntVector top = IntVector.broadcast(Lanes.INT, Integer.MIN_VALUE);
    IntVector golden = IntVector.broadcast(Lanes.INT, PhiloxFill.W0);
    FloatVector unit = Lanes.all(0x1p-32f);
    FloatVector fine = Lanes.all(0x1p-63f);
    FloatVector first = Lanes.all(0x1p-64f);
    for (int i = 0; i < n; i += L) {
      IntVector bits = FloatVector.fromArray(FLOAT, out, i).reinterpretAsInts();
      IntVector sign = bits.lanewise(AND, top);
      IntVector beside = bits.reinterpretAsLongs().lanewise(ROL, 32).reinterpretAsInts();
      IntVector further = beside.lanewise(XOR, bits).mul(golden).lanewise(LSHR, 1);
      FloatVector low = ((FloatVector) further.convert(I2F, 0)).fma(fine, first);
      FloatVector magnitude = (FloatVector) bits.lanewise(XOR, sign).convert(I2F, 0);
      IntVector distance = magnitude.fma(unit, low).reinterpretAsInts();
      distance.lanewise(OR, sign).reinterpretAsFloats().intoArray(out, i);
    }
  }

  /// Uniform numbers from the words, in the same way.
  static void unit(int n, float[] out) {
    FloatVector unit = Lanes.all(0x1p-23f);
    FloatVector first = Lanes.all(0x1p-24f);
    for (int i = 0; i < n; i += L) {
      IntVector bits = FloatVector.fromArray(FLOAT, out, i).reinterpretAsInts().lanewise(LSHR, 9);
      ((FloatVector) bits.convert(I2F, 0)).fma(unit, first).intoArray(out, i);
    }
  }
}
