package voidscope.simd;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.MethodTypeDesc;

/// Writes the kernels of [Tile], of any shape: what the compiler turns into a loop that touches
/// memory for A and B alone.
final class TileWriter {
  private static final int L = Lanes.LENGTH;

  private static final MethodTypeDesc KERNEL =
      MethodTypeDesc.of(
          CD_void,
          CD_int,
          CD_int,
          CD_int,
          CD_int,
          VectorCode.FLOATS,
          CD_int,
          VectorCode.FLOATS,
          CD_int,
          CD_int,
          VectorCode.FLOATS,
          CD_int);

  // The parameters' slots, in the order of Tile.run.
  private static final int TILES = 1;
  private static final int K = 2;
  private static final int N = 3;
  private static final int LAST = 4;
  private static final int A = 5;
  private static final int P = 6;
  private static final int B = 7;
  private static final int Q = 8;
  private static final int DOWN = 9;
  private static final int C = 10;
  private static final int R = 11;

  // What else the code remembers.
  private static final int TILE = 12;
  private static final int TERM = 13;
  private static final int ROW_OF_B = 14;
  private static final int ZERO = 15;
  private static final int FRESH = 16;
  private static final int LEFT = 17;
  private static final int RIGHT = 18;

  private final VectorCode vectors;
  private final CodeBuilder code;
  private final int rows;
  private final int columns;

  private TileWriter(VectorCode vectors, int rows, int columns) {
    this.vectors = vectors;
    this.code = vectors.plain();
    this.rows = rows;
    this.columns = columns;
  }

  /// A new kernel.
  ///
  /// @param columns in vectors
  static Tile write(int rows, int columns) {
    return VectorCode.kernel(
        Tile.class, "TileKernel", KERNEL, vectors -> new TileWriter(vectors, rows, columns).body());
  }

  private void body() {
    vectors.zero();
    code.astore(ZERO);
    code.iconst_0().istore(TILE);
    Label next = code.newBoundLabel();
    Label done = code.newLabel();
    code.iload(TILE).iload(TILES).if_icmpge(done);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        vectors.species();
        ofC(i, j);
        vectors.fromArray();
        code.astore(sum(i, j));
      }
    }
    code.iconst_0().istore(TERM);
    code.iload(Q).istore(ROW_OF_B);
    Label loop = code.newBoundLabel();
    Label end = code.newLabel();
    code.iload(TERM).iload(K).if_icmpge(end);
    term();
    code.iinc(TERM, 1).goto_(loop).labelBinding(end);
    store();
    code.iload(P).loadConstant(rows * Tile.ROOM).iadd().istore(P);
    code.iload(R).iload(N).loadConstant(rows).imul().iadd().istore(R);
    code.iinc(TILE, 1).goto_(next).labelBinding(done);
  }

  /// One term of every sum.
  private void term() {
    for (int j = 0; j < columns; j++) {
      vectors.species();
      code.aload(B).iload(ROW_OF_B);
      column(j);
      vectors.fromArray();
      code.astore(RIGHT + j);
    }
    for (int i = 0; i < rows; i++) {
      vectors.species();
      code.aload(A).iload(P).iload(TERM).iadd().loadConstant(i * Tile.ROOM).iadd().faload();
      vectors.broadcast();
      code.astore(LEFT);
      for (int j = 0; j < columns; j++) {
        code.aload(RIGHT + j).aload(LEFT).aload(sum(i, j));
        vectors.fma();
        code.astore(sum(i, j));
      }
    }
    code.iload(ROW_OF_B).iload(DOWN).iadd().istore(ROW_OF_B);
  }

  /// Where the last vector overlaps the one before, both have the same sums in the same columns;
  /// where it is the only one, what it overlaps is not its own.
  private void store() {
    if (columns == 1) {
      vectors.lanesFrom();
      code.iload(LAST).ineg();
      vectors.mask();
      code.astore(FRESH);
    }
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        if (columns > 1) {
          code.aload(ZERO).aload(sum(i, j));
          vectors.add();
        } else {
          vectors.species();
          ofC(i, j);
          vectors.fromArray();
          code.aload(sum(i, j)).aload(FRESH);
          vectors.blend();
        }
        ofC(i, j);
        vectors.intoArray();
      }
    }
  }

  /// C, and the index of the block's vector in it.
  private void ofC(int i, int j) {
    code.aload(C).iload(R).loadConstant(i).iload(N).imul().iadd();
    column(j);
  }

  /// Adds to an index where the block's vector begins.
  private void column(int j) {
    if (j == columns - 1) {
      code.iload(LAST).iadd();
    } else {
      code.loadConstant(j * L).iadd();
    }
  }

  private int sum(int i, int j) {
    return RIGHT + columns + i * columns + j;
  }
}
