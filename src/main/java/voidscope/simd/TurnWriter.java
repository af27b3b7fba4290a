package voidscope.simd;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;

/// Writes the kernel of [Turn] for the width of the registers: rows whose numbers differ in a bit
/// exchange the columns that have it for those that lack it, bit by bit.
final class TurnWriter {
  private static final int L = Lanes.LENGTH;

  private static final MethodTypeDesc KERNEL =
      MethodTypeDesc.of(
          CD_void, VectorCode.FLOATS, CD_int, CD_int, VectorCode.FLOATS, CD_int, CD_int);

  // The parameters' slots, in the order of Turn.run, and the rows'.
  private static final int X = 1;
  private static final int S = 2;
  private static final int FROM = 3;
  private static final int Y = 4;
  private static final int T = 5;
  private static final int TO = 6;
  private static final int SPARE = 7;
  private static final int ROW = 8;

  private TurnWriter() {}

  /// The kernel.
  static Turn write() {
    return VectorCode.kernel(Turn.class, "TurnKernel", KERNEL, TurnWriter::body);
  }

  private static void body(VectorCode vectors) {
    CodeBuilder code = vectors.plain();
    for (int i = 0; i < L; i++) {
      vectors.species();
      code.aload(X).iload(S).loadConstant(i).iload(FROM).imul().iadd();
      vectors.fromArray();
      code.astore(ROW + i);
    }
    for (int bit = L / 2; bit > 0; bit /= 2) {
      for (int i = 0; i < L; i++) {
        if ((i & bit) == 0) {
          int low = ROW + i;
          int high = low + bit;
          vectors.cross(bit, low, high, low, high, SPARE);
        }
      }
    }
    for (int i = 0; i < L; i++) {
      code.aload(ROW + i).aload(Y).iload(T).loadConstant(i).iload(TO).imul().iadd();
      vectors.intoArray();
    }
  }
}
