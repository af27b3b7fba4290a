package voidscope.simd;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.MethodTypeDesc;

/// Writes the kernel of [Dots] for the width of the registers.
final class DotsWriter {
  private static final int L = Lanes.LENGTH;
  private static final int V = Lanes.VIRTUAL;

  /// Few rows of A, so that those of B stay in the nearest memory while A goes by.
  static final int ROWS = L == V ? 4 : 2;

  static final int COLUMNS = L / ROWS;

  private static final MethodTypeDesc KERNEL =
      MethodTypeDesc.of(
          CD_void,
          CD_int,
          CD_int,
          VectorCode.FLOATS,
          CD_int,
          VectorCode.FLOATS,
          CD_int,
          VectorCode.FLOATS);

  // The parameters' slots, in the order of Dots.run.
  private static final int K = 1;
  private static final int FIRST = 2;
  private static final int A = 3;
  private static final int P = 4;
  private static final int B = 5;
  private static final int Q = 6;
  private static final int SUMS = 7;

  // What else the code remembers.
  private static final int WHOLE = 8;
  private static final int TERM = 9;
  private static final int ZERO = 10;
  private static final int REST = 11;
  private static final int LEFT = 12;
  private static final int RIGHT = 13;
  private static final int SUM = RIGHT + COLUMNS;

  private final VectorCode vectors;
  private final CodeBuilder code;

  private DotsWriter(VectorCode vectors) {
    this.vectors = vectors;
    this.code = vectors.plain();
  }

  /// The kernel.
  static Dots write() {
    return VectorCode.kernel(
        Dots.class, "DotsKernel", KERNEL, vectors -> new DotsWriter(vectors).body());
  }

  private void body() {
    vectors.zero();
    code.astore(ZERO);
    for (int s = 0; s < L; s++) {
      code.aload(ZERO).astore(SUM + s);
    }
    code.iload(K).loadConstant(-V).iand().istore(WHOLE);
    code.iload(FIRST).istore(TERM);
    Label loop = code.newBoundLabel();
    Label rest = code.newLabel();
    code.iload(TERM).iload(WHOLE).if_icmpge(rest);
    terms(false);
    code.iinc(TERM, V).goto_(loop).labelBinding(rest);
    Label end = code.newLabel();
    code.iload(WHOLE).iload(K).if_icmpge(end);
    code.iload(K).loadConstant(V).isub().iload(FIRST).iadd().istore(TERM);
    vectors.lanesFrom();
    code.iload(WHOLE).iload(TERM).isub();
    vectors.mask();
    code.astore(REST);
    terms(true);
    code.labelBinding(end);
    fold();
  }

  /// The terms of a part, or of the last sixteen those that are left.
  private void terms(boolean left) {
    for (int j = 0; j < COLUMNS; j++) {
      row(B, Q, j);
      code.astore(RIGHT + j);
    }
    for (int i = 0; i < ROWS; i++) {
      if (left) {
        code.aload(ZERO);
        row(A, P, i);
        code.aload(REST);
        vectors.blend();
      } else {
        row(A, P, i);
      }
      code.astore(LEFT);
      for (int j = 0; j < COLUMNS; j++) {
        int sum = SUM + i * COLUMNS + j;
        code.aload(LEFT).aload(RIGHT + j).aload(sum);
        vectors.fma();
        code.astore(sum);
      }
    }
  }

  private void row(int array, int at, int number) {
    vectors.species();
    code.aload(array).iload(at).loadConstant(number).iload(K).imul().iadd().iload(TERM).iadd();
    vectors.fromArray();
  }

  /// Adds up the lanes of all products at once, neighbours first: half of two registers' sums
  /// becomes one register's, until the lanes of the last are the products.
  private void fold() {
    for (int s = 0; s < L; s++) {
      code.aload(ZERO).aload(SUM + s);
      vectors.add();
      code.astore(SUM + s);
    }
    int left = L;
    for (int bit = 1; bit < L; bit *= 2) {
      left /= 2;
      for (int s = 0; s < left; s++) {
        vectors.cross(bit, SUM + 2 * s, SUM + 2 * s + 1, LEFT, RIGHT, REST);
        code.aload(LEFT).aload(RIGHT);
        vectors.add();
        code.astore(SUM + s);
      }
    }
    code.aload(SUM).aload(SUMS).iload(FIRST);
    vectors.intoArray();
  }
}
